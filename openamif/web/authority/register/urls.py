"""The addresses of the registers."""

from django.urls import path

from openamif.web.authority.register import views

urlpatterns = [
    path("grants/<int:pk>/register/", views.register, name="register"),
    path("grants/<int:pk>/register/participants/", views.participants, name="register_participants"),
    path("participants/<int:pk>/", views.participant, name="register_participant"),
]
