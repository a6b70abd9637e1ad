"""Django's name for this stage."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Progress reports, tallies, frozen values."""

    name = "openamif.reports"
    default_auto_field = "django.db.models.BigAutoField"
