"""What the page of a report shows an officer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.people.models import Person
from openamif.people.policy import Verdict
from openamif.record.queries import trail_of
from openamif.reports import policy
from openamif.reports.facts import Counted
from openamif.reports.models import ProgressReport, ReportAttachment, ReportValue
from openamif.reports.queries.clock import clock_of
from openamif.reports.queries.missing import examine
from openamif.reports.queries.receipt import texts_sent_before
from openamif.reports.queries.reports import submissions_of, versions_of
from openamif.reports.states import ReportState
from openamif.web import report_sheet
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.components.shapes import Action, Link
from openamif.web.contributions import may_open, opened_with
from openamif.web.explaining import failing_first
from openamif.web.history import entries_of
from openamif.web.labels import refusal_reason
from openamif.web.report_files import attachments_of
from openamif.web.report_sheet import (
    anchor_of,
    clock_words,
    corrections_of,
    finding_words,
    sections_of,
    state_badge,
    title_of,
    value_columns,
    value_rows,
)
from openamif.web.short_names import short_name

NOT_DUE = ("P-07", "P-09")
"""What no longer matters once a report was sent."""


def head_of(report: ProgressReport, *, inside: bool = False) -> dict[str, Any]:
    """What the head of every page of a report shows."""
    programme = report.grant.programme_id
    crumbs = [
        Link(_("Reports"), reverse("authority:reports", args=[programme])),
        Link(report.grant.reference, reverse("authority:grant", args=[report.grant_id])),
    ]
    if inside:
        crumbs.append(Link(title_of(report), reverse("authority:report", args=[report.pk])))
    return report_sheet.head_of(report, crumbs)


def report_context(request: HttpRequest, report: ProgressReport) -> dict[str, Any]:
    """Everything about it, and what can be decided now."""
    reader, on = reader_of(request), localdate()
    submissions = list(submissions_of(report))
    here = next((each for each in submissions if each.report_id == report.pk), None)
    found = examine(report, on=on)
    period = report.grant.programme.period
    failing = [each for each in failing_first(found.findings) if each.rule not in NOT_DUE]
    may_correct = bool(policy.can_correct_value(reader, report))
    return {
        **head_of(report),
        "badge": state_badge(report),
        "findings": [finding_words(each, found.asked, period, lambda place: place_url(place)) for each in failing],
        "sections": sections_of(
            found.asked, found.texts, period, before=texts_sent_before(submissions, here) if here else None
        ),
        "values": (
            value_columns(),
            value_rows(report, found.counted, name_of=short_name, url_of=value_urls(reader, report)),
        ),
        "may_correct": may_correct,
        "corrections": corrections_of(found.counted, period),
        "attachments": attachments_of(report, attachment_url),
        "submissions": submissions,
        "versions": [
            {
                "version": each.version,
                "badge": state_badge(each),
                "is_here": each.pk == report.pk,
                "url": reverse("authority:report", args=[each.pk]) if each.submitted_at else "",
            }
            for each in versions_of(report)
        ],
        "stops": list(report.stops.all()),
        "clock": clock_context(report, on),
        "decisions": decisions_for(reader, report),
        "entries": entries_of(list(trail_of(report)), period, lambda place, _period: place),
    }


def place_url(place: str) -> str:
    """Where on the page a finding is about."""
    if place.startswith("texts."):
        return f"#{anchor_of(place.removeprefix('texts.'))}"
    return {"attachments": "#files"}.get(place, "")


def value_urls(reader: Person, report: ProgressReport) -> Callable[[Counted], str]:
    """Where a value is put right; for whoever may not, where its figure opens."""
    if policy.can_correct_value(reader, report):
        return lambda each: reverse("authority:report_value", args=[each.pk]) if each.pk else ""
    if policy.can_see_situation(reader, report.grant.programme):
        return lambda each: opened_url(report, each)
    return lambda _each: ""


def opened_url(report: ProgressReport, each: Counted | ReportValue) -> str:
    """What counted when it was signed, of a percentage for its numerator; blank for what no register told."""
    if not may_open(each):
        return ""
    grant = report.grant
    page = reverse("authority:situation_contributions", args=[grant.programme_id, each.indicator, grant.pk])
    return opened_with(page, report)


def attachment_url(each: ReportAttachment) -> str:
    """Where a file is read."""
    return reverse("authority:report_file", args=[each.pk])


def clock_context(report: ProgressReport, on: date) -> dict[str, Any] | None:
    """The clock of the examination, in words and as a meter."""
    clock = clock_of(report, on=on)
    if clock is None:
        return None
    words, tone = clock_words(clock)
    decided = report.accepted_at is not None
    used = min(clock.used, clock.days)
    return {"clock": clock, "words": words, "tone": tone, "decided": decided, "used": used, "is_late": clock.left < 0}


def decisions_for(reader: Person, report: ProgressReport) -> dict[str, list[Action]]:
    """What can be done now: the main step first, then a question and a return; nothing for who only reads."""
    seen = (("seen", str(report.revision)),)

    def to(name: str) -> str:
        return reverse(f"authority:{name}", args=[report.pk])

    main: list[Action] = []
    if report.state == ReportState.SUBMITTED and policy.can_return_report(reader, report):
        refused = _refused(policy.can_examine_report(reader, report))
        words = _("In order: pass it on for acceptance")
        main.append(Action(words, to("report_examine"), main=True, post=True, fields=seen, refused=refused))
    if report.state == ReportState.EXAMINED and policy.can_return_report(reader, report):
        refused = _refused(policy.can_accept_report(reader, report))
        main.append(Action(_("Accept"), to("report_accept"), main=True, post=True, fields=seen, refused=refused))
    rest = []
    if policy.can_ask_clarification(reader, report):
        rest.append(Action(_("Ask a question"), to("report_ask")))
    if policy.can_return_report(reader, report):
        rest.append(Action(_("Return it"), to("report_return")))
    if policy.can_correct_report(reader, report):
        rest.append(Action(_("Have it corrected"), to("report_correct")))
    return {"main": main, "rest": rest}


def _refused(verdict: Verdict) -> str:
    return "" if verdict else str(refusal_reason(verdict.reason))
