"""Checks, grants without one, and samples as the rows of tables."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.grants.models import Grant
from openamif.register.models import Event
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.web.authority.checks.labels import METHODS, outcome_badge, state_badge
from openamif.web.components import formats
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.register_labels import event_name, value_words
from openamif.web.register_sheet import called


def check_columns(*, with_grant: bool = True) -> list[Column]:
    """Of a list of checks."""
    about = [Column("reference", _("Grant")), Column("beneficiary", _("Beneficiary"))] if with_grant else []
    return [
        *about,
        Column("planned_on" if with_grant else "link", _("Planned on"), "day" if with_grant else "text"),
        Column("carried_out_on", _("Visited on"), "day"),
        Column("controller", _("Controller")),
        Column("sample", _("Sample")),
        Column("state", _("State"), wrap=False),
    ]


def check_rows(checks: Iterable[Any]) -> list[dict[str, Any]]:
    """Each leads to its page."""
    return [
        {
            "reference": Link(each.grant.reference, reverse("authority:check", args=[each.pk])),
            "link": Link(formats.day(each.planned_on), reverse("authority:check", args=[each.pk])),
            "beneficiary": each.grant.beneficiary.name,
            "planned_on": each.planned_on,
            "carried_out_on": each.carried_out_on,
            "controller": each.controller.name,
            "sample": sample_words(each),
            "state": state_badge(each),
        }
        for each in checks
    ]


def sample_words(check: Any) -> str:
    """How far it is while it is planned, what agreed once it was carried out."""
    figures = {"drawn": check.size, "looked": check.looked_at_count, "agreeing": check.agreeing_count}
    if check.size == 0:
        return _("no participants")
    if check.state in ("planned", "abandoned"):
        return _("%(looked)d of %(drawn)d looked at") % figures
    return _("%(agreeing)d of %(drawn)d agree") % figures


def unchecked_columns(*, is_over: bool) -> list[Column]:
    """Of the grants without a check; once the year is over, none can be planned for it."""
    return [
        Column("reference", _("Grant")),
        Column("title", _("Title")),
        Column("beneficiary", _("Beneficiary")),
        Column("union_amount", _("Union contribution (EUR)"), "money"),
        Column("ends_on", _("Ends on"), "day"),
        *([] if is_over else [Column("plan", _("Check"))]),
    ]


def unchecked_rows(grants: Iterable[Grant], *, may_plan: Any) -> list[dict[str, Any]]:
    """``may_plan``: whether the reader may plan a check of a grant."""
    return [
        {
            "reference": Link(each.reference, reverse("authority:grant", args=[each.pk])),
            "title": each.title,
            "beneficiary": each.beneficiary.name,
            "union_amount": each.union_amount,
            "ends_on": each.ended_on or each.ends_on,
            "plan": Link(_("Plan"), reverse("authority:check_plan", args=[each.pk])) if may_plan(each) else "",
        }
        for each in grants
    ]


def sample_columns(check: OperationalCheck, *, with_reference: bool) -> list[Column]:
    """Of those drawn; the local reference only for those who look into the beneficiary's files."""
    return [
        Column("drawn", _("Local reference") if with_reference else _("Pseudonym")),
        *([Column("person", _("Pseudonym"))] if with_reference else []),
        Column("stratum", _("Activity")),
        Column("register", _("The register says")),
        Column("outcome", _("Papers")),
        Column("note", _("Note")),
        Column("correction", _("Register mended")),
    ]


def sample_rows(
    sample: Iterable[SampledParticipant], events: dict[int, list[Event]], *, with_reference: bool
) -> list[dict[str, Any]]:
    """Each leads to where the finding is written."""
    return [
        {
            "drawn": Link(
                f"{each.position} · {reference_of(each, with_reference=with_reference)}",
                reverse("authority:check_finding", args=[each.check_made_id, each.position]),
            ),
            "person": pseudonym_of(each),
            "stratum": each.stratum,
            "register": register_words(events.get(each.participant_id or 0, [])),
            "outcome": outcome_badge(each.outcome),
            "note": each.note,
            "correction": formats.day(localdate(each.correction.recorded_at)) if each.correction else "",
        }
        for each in sample
    ]


def reference_of(sampled: SampledParticipant, *, with_reference: bool) -> str:
    """As the beneficiary files her, for those who look into its files; else her pseudonym."""
    person = sampled.participant
    return called(person, by_reference=with_reference) if person else pseudonym_of(sampled)


def pseudonym_of(sampled: SampledParticipant) -> str:
    """The short form of a pseudonym; once the register is erased, the number she was drawn by."""
    person = sampled.participant
    return str(person.subject) if person else _("No %(number)s, erased") % {"number": sampled.number}


def register_words(events: list[Event]) -> str:
    """How many entries, and how many hours."""
    if not events:
        return _("nothing any more")
    said = ngettext("%(count)d entry", "%(count)d entries", len(events)) % {"count": len(events)}
    hours = sum(event.hours for event in events if event.hours is not None)
    return _("%(entries)s, %(hours)s h") % {"entries": said, "hours": formats.count(hours)} if hours else said


def event_columns() -> list[Column]:
    """Of what the register says of one person."""
    return [
        Column("day", _("Day"), "day"),
        Column("kind", _("What")),
        Column("activity", _("Activity")),
        Column("hours", _("Hours"), "count"),
        Column("value", _("Result")),
    ]


def event_rows(events: Iterable[Event]) -> list[dict[str, Any]]:
    """By day."""
    return [
        {
            "day": event.happened_on,
            "kind": event_name(event.kind),
            "activity": event.activity.title if event.activity else "",
            "hours": event.hours,
            "value": " ".join(filter(None, (value_words(event.kind, event.value), event.instrument))),
        }
        for event in events
    ]


def drawing_pairs(check: OperationalCheck) -> list[tuple[str, Any]]:
    """All that is needed to draw the sample again."""
    said: list[tuple[str, Any]] = [
        (_("Method"), METHODS[check.method]),
        (_("Seed"), str(check.seed)),
        (_("Drawn"), f"{formats.count(check.size)} / {formats.count(check.population)}"),
        (_("Register as it was after entry"), str(check.known_event)),
    ]
    if check.report:
        due = check.report.due
        days = {"from": formats.day(due.starts_on), "until": formats.day(due.ends_on)}
        said.append((_("Entries of the days"), _("%(from)s to %(until)s") % days))
    return said
