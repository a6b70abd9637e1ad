"""What a figure is made of, in rows and words that the doors share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.grants.models import Grant
from openamif.people.queries import Holdings
from openamif.register.models import Event
from openamif.reports.facts import Counted
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.contributions import SIZE, Contributions
from openamif.reports.queries.contributions import Counted as CountedPerson
from openamif.reports.queries.frozen import frozen_value, known_then
from openamif.reports.queries.profiles import Known
from openamif.reports.queries.reports import report_of
from openamif.reports.queries.values import Value, values_of
from openamif.reports.states import Origin
from openamif.web.components.formats import count, day, instant
from openamif.web.components.references import in_words
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.official import official
from openamif.web.register_labels import EVENT_KINDS, OUTPUT_KINDS, SEXES
from openamif.web.report_sheet import title_of

EVIDENCE_PERIOD = "2021-2027"
"""Whose list of evidence the counting rules of both periods name."""
DIGITS = 6
"""Of the number of a page: what is longer asks for the last one."""
REPORT = "report"
"""In an address: the key of the report whose value is opened."""
LONGEST_KEY = 18


@dataclass(frozen=True, slots=True)
class AsOf:
    """Up to which day what counts is asked, and with what was known when: as a ``report`` tells it, else today."""

    until: date | None = None
    known: Known | None = None
    report: ProgressReport | None = None

    @property
    def words(self) -> str:
        """The same in words; blank for today."""
        if self.report is None or self.until is None:
            return ""
        said = {"report": title_of(self.report), "day": day(self.until)}
        if self.known is None:
            return _("%(report)s, not signed yet: what counts up to %(day)s, its last day.") % said
        words = _("%(report)s: what counts up to %(day)s, its last day, as it was known when it was signed on %(at)s.")
        return words % (said | {"at": instant(self.known.at)})

    def value_of(self, grant: Grant, indicator: str) -> ReportValue | Value | None:
        """As the report froze it; while it is not signed, or where it froze none, counted anew."""
        frozen = frozen_value(self.report, indicator) if self.known and self.report else None
        return frozen or values_of(grant, until=self.until or localdate(), known=self.known).get(indicator)


def may_open(value: Counted | ReportValue) -> bool:
    """Whether a register told it: a percentage opens to its numerator, whoever declared of how many it is one."""
    return value.origin != Origin.DECLARED or bool(value.numerator)


def opened_with(page: str, report: ProgressReport) -> str:
    """The address of what is counted, as a report tells it."""
    return f"{page}?{REPORT}={report.pk}"


def as_of(request: HttpRequest, grant: Grant | None, held: Holdings, today: date | None = None) -> AsOf:
    """What the address asks: 404 for what is no report of this grant, or none that she may see."""
    asked = request.GET.get(REPORT, "")
    if not asked:
        return AsOf(today)
    is_key = grant is not None and asked.isdecimal() and len(asked) <= LONGEST_KEY
    report = found_or_404(report_of(grant, held, int(asked)) if is_key and grant else None)
    return AsOf(report.due.ends_on, known_then(report), report)


def share_words(code: str, numerator: Decimal | None, denominator: Decimal | None) -> str:
    """That the figure is a percentage, and of what."""
    said = {"indicator": code, "numerator": count(numerator or 0)}
    if not denominator:
        return _("%(indicator)s is a percentage. This is its numerator, %(numerator)s; nobody said of how many.") % said
    words = _("%(indicator)s is a percentage: %(numerator)s of %(denominator)s. This is its numerator.")
    return words % (said | {"denominator": count(denominator)})


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


def person_row(counted: CountedPerson, person: Any, ways: Mapping[int, SafeString]) -> dict[str, Any]:
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
