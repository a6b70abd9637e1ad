"""What came later than a report was signed, and explains why its values come to something else."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openamif.people.models import Person
from openamif.people.policy import can_administer_people
from openamif.record.models import Trail
from openamif.register.models import Event, PastDescription
from openamif.reports.models import DeclaredValue, ProgressReport
from openamif.reports.queries.changed import BODY, said_in
from openamif.reports.queries.frozen import Differences
from openamif.web.authority.grants.labels import place_words
from openamif.web.components import formats
from openamif.web.components.references import in_words
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day, instant
from openamif.web.history import became
from openamif.web.labels import GRANT_STATES, ORGANISATION_KINDS
from openamif.web.register_labels import OUTPUT_KINDS
from openamif.web.register_sheet import particulars, titled


def later_columns() -> list[Column]:
    """What came later, and about whom."""
    return [
        Column("indicator", _("Indicator"), wrap=False),
        Column("who", _("Who or what")),
        Column("what", _("What came later")),
        Column("day", _("Of"), wrap=False),
        Column("recorded", _("Recorded")),
    ]


def later_rows(report: ProgressReport, found: Differences, reader: Person) -> Iterator[dict[str, Any]]:
    """The rule, changes of grant and beneficiary, events, descriptions, things and declared values, in this order."""
    code = found.frozen.indicator
    if found.rule_now:
        rule = found.rule_now
        words = became(in_words(rule.source), found.rule_then, rule.version)
        yield line(code, _("Counting rule"), words, rule.valid_from, None)
    for change in found.changed:
        yield change_row(code, report, change, reader)
    for event in found.events:
        yield line(code, f"P{event.participant.subject_id}", event_words(event), event.happened_on, event.recorded_at)
    for past in found.descriptions:
        yield line(code, f"P{past.participant.subject_id}", description_words(past), None, past.replaced_at)
    for output in found.outputs:
        words = _("Taken back") if output.is_void else str(OUTPUT_KINDS.get(output.kind, output.kind))
        yield line(code, f"{output.name} ({output.quantity})", words, output.happened_on, output.recorded_at)
    for said in found.declared:
        by = str(said.declared_by or "")
        yield line(code, declared_of(said), declared_words(said), said.as_of, said.declared_at, by)


def change_row(code: str, report: ProgressReport, change: Trail, reader: Person) -> dict[str, Any]:
    """Of the grant, or of its beneficiary: who corrected an organisation is told to whoever may do so herself."""
    is_body = change.subject_kind == BODY
    subject = report.grant.beneficiary.name if is_body else report.grant.reference
    tells = bool(change.by) and (not is_body or can_administer_people(reader))
    who = str(change.by) if tells else str(change.organisation or "")
    return line(code, subject, change_words(change, report.grant.programme.period), None, change.at, who)


def change_words(change: Trail, period: str) -> str:
    """``Intervention field: II.001 became II.008``."""
    words = [
        became(label_of(place, period), value_of(place, before), value_of(place, after))
        for place, before, after in said_in(change)
    ]
    if change.from_state and change.to_state:
        words.append(became(_("State"), *(str(GRANT_STATES[each][0]) for each in (change.from_state, change.to_state))))
    return "; ".join(words)


def label_of(place: str, period: str) -> str:
    """What a place of a grant or of an organisation is called."""
    return _("Kind") if place == "kind" else place_words(place, period)


def value_of(place: str, value: str) -> str:
    """What stood or stands there, as the trail keeps it, in the reader's words."""
    if not value:
        return _("nothing")
    if place == "starts_on":
        return formats.day(date.fromisoformat(value))
    return str(ORGANISATION_KINDS.get(value, value)) if place == "kind" else value


def declared_of(said: DeclaredValue) -> str:
    """What was said beside the value; of the programme as a whole, that it is so."""
    whole = "" if said.grant_id else _("The programme as a whole")
    return ". ".join(filter(None, (whole, said.note)))


def declared_words(said: DeclaredValue) -> str:
    """The value; of a percentage also of how many it is."""
    if said.denominator is None:
        return _("Declared: %(value)s") % {"value": formats.count(said.value)}
    said_words = {"value": formats.count(said.value), "whole": formats.count(said.denominator)}
    return _("Declared: %(value)s of %(whole)s") % said_words


def event_words(event: Event) -> str:
    """What happened, or that it did not."""
    name = _("Taken back: %(event)s") % {"event": titled(event)} if event.is_void else titled(event)
    return ". ".join(filter(None, (name, particulars(event))))


def description_words(past: PastDescription) -> str:
    """That she is described otherwise, or turned out to be somebody known already."""
    is_another = past.subject_id != past.participant.subject_id
    return _("Turned out to be the same as somebody else") if is_another else _("Described otherwise")


def recorded(at: datetime, by: str) -> SafeString:
    """When, and by whom where that may be told."""
    return format_html("<span>{} · {}</span>", instant(at, length="medium"), by) if by else instant(at, length="medium")


def line(code: str, who: str, what: str, on: date | None, at: datetime | None, by: str = "") -> dict[str, Any]:
    """One row; ``by``: who recorded it, as far as the reader may know."""
    return {
        "indicator": code,
        "who": who,
        "what": what,
        "day": day(on, length="medium") if on else None,
        "recorded": recorded(at, by) if at else None,
    }
