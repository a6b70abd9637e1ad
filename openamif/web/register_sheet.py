"""What a register holds, told by every door: a description field by field, an event with its correction."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openamif.register.models import Event, Participant
from openamif.register.models.persons import Description
from openamif.web.components import formats
from openamif.web.components.shapes import Entry, Link
from openamif.web.register_labels import FIELDS, NATIONALITY_GROUPS, SEXES, STANDINGS, event_name, value_words

DESCRIBED = ("birth_year", "sex", "nationality_group", "standing", "is_vulnerable", "is_unaccompanied_minor")
FEMININE = ("birth_year", "nationality_group")


def called(participant: Participant, *, by_reference: bool) -> str:
    """As the beneficiary files her, for whoever may see its references; for everybody else her pseudonym."""
    return participant.local_reference if by_reference else str(participant.subject)


def unknown(key: str = "") -> str:
    """What stands where a figure would miss something; ``key``: of a field, whose name has a gender."""
    return pgettext("a year, a nationality", "not known") if key in FEMININE else _("not known")


def said(row: Description, key: str) -> str:
    """A field of a description in words; empty where it is not known."""
    value = getattr(row, key)
    labels: dict[str, Any] = {"sex": SEXES, "nationality_group": NATIONALITY_GROUPS, "standing": STANDINGS}.get(key, {})
    if isinstance(value, bool):
        return _("yes") if value else ""
    return str(labels.get(value, value)) if value else ""


def described(row: Description) -> list[tuple[str, str]]:
    """Field by field; a flag only where it is set."""
    pairs = [(str(FIELDS[key]), said(row, key) or unknown(key)) for key in DESCRIBED[:4]]
    return pairs + [(str(FIELDS[key]), _("yes")) for key in DESCRIBED[4:] if getattr(row, key)]


def event_entry(event: Event, *, acts: Sequence[Link] = (), by: str = "") -> Entry:
    """One event with its result; ``by``: who recorded it, as the door says it. Struck through once it was corrected."""
    correction = getattr(event, "corrected_by", None)
    text = ". ".join(part for part in (particulars(event), why(correction)) if part)
    return Entry(event.happened_on, titled(event), text, by, acts=acts, gone=correction is not None)


def titled(event: Event) -> str:
    """``Language test at entry: A1``."""
    result = value_words(event.kind, event.value)
    name = event_name(event.kind)
    return _("%(event)s: %(result)s") % {"event": name, "result": result} if result else name


def described_in_words(description: Description) -> str:
    """The same in one line."""
    return formats.listed(
        _("%(title)s: %(said)s") % {"title": title, "said": value} for title, value in described(description)
    )


def particulars(event: Event) -> str:
    """The activity, the hours, the test, the reason where it corrects another."""
    parts: list[Any] = [event.activity, hours_words(event), event.instrument]
    if event.corrects_id:
        parts.append(_("Correction: %(reason)s") % {"reason": event.reason})
    return formats.listed(filter(None, parts))


def hours_words(event: Event) -> str:
    """``3 hours``."""
    if event.hours is None:
        return ""
    return (_("%(hours)s h") % {"hours": formats.count(event.hours)}).replace(" ", formats.NO_BREAK_SPACE)


def why(correction: Event | None) -> str:
    """What became of an event that was corrected."""
    if correction is None:
        return ""
    words = {"who": str(correction.recorded_by or _("the system")), "reason": correction.reason}
    if correction.is_void:
        return _("Taken back by %(who)s: %(reason)s") % words
    return _("Corrected by %(who)s: %(reason)s") % words
