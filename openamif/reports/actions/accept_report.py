"""Accept a report: the second pair of eyes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.reports import policy
from openamif.reports.actions.declare_value import declare_corrected
from openamif.reports.actions.examine_report import require_unchanged
from openamif.reports.models import ProgressReport


@transaction.atomic
def accept_report(
    report: ProgressReport, *, by: Person, seen: int | None = None, at: datetime | None = None
) -> ProgressReport:
    """From now on its values count; the version that it corrects is superseded by it in the same moment.

    A declared value that was put right counts in the programme too. The grant is locked first, as it is for signing.
    """
    Grant.objects.locked(report.grant_id)
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_accept_report(by, report))
    require_unchanged(report, seen)
    report.accepted_at, report.accepted_by = at or timezone.now(), by
    report.revision += 1
    make_move(report, "accept", by=by)
    declare_corrected(report, by=by)
    if report.corrects_id:
        former = ProgressReport.objects.locked(report.corrects_id)
        make_move(former, "supersede", by=by, details={"version": report.version})
    return report
