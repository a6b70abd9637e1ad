"""Django's name for this door."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """The public door."""

    name = "openamif.web.public"
    label = "public_door"
