"""The addresses of letters."""

from django.urls import path

from openamif.web.authority.letters import views

urlpatterns = [
    path("letters/", views.letters, name="letters"),
    path("letters/export.<slug:form>", views.export, name="letters_export"),
    path("letters/<int:pk>/", views.letter, name="letter"),
]
