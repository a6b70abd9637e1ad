"""Take a file away from a report."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.reports import policy
from openamif.reports.models import ProgressReport, ReportAttachment


@transaction.atomic
def remove_attachment(attachment: ReportAttachment, *, by: Person) -> ProgressReport:
    """Only before the report is sent; the document stays where an earlier submission names it."""
    report = ProgressReport.objects.locked(attachment.report_id)
    require(policy.can_edit_report(by, report))
    document = attachment.document
    attachment.delete()
    report.revision += 1
    report.save(update_fields=["revision"])
    append_trail(report, "file_removed", by=by, details={"name": document.name, "sha256": document.sha256})
    return report
