"""Ask the beneficiary a question about its report."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.reports import policy
from openamif.reports.actions.examine_report import require_unchanged
from openamif.reports.models import ClarificationStop, ProgressReport
from openamif.rules.reports.clock import answer_by


@transaction.atomic
def ask_clarification(
    report: ProgressReport,
    *,
    question: str,
    answer_by_on: date | None = None,
    by: Person,
    seen: int | None = None,
    at: datetime | None = None,
) -> ProgressReport:
    """The clock of the examination stands still until there is an answer, and the report is examined anew after it."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_ask_clarification(by, report))
    require_unchanged(report, seen)
    instant = at or timezone.now()
    day = answer_by_on or answer_by(timezone.localdate(instant), period=report.grant.programme.period)
    report.examined_at = report.examined_by = None
    report.revision += 1
    make_move(report, "ask_clarification", by=by, reason=question, details={"answer_by_on": day.isoformat()})
    ClarificationStop.objects.create(
        report=report, question=question.strip(), asked_at=instant, asked_by=by, answer_by_on=day
    )
    return report
