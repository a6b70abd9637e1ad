"""Django's name for this door."""

from django.apps import AppConfig


class AuthorityConfig(AppConfig):
    """The authority door."""

    name = "openamif.web.authority"
    label = "authority_door"
