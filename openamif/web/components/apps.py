"""Django's name for the components."""

from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """Tags, templates and the gallery."""

    name = "openamif.web.components"
    label = "components"
