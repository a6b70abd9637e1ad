"""Django's name for this stage."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """National programmes and their versions."""

    name = "openamif.programmes"
    default_auto_field = "django.db.models.BigAutoField"
