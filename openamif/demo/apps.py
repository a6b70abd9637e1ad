"""Django's name for this stage."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demonstration fund and its command."""

    name = "openamif.demo"
    default_auto_field = "django.db.models.BigAutoField"
