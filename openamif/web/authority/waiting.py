"""What waits for an officer, as lines of her home: reports to examine and to accept, late ones, checks on the spot."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.people.models import Person
from openamif.people.queries import Holdings
from openamif.reports.models import ProgressReport
from openamif.reports.queries.clock import clock_of
from openamif.reports.queries.reports import OVERDUE
from openamif.reports.queries.waiting import deciding, late_reports, reports_to_decide
from openamif.reports.states import ReportState
from openamif.verification.models import OperationalCheck
from openamif.verification.queries import open_checks
from openamif.verification.states import CheckState
from openamif.web.authority.checks.rows import sample_words
from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Task
from openamif.web.report_sheet import clock_words

MOST = 12


def tasks_of(person: Person, held: Holdings, *, on: date) -> list[Task] | None:
    """The most pressing first; None for whoever decides nothing, and only reads."""
    office = deciding(held)
    if not office.roles:
        return None
    reports = list(reports_to_decide(office, by=person)[: MOST + 1])
    checks = list(open_checks(office)[: MOST + 1])
    return [
        *(of_report(each, on) for each in reports[:MOST]),
        *more(reports, reverse("authority:all_reports"), _("More reports wait: see the queue")),
        *(of_late(each) for each in late_reports(office, on=on)),
        *(of_check(each) for each in checks[:MOST]),
        *more(checks, reverse("authority:all_checks"), _("More checks wait: see the list")),
    ]


def of_report(report: ProgressReport, on: date) -> Task:
    """To examine, or to accept after a colleague did."""
    words = {"number": report.due.number, "reference": report.grant.reference}
    days = {
        "beneficiary": report.grant.beneficiary.name,
        "days": formats.days(report.due.starts_on, report.due.ends_on),
    }
    label = _("To examine") if report.state == ReportState.SUBMITTED else _("To accept")
    clock = clock_of(report, on=on)
    left, tone = clock_words(clock) if clock else ("", "idle")
    return Task(
        _("Progress report %(number)d of %(reference)s") % words,
        reverse("authority:report", args=[report.pk]),
        _("%(beneficiary)s: %(days)s") % days,
        badge=Badge(f"{label} · {left}" if left else label, "wait" if tone == "idle" else tone),
    )


def of_late(late: Mapping[str, Any]) -> Task:
    """What beneficiaries should have sent; one line for a programme, however many there are."""
    words = ngettext("%(count)d report is late", "%(count)d reports are late", late["count"]) % {"count": late["count"]}
    oldest = _("%(programme)s. The oldest was due on %(day)s.")
    url = f"{reverse('authority:reports', args=[late['programme']])}?stage={OVERDUE}"
    told = oldest % {"programme": late["title"], "day": formats.day(late["oldest"])}
    return Task(words, url, told, badge=Badge(_("Overdue"), "bad"))


def of_check(check: OperationalCheck) -> Task:
    """To carry out, or to close once the beneficiary has answered."""
    planned = check.state == CheckState.PLANNED
    words = {"day": formats.day(check.planned_on), "sample": sample_words(check)}
    return Task(
        _("Check on the spot of %(reference)s") % {"reference": check.grant.reference},
        reverse("authority:check", args=[check.pk]),
        _("Planned on %(day)s: %(sample)s.") % words
        if planned
        else _("Write down the reaction of the beneficiary, then close it."),
        badge=Badge(_("To carry out"), "wait") if planned else Badge(_("To close"), "info"),
    )


def more(found: Iterable[object], url: str, words: str) -> list[Task]:
    """A line that leads to all, where not all are shown."""
    return [Task(words, url)] if len(list(found)) > MOST else []
