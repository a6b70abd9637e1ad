"""Sign a report and send it to the authority."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.actions.fix_report_days import fix_report_days
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.keep_document import keep_document
from openamif.record.actions.make_move import make_move
from openamif.reports import policy
from openamif.reports.actions.freeze_values import freeze_values
from openamif.reports.models import ProgressReport, ReportSubmission
from openamif.reports.queries.missing import examine
from openamif.reports.queries.receipt import as_signed, receipt_content
from openamif.rules.finding import Finding

JSON = "application/json"


class ReportNotComplete(Exception):
    """What is still missing."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


@transaction.atomic
def submit_report(report: ProgressReport, *, by: Person, on: date, at: datetime | None = None) -> ProgressReport:
    """Values are counted and frozen, all it says is kept under its checksum, and the clock of the examination starts.

    The grant is locked first: nobody enters events while they are counted. ``at``: when it was signed; else now.
    """
    Grant.objects.locked(report.grant_id)
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_sign_report(by, report))
    errors = examine(report, on=on).errors
    if errors:
        raise ReportNotComplete(errors)
    instant = at or timezone.now()
    freeze_values(report)
    fix_report_days(report.due)
    number = report.submissions.count() + 1
    content = as_signed(receipt_content(report, by=by, at=instant, number=number))
    document = keep_document(content, name=f"report-{report.pk}-{number}.json", content_type=JSON, by=by)
    ReportSubmission.objects.create(
        report=report, number=number, document=document, submitted_at=instant, submitted_by=by
    )
    report.submitted_at, report.submitted_by, report.digest = instant, by, document.sha256
    report.revision += 1
    return make_move(report, "submit", by=by, details={"sha256": document.sha256, "submission": number})
