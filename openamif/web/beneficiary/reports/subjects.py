"""Finding the report that a page is about: of one's own organisation alone."""

from django.http import HttpRequest

from openamif.grants.models import ReportDue
from openamif.reports.models import ProgressReport, ReportAttachment, ReportSubmission
from openamif.reports.queries.reports import attachment_for, due_for, report_for, submission_for
from openamif.web.beneficiary.subjects import held_by
from openamif.web.doors import found_or_404


def the_due(request: HttpRequest, pk: int) -> ReportDue:
    """A report that one of her grants owes."""
    return found_or_404(due_for(held_by(request), pk))


def the_report(request: HttpRequest, pk: int) -> ProgressReport:
    """A report of one of her grants; the side column names the grant."""
    report = found_or_404(report_for(held_by(request), pk))
    request.grant = report.grant  # type: ignore[attr-defined]
    return report


def the_attachment(request: HttpRequest, pk: int) -> ReportAttachment:
    """A file of such a report."""
    return found_or_404(attachment_for(held_by(request), pk))


def the_submission(request: HttpRequest, pk: int) -> ReportSubmission:
    """A report as it was sent once."""
    return found_or_404(submission_for(held_by(request), pk))
