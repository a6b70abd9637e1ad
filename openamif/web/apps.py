"""Django's name for the doors."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What the doors share: base templates, static files, the register."""

    name = "openamif.web"
