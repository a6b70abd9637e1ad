"""What the pages of a report show its beneficiary."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openamif.grants.queries.rights import colleagues_of, reaches
from openamif.grants.states import Right
from openamif.law import figure
from openamif.record.queries import trail_of
from openamif.reports import policy
from openamif.reports.facts import Counted
from openamif.reports.models import ProgressReport, ReportAttachment
from openamif.reports.queries.clock import clock_of
from openamif.reports.queries.missing import Examined, examine
from openamif.reports.queries.reports import reason_of_return, submissions_of, versions_of
from openamif.reports.states import EDITABLE, ReportState
from openamif.web import report_sheet
from openamif.web.beneficiary.reports.forms import AnswerForm, FileForm
from openamif.web.beneficiary.subjects import reader_of
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Entry, Link
from openamif.web.contributions import may_open, opened_with
from openamif.web.explaining import failing_first
from openamif.web.history import entries_of
from openamif.web.report_files import attachments_of
from openamif.web.report_sheet import (
    anchor_of,
    corrections_of,
    count_words,
    finding_words,
    sections_of,
    state_badge,
    title_of,
    value_columns,
    value_rows,
)
from openamif.web.short_names import short_name

PLACES = {"attachments": "#files", "rights": "#people"}


def place_url(report: ProgressReport, place: str) -> str:
    """Where the field of a finding is: on the page of the report, or in the register."""
    page = reverse("beneficiary:report", args=[report.pk])
    if place.startswith("texts."):
        return f"{page}#{anchor_of(place.removeprefix('texts.'))}"
    if place == "register":
        return reverse("beneficiary:participants", args=[report.grant_id])
    return f"{page}{PLACES[place]}" if place in PLACES else ""


def head_of(report: ProgressReport, *, inside: bool = False) -> dict[str, Any]:
    """What the head of every page of a report shows."""
    crumbs = [Link(report.grant.reference, reverse("beneficiary:grant", args=[report.grant_id]))]
    if inside:
        crumbs.append(Link(title_of(report), reverse("beneficiary:report", args=[report.pk])))
    return report_sheet.head_of(report, crumbs)


def check_of(report: ProgressReport, found: Examined) -> dict[str, Any]:
    """The list of what is missing, the gravest on top, each with the way to its field."""
    period = report.grant.programme.period
    failing = failing_first(found.findings)
    told = [finding_words(each, found.asked, period, lambda place: place_url(report, place)) for each in failing]
    return {"report": report, "findings": told, "check_words": count_words(failing), "is_complete": not found.errors}


def places_of(found: Examined) -> set[str]:
    """The texts that a finding leads to, owed or only wished for."""
    return {each.place.removeprefix("texts.") for each in found.findings if not each.holds}


def editing_context(request: HttpRequest, report: ProgressReport) -> dict[str, Any]:
    """The page on which a report is written."""
    on = localdate()
    found = examine(report, on=on)
    period = report.grant.programme.period
    return {
        **head_of(report),
        **check_of(report, found),
        "badge": state_badge(report),
        "actions": editing_actions(request, report),
        "sections": sections_of(found.asked, found.texts, period, owed=found.owed, offered=places_of(found)),
        "values": (
            value_columns(narrow=True),
            value_rows(report, found.counted, url_of=opened_from(report), name_of=short_name),
        ),
        "attachments": attachments_of(report, attachment_url, removal_of=removal_url),
        "file_form": FileForm(),
        "largest_file": largest_file(report),
        "returned": reason_of_return(report),
        "steps": steps_of(report, on),
        "people": people_of(report),
        "on": on,
    }


def largest_file(report: ProgressReport) -> int:
    """The most that a file attached today may have, in bytes."""
    return int(figure("report_checks.largest_file", on=localdate(), period=report.grant.programme.period).number)


def editing_actions(request: HttpRequest, report: ProgressReport) -> list[Action]:
    """Look at it as a document; check and sign."""
    actions = [Action(_("Preview PDF"), reverse("beneficiary:report_preview", args=[report.pk]))]
    label = _("Check and sign") if policy.can_sign_report(reader_of(request), report) else pgettext("to do", "Check")
    return [*actions, Action(label, reverse("beneficiary:report_sign", args=[report.pk]), main=True)]


def opened_from(report: ProgressReport) -> Callable[[Counted], str]:
    """Where a value opens to what counts for it, by one's own references; blank for what no register told."""

    def url(each: Counted) -> str:
        page = reverse("beneficiary:counted", args=[report.grant_id, each.indicator])
        return opened_with(page, report) if may_open(each) else ""

    return url


def attachment_url(each: ReportAttachment) -> str:
    """Where a file is read."""
    return reverse("beneficiary:report_file", args=[each.pk])


def removal_url(each: ReportAttachment) -> str:
    """Where it is taken away."""
    return reverse("beneficiary:report_file_remove", args=[each.pk])


def steps_of(report: ProgressReport, on: date) -> list[Entry]:
    """The way of the report: where it comes from, where it is, what comes next."""
    sent = report.submitted_at if report.state not in EDITABLE else None
    clock = clock_of(report, on=on)
    if report.state == ReportState.CLARIFICATION:
        examined = _("Examined by the authority, once its question is answered")
    elif clock:
        examined = _("Examined by the authority, by %(day)s") % {"day": formats.day(clock.due_on)}
    else:
        limit = figure("report_clocks.examination_days", on=on, period=report.grant.programme.period)
        examined = _("Examined by the authority, within %(days)d days") % {"days": int(limit.number)}
    done = report.accepted_at is not None
    return [
        Entry(report.begun_at, _("Report begun")),
        Entry(
            sent or _("now"),
            _("Signed and sent") if sent else _("Prepare and sign"),
            state="done" if sent else "current",
        ),
        Entry(
            (report.accepted_at if done else _("now") if sent else _("then")) or "",
            examined if not done else _("Examined by the authority"),
            state="done" if done else "current" if sent else "todo",
        ),
        Entry(report.accepted_at or _("then"), _("Accepted; its figures count"), state="done" if done else "todo"),
    ]


def people_of(report: ProgressReport) -> list[dict[str, Any]]:
    """Who may write in it, and who may sign."""
    return [
        {"name": each.person.name, "signs": each.right == Right.SIGN}
        for each in colleagues_of(report.grant)
        if reaches(each.right, Right.EDIT)
    ]


def reading_context(request: HttpRequest, report: ProgressReport) -> dict[str, Any]:
    """The page of a report that is not to be written now."""
    on, reader = localdate(), reader_of(request)
    found = examine(report, on=on)
    period = report.grant.programme.period
    return {
        **head_of(report),
        "badge": state_badge(report),
        "actions": reading_actions(request, report),
        "sections": sections_of(found.asked, found.texts, period),
        "values": (value_columns(), value_rows(report, found.counted, url_of=opened_from(report))),
        "attachments": attachments_of(report, attachment_url),
        "submissions": list(submissions_of(report)),
        "versions": version_rows(report),
        "corrections": corrections_of(found.counted, period),
        "question": open_question(report),
        "may_answer": bool(policy.can_answer_clarification(reader, report)),
        "answer_form": AnswerForm(),
        "stops": [each for each in report.stops.all() if each.answered_at],
        "steps": steps_of(report, on),
        "entries": entries_of(list(trail_of(report)), period),
        "on": on,
    }


def version_rows(report: ProgressReport) -> list[dict[str, Any]]:
    """Every version with its state, the latest first."""
    return [
        {"pk": each.pk, "version": each.version, "badge": state_badge(each), "is_here": each.pk == report.pk}
        for each in versions_of(report)
    ]


def open_question(report: ProgressReport) -> Any:
    """What the authority asks, if it waits for an answer."""
    return next((each for each in report.stops.all() if each.answered_at is None), None)


def reading_actions(request: HttpRequest, report: ProgressReport) -> list[Action]:
    """Its receipt; a correction once it was accepted."""
    actions = []
    if policy.can_correct_report(reader_of(request), report):
        actions.append(Action(_("Correct this report"), reverse("beneficiary:report_correct", args=[report.pk])))
    latest = report.submissions.order_by("-number", "-pk").first()
    if latest:
        address = reverse("beneficiary:report_receipt", args=[latest.pk, "pdf"])
        actions.append(Action(_("Receipt (PDF)"), address, main=True))
    return actions
