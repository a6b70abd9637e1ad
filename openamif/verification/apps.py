"""Django's name for this stage."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    """Operational checks on the spot."""

    name = "openamif.verification"
    default_auto_field = "django.db.models.BigAutoField"
