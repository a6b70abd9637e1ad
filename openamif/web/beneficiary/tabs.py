"""The pages of one grant, side by side; and the head they share."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.register import policy
from openamif.web.components.shapes import Action, Badge, Link, Tab
from openamif.web.labels import GRANT_STATES


def state_badge(grant: Grant) -> Badge:
    """Where the grant is, in the reader's word."""
    label, tone = GRANT_STATES[grant.state]
    return Badge(str(label), tone)


def tabs_of(grant: Grant, current: str, reader: Person) -> list[Tab]:
    """The grant, its participants, activities, things delivered; and files, for those of the beneficiary."""
    pages = [
        ("grant", _("Overview")),
        ("participants", _("Participants")),
        ("activities", _("Activities")),
        ("outputs", _("Things delivered")),
        *([("imports", _("Files"))] if policy.can_see_local_references(reader, grant) else []),
    ]
    return [Tab(label, reverse(f"beneficiary:{name}", args=[grant.pk]), name == current) for name, label in pages]


def framed(grant: Grant, current: str, reader: Person, *, actions: list[Action] | None = None) -> dict[str, Any]:
    """What the head of a page of a grant shows."""
    return {
        "grant": grant,
        "badge": state_badge(grant),
        "tabs": tabs_of(grant, current, reader),
        "crumbs": [Link(_("Grants"), reverse("beneficiary:grants"))],
        "actions": actions or [],
    }


def way_to(grant: Grant, name: str, label: str) -> list[Link]:
    """The crumbs of a page below one of the tabs."""
    return [
        Link(grant.reference, reverse("beneficiary:grant", args=[grant.pk])),
        Link(label, reverse(f"beneficiary:{name}", args=[grant.pk])),
    ]
