"""Who carries a programme and with whom it was made; bodies only, never persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.web.components.prose import Block, blocks
from openamif.web.components.shapes import Badge
from openamif.web.components.tables import Column
from openamif.web.labels import VERSION_STATES
from openamif.web.public.shown import Shown

AUTHORITIES: Mapping[str, tuple[Promise, Promise]] = {
    "RA": (
        gettext_lazy("Responsible authority"),
        gettext_lazy("runs the programme: it chooses the projects, checks them and pays them"),
    ),
    "DA": (
        gettext_lazy("Delegated authority"),
        gettext_lazy("runs a part of the programme on behalf of the responsible authority"),
    ),
    "AA": (
        gettext_lazy("Audit authority"),
        gettext_lazy("independent of the others, it audits the spending"),
    ),
}
PARTNERSHIP: Mapping[str, Promise] = {
    "6": gettext_lazy("How partners take part"),
    "7": gettext_lazy("How the programme is made known"),
    "6.1": gettext_lazy("How partners helped to prepare the programme"),
    "6.2": gettext_lazy("The monitoring committee"),
    "6.3": gettext_lazy("How results are followed and evaluated"),
    "6.4": gettext_lazy("How partners take part while the programme runs"),
    "6.5": gettext_lazy("How the programme is made known"),
    "6.6": gettext_lazy("How it goes together with other funds"),
    "6.7.2": gettext_lazy("Where money is awarded without a call"),
}


@dataclass(frozen=True, slots=True)
class Authority:
    """A body and what it does for the programme."""

    kind: str
    name: str
    duty: str
    designated_on: date | None = None


def authorities(shown: Shown) -> list[Authority]:
    """Those designated; the responsible authority alone where none is designated in this version."""
    designated = [
        Authority(str(AUTHORITIES[each.kind][0]), each.name, str(AUTHORITIES[each.kind][1]), each.designated_on)
        for each in shown.authorities
    ]
    label, duty = AUTHORITIES["RA"]
    return designated or [Authority(str(label), shown.programme.responsible_authority.name, str(duty))]


@dataclass(frozen=True, slots=True)
class Told:
    """A section of the programme under a heading in the reader's words."""

    title: str
    text: list[Block]


def partnership(shown: Shown) -> list[Told]:
    """What the programme says of partners, without the sections that say nothing."""
    return [
        Told(str(PARTNERSHIP.get(number, number)), blocks(paragraphs))
        for number, paragraphs in shown.document.partnership.items()
        if paragraphs
    ]


def version_columns() -> list[Column]:
    """Of the table of adopted versions."""
    return [
        Column("label", _("Version")),
        Column("state", _("State"), "badge"),
        Column("decision_reference", _("Decision")),
        Column("decision_on", _("Date of the decision"), "day"),
    ]


def version_rows(shown: Shown) -> list[dict[str, object]]:
    """Every version that was ever the programme, latest first."""
    return [
        {
            "label": version.label,
            "state": Badge(*map(str, VERSION_STATES[version.state])),
            "decision_reference": version.decision_reference,
            "decision_on": version.decision_on,
        }
        for version in shown.versions
    ]
