"""Examine a report: the first of two pairs of eyes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.reports import policy
from openamif.reports.models import ProgressReport


class ReportChangedMeanwhile(Exception):
    """Somebody else did something to the report after it was read."""


def require_unchanged(report: ProgressReport, seen: int | None) -> None:
    """Go on only if the report is as the officer saw it; ``seen``: the revision she read, None where nobody reads."""
    if seen is not None and report.revision != seen:
        raise ReportChangedMeanwhile(report)


@transaction.atomic
def examine_report(
    report: ProgressReport, *, by: Person, seen: int | None = None, at: datetime | None = None
) -> ProgressReport:
    """She finds it in order; another officer accepts it."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_examine_report(by, report))
    require_unchanged(report, seen)
    report.examined_at, report.examined_by = at or timezone.now(), by
    report.revision += 1
    return make_move(report, "examine", by=by)
