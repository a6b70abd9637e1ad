"""The texts of a programme in the form's order, under the headings that the form gives them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.sfc.programme_2014 import Programme

HEADINGS: dict[str, Promise] = {
    "1": _("Executive summary"),
    "2": _("Baseline situation in the Member State"),
    "4.1": _("Resettlement pledges, justification"),
    "6.1": _("Partnership involvement in the preparation of the programme"),
    "6.2": _("Monitoring committee"),
    "6.3": _("Common monitoring and evaluation framework"),
    "6.4": _("Partnership involvement in the implementation, monitoring and evaluation of the programme"),
    "6.5": _("Information and publicity"),
    "6.6": _("Coordination and complementarity with other instruments"),
    "6.7.2": _("Direct award"),
    "7": _("Deviation from the minimum shares"),
}
HEADINGS_2021: dict[str, Promise] = {
    "1": _("Programme strategy"),
    "6": _("Partnership"),
    "7": _("Communication and visibility"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """``number``: as in the form."""

    number: str
    heading: str
    paragraphs: tuple[str, ...]


def section(number: str, paragraphs: tuple[str, ...], period: str = "2014-2020") -> Section:
    """A section with its heading in the reader's language."""
    headings = HEADINGS if period == "2014-2020" else HEADINGS_2021
    return Section(number, str(headings.get(number, number)), paragraphs)


def opening(document: Programme) -> tuple[Section, ...]:
    """What stands before the objectives."""
    return (section("1", document.summary, document.period), section("2", document.baseline))


def partnership(document: Programme) -> tuple[Section, ...]:
    """Section 6 without the types of beneficiaries."""
    return tuple(section(number, texts, document.period) for number, texts in document.partnership.items())


def sections(document: Programme) -> Iterator[Section]:
    """Every text that belongs to no objective; those without a word are left out."""
    every = (
        *opening(document),
        section("4.1", document.resettlement_justification),
        *partnership(document),
        section("7", document.share_deviation),
    )
    return (each for each in every if each.paragraphs)
