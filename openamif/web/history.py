"""The trail as a timeline."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.record.models import Trail
from openamif.web.components import formats
from openamif.web.components.shapes import Entry
from openamif.web.events import EVENTS
from openamif.web.places import place_words
from openamif.web.wording import TITLES

SHOWN = 3


Words = Callable[[str, str], str]


def became(label: str, before: str, after: str) -> str:
    """What a field said, and what it says."""
    return _("%(label)s: %(before)s became %(after)s") % {"label": label, "before": before, "after": after}


def quoted(words: str) -> str:
    """What was written, between the marks of the reader's language."""
    return _("“%(words)s”") % {"words": words}


def entries_of(trail: Iterable[Trail], period: str = "2014-2020", words: Words = place_words) -> list[Entry]:
    """Each event in the reader's words, with who did it and why; ``words``: how a place is called in a period."""
    return [
        Entry(
            at=row.at,
            title=str(EVENTS.get(row.event, row.event)),
            text=_said(row, period, words),
            by=str(row.by) + (f", {row.organisation}" if row.organisation else "") if row.by else _("The system"),
        )
        for row in trail
    ]


def _said(row: Trail, period: str, words: Words) -> str:
    changed = row.details.get("changes") or []
    if row.event == "value_corrected":
        return " ".join(filter(None, (_corrected(changed), row.reason, _told(row))))
    if row.event == "value_declared":
        numbers = [row.details[each] for each in ("value", "denominator") if each in row.details]
        said = f"{row.details['indicator']}: {' / '.join(formats.count(Decimal(each)) for each in numbers)}"
        return f"{said}. {told}" if (told := _told(row)) else said
    if not changed:
        return row.reason
    places = formats.listed(words(place, period) for place, _before, _after in changed[:SHOWN])
    more = len(changed) - SHOWN
    if more <= 0:
        return places
    return places + " " + ngettext("and %(count)d more field", "and %(count)d more fields", more) % {"count": more}


def _told(row: Trail) -> str:
    """What spoke against a value that was recorded all the same."""
    rules = list(dict.fromkeys(each["rule"] for each in row.details.get("findings", ())))
    if not rules:
        return ""
    return _("Told before it was recorded: %(checks)s.") % {
        "checks": formats.listed(f"{_(TITLES[rule])} ({rule})" for rule in rules)
    }


def _corrected(changed: Iterable[tuple[str, str, str]]) -> str:
    """The value before and after: what was accepted once stays to be read when it is corrected again."""
    return " ".join(
        f"{code}: {formats.count(Decimal(before))} → {formats.count(Decimal(after))}."
        for code, before, after in changed
    )
