"""Return a report to the beneficiary for changes."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.reports import policy
from openamif.reports.actions.examine_report import require_unchanged
from openamif.reports.models import ProgressReport


@transaction.atomic
def return_report(report: ProgressReport, *, reason: str, by: Person, seen: int | None = None) -> ProgressReport:
    """It can be edited again, and is signed anew; the reason stands at its head. Its clock starts afresh then."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_return_report(by, report))
    require_unchanged(report, seen)
    report.examined_at = report.examined_by = None
    report.revision += 1
    return make_move(report, "return_report", by=by, reason=reason)
