"""What a figure is made of, in rows and words that the doors share."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.register.models import Event
from openamif.reports.queries.contributions import SIZE, Contributions, Counted
from openamif.web.components.formats import count, day
from openamif.web.components.references import in_words
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.official import official
from openamif.web.register_labels import EVENT_KINDS, OUTPUT_KINDS, SEXES

EVIDENCE_PERIOD = "2021-2027"
"""Whose list of evidence the counting rules of both periods name."""
DIGITS = 6
"""Of the number of a page: what is longer asks for the last one."""


def opened(found_from: Callable[[int], Contributions | None], asked: str) -> tuple[Contributions, Page[Any]]:
    """The page of contributions that was asked for, else the nearest there is; ``found_from``: those after so many."""
    number = max(int(asked[:DIGITS]), 1) if asked.isdecimal() else 1
    found = found_or_404(found_from((number - 1) * SIZE))
    page = Paginator(range(found.total), SIZE).get_page(number)
    if page.number != number:
        found = found_from((page.number - 1) * SIZE) or found
    return found, page


def counted_words(found: Contributions) -> str:
    """How many, from how many entries where an entry is not one thing, by which rule, and what is asked to show it."""
    if not found.rule.evidence:
        return _rule_words(found)
    evidence = "; ".join(official("evidence", each, EVIDENCE_PERIOD) for each in found.rule.evidence)
    return _("%(counted)s. Evidence asked for: %(evidence)s") % {"counted": _rule_words(found), "evidence": evidence}


def _rule_words(found: Contributions) -> str:
    said = {"number": count(found.number), "version": found.rule.version, "source": in_words(found.rule.source)}
    if found.number == found.total:
        return _("%(number)s in all, by counting rule %(version)s · %(source)s") % said
    words = ngettext(
        "%(number)s in all from %(entries)s entry, by counting rule %(version)s · %(source)s",
        "%(number)s in all from %(entries)s entries, by counting rule %(version)s · %(source)s",
        found.total,
    )
    return words % (said | {"entries": count(found.total)})


def person_columns(called: str) -> list[Column]:
    """Of persons; ``called``: what the first column names them by."""
    return [
        Column("person", called),
        Column("age", _("Age")),
        Column("sex", _("Sex")),
        Column("events", _("What makes her or him count")),
    ]


def person_row(counted: Counted, person: Any, ways: Mapping[int, SafeString]) -> dict[str, Any]:
    """Somebody as she is called here; the events with the ``ways`` to their grants where there are several."""
    return {
        "person": person,
        "age": str(AGE_GROUPS[counted.age]),
        "sex": str(SEXES.get(counted.sex, SEX_GROUPS[counted.sex])),
        "events": events_in_words(counted.events, ways),
    }


def events_in_words(events: Sequence[Event], ways: Mapping[int, SafeString]) -> SafeString:
    """Each event on a line: in which grant where there are several, what, when, in which activity."""
    lines = format_html_join(
        SafeString("<br>"),
        "{}{} · {}{}",
        (
            (
                format_html("{} · ", ways[event.grant_id]) if ways else "",
                EVENT_KINDS[event.kind],
                day(event.happened_on, length="medium"),
                f" · {event.activity.reference} {event.activity.title}" if event.activity else "",
            )
            for event in events
        ),
    )
    return format_html('<span class="events">{}</span>', lines)


def thing_columns(*more: Column) -> list[Column]:
    """Of what was delivered; ``more`` after its kind."""
    return [
        Column("name", _("What")),
        Column("kind", _("Kind")),
        *more,
        Column("day", _("Day")),
        Column("quantity", _("How many"), "count"),
    ]


def thing_row(thing: Any) -> dict[str, Any]:
    """Something that was delivered."""
    return {
        "name": thing.name,
        "kind": str(OUTPUT_KINDS.get(thing.kind, thing.kind)),
        "day": day(thing.day, length="medium"),
        "quantity": thing.quantity,
    }
