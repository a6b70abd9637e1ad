"""Django's name for this stage."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Letters that a job sends."""

    name = "openamif.letters"
    default_auto_field = "django.db.models.BigAutoField"
