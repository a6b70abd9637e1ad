"""Correct a report after it was accepted."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.make_move import ReasonMissing
from openamif.reports import policy
from openamif.reports.models import ProgressReport, ReportAttachment, ReportText


@transaction.atomic
def begin_correction(report: ProgressReport, *, reason: str, by: Person) -> ProgressReport:
    """A new version with the same texts and files, to be changed, signed and examined; the old one counts till then."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_correct_report(by, report))
    if not reason.strip():
        raise ReasonMissing("begin_correction")
    version = ProgressReport.objects.create(
        due=report.due, grant=report.grant, version=report.version + 1, corrects=report
    )
    ReportText.objects.bulk_create(
        ReportText(report=version, key=row.key, text=row.text, changed_by=row.changed_by)
        for row in report.texts.order_by("pk")
    )
    ReportAttachment.objects.bulk_create(
        ReportAttachment(report=version, document_id=row.document_id, kind=row.kind, caption=row.caption)
        for row in report.attachments.order_by("pk")
    )
    details = {"version": version.version}
    append_trail(report, "correction_begun", by=by, reason=reason.strip(), details=details)
    append_trail(version, "report_begun", by=by, reason=reason.strip(), to_state=version.state, details=details)
    return version
