"""The list of participants: its columns, its rows, and the lines that are taken away as a file."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.register.models import Participant
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.register_labels import FIELDS
from openamif.web.register_sheet import called, said, unknown

LISTED = ("birth_year", "sex", "nationality_group", "standing")
EXPORTED = (
    ("local_reference", "text", 24),
    ("birth_year", "text", 14),
    ("sex", "text", 12),
    ("nationality_group", "text", 28),
    ("standing", "text", 40),
    ("is_vulnerable", "text", 14),
    ("is_unaccompanied_minor", "text", 14),
)


def columns(*, by_reference: bool) -> list[Column]:
    """By local reference, as the beneficiary knows them; for its partners by pseudonym."""
    name = str(FIELDS["local_reference"]) if by_reference else _("Pseudonym")
    return [Column("name", name), *(Column(key, str(FIELDS[key])) for key in LISTED)]


def rows(participants: Iterable[Participant], *, by_reference: bool) -> list[dict[str, Any]]:
    """The participants of a page; what is not known says so."""
    return [
        {key: said(each, key) or unknown(key) for key in LISTED}
        | {"name": Link(called(each, by_reference=by_reference), reverse("beneficiary:participant", args=[each.pk]))}
        for each in participants
    ]


def line_of(participant: Participant) -> list[Any]:
    """A participant as a line of a file."""
    return [said(participant, key) for key, _kind, _width in EXPORTED]
