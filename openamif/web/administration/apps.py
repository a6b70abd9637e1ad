"""Django's name for this door."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """The administrator's door."""

    name = "openamif.web.administration"
    label = "administration_door"
