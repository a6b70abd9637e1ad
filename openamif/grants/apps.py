"""Django's name for this stage."""

from django.apps import AppConfig


class GrantsConfig(AppConfig):
    """Grants, their partners, budgets, targets and reporting calendars."""

    name = "openamif.grants"
    default_auto_field = "django.db.models.BigAutoField"
