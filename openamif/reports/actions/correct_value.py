"""Put a value right that the beneficiary reported."""

from collections.abc import Collection
from decimal import Decimal

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.make_move import ReasonMissing
from openamif.reports import policy
from openamif.reports.actions.examine_report import require_unchanged
from openamif.reports.actions.require_plausible import require_plausible
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.weighed import correction_findings


@transaction.atomic
def correct_value(
    value: ReportValue,
    *,
    corrected: Decimal,
    reason: str,
    by: Person,
    seen: int | None = None,
    despite: Collection[str] = (),
) -> ReportValue:
    """What was reported stays as it is; what the authority accepts in its place stands beside it, with the reason.

    ``seen``: the revision of the report when its page was opened; another one raises ReportChangedMeanwhile.
    ``despite``: the doubts that she confirms; ValueDoubted where there are others, or where it cannot be.
    """
    report = ProgressReport.objects.locked(value.report_id)
    require(policy.can_correct_value(by, report))
    require_unchanged(report, seen)
    if not reason.strip():
        raise ReasonMissing("correct_value")
    value = ReportValue.objects.get(pk=value.pk)
    doubted = require_plausible(correction_findings(value, corrected), despite)
    before = value.value if value.corrected_value is None else value.corrected_value
    value.corrected_value, value.correction_reason, value.corrected_by = corrected, reason.strip(), by
    value.save(update_fields=["corrected_value", "correction_reason", "corrected_by"])
    report.revision += 1
    report.save(update_fields=["revision"])
    details = {"indicator": value.indicator, "changes": [[value.indicator, str(before), str(corrected)]], **doubted}
    append_trail(report, "value_corrected", by=by, reason=reason.strip(), details=details)
    return value
