"""Django's name for this stage."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The trail and the kept documents."""

    name = "openamif.record"
    default_auto_field = "django.db.models.BigAutoField"
