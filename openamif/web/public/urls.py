"""The addresses of the public door."""

from django.urls import path

from openamif.web.public import views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
]
