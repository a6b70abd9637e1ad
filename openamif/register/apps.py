"""Django's name for this stage."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Participants, activities, events, things delivered."""

    name = "openamif.register"
    default_auto_field = "django.db.models.BigAutoField"
