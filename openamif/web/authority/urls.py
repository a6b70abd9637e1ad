"""The addresses of the authorities' door."""

from django.urls import path

from openamif.web.authority.views import programmes

app_name = "authority"
urlpatterns = [
    path("", programmes.home, name="home"),
]
