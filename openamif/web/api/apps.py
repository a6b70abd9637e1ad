"""Django's name for this door."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The api door."""

    name = "openamif.web.api"
    label = "api_door"
