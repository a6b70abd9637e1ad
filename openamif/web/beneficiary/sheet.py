"""A participant laid out for her page: the description in words, what happened, how she was described before."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.register.models import Event, PastDescription
from openamif.web.components import formats
from openamif.web.components.shapes import Entry, Link
from openamif.web.register_sheet import described_in_words, event_entry


def earlier(past: Iterable[PastDescription]) -> list[Entry]:
    """The descriptions that no longer hold."""
    return [
        Entry(
            each.replaced_at,
            _("Until then"),
            described_in_words(each),
            str(each.replaced_by or ""),
        )
        for each in past
    ]


def entries_of(events: Iterable[Event], *, may_fill: bool) -> list[Entry]:
    """What happened, day by day; what was corrected is struck through, and says why."""
    return [entry_of(event, may_fill=may_fill) for event in events if not event.is_void]


def entry_of(event: Event, *, may_fill: bool) -> Entry:
    """One event with its result, who recorded it, and a link to correct it where it stands."""
    acts = []
    if may_fill and getattr(event, "corrected_by", None) is None:
        acts.append(Link(_("Correct"), reverse("beneficiary:event_correct", args=[event.pk])))
    return event_entry(event, acts=acts, by=recorded(event, with_file=may_fill))


def recorded(event: Event, *, with_file: bool) -> str:
    """Who wrote it down and when; for those who send in files, from which: people call files as they like."""
    words = {
        "who": str(event.recorded_by or _("the system")),
        "when": formats.instant(event.recorded_at, length="medium"),
        "file": event.source.name if event.source else "",
    }
    if event.source and with_file:
        return _("recorded by %(who)s on %(when)s from %(file)s") % words
    return _("recorded by %(who)s on %(when)s") % words
