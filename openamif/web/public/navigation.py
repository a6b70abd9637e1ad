"""The bar of the public door."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.web.components.shapes import NavItem

PROGRAMMES = ("public:programme", "public:objective", "public:programmes")


def public_nav(request: HttpRequest) -> list[NavItem]:
    """Where a visitor may go; nothing is asked of the database."""
    match = request.resolver_match
    here = match.view_name if match else ""
    return [
        NavItem(_("The fund"), reverse("public:home"), current=here == "public:home"),
        NavItem(_("Programmes"), reverse("public:programmes"), current=here in PROGRAMMES),
        NavItem(_("Open data"), reverse("public:open_data"), current=here == "public:open_data"),
    ]
