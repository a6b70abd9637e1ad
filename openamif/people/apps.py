"""Django's name for this stage."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, organisations, roles and scopes."""

    name = "openamif.people"
    default_auto_field = "django.db.models.BigAutoField"
