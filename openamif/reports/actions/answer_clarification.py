"""Answer the question of the authority."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import ReasonMissing, make_move
from openamif.reports import policy
from openamif.reports.models import ClarificationStop, ProgressReport


@transaction.atomic
def answer_clarification(
    report: ProgressReport, *, answer: str, by: Person, at: datetime | None = None
) -> ProgressReport:
    """The clock runs on from here."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_answer_clarification(by, report))
    if not answer.strip():
        raise ReasonMissing("answer_clarification")
    stop = ClarificationStop.objects.get(report=report, answered_at=None)
    stop.answer, stop.answered_by, stop.answered_at = answer.strip(), by, at or timezone.now()
    stop.save()
    report.revision += 1
    return make_move(report, "answer_clarification", by=by, reason=answer)
