"""Finding the report that a page is about: what the reader may not know of is not found."""

from django.http import HttpRequest

from openamif.people.queries import Holdings, holdings
from openamif.people.states import RoleKind
from openamif.reports.models import ProgressReport, ReportAttachment, ReportSubmission, ReportValue
from openamif.reports.queries.reports import attachment_for, report_for, submission_for, value_for
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.doors import found_or_404


def offices_of(request: HttpRequest) -> Holdings:
    """What she holds but as a beneficiary, whose own door shows her reports."""
    held = holdings(reader_of(request))
    return Holdings(tuple(role for role in held.roles if role.kind != RoleKind.BENEFICIARY))


def the_report(request: HttpRequest, pk: int) -> ProgressReport:
    """A report that was submitted, of a grant she may see."""
    return found_or_404(report_for(offices_of(request), pk))


def the_value(request: HttpRequest, pk: int) -> ReportValue:
    """A value of such a report."""
    return found_or_404(value_for(offices_of(request), pk))


def the_attachment(request: HttpRequest, pk: int) -> ReportAttachment:
    """A file of such a report."""
    return found_or_404(attachment_for(offices_of(request), pk))


def the_submission(request: HttpRequest, pk: int) -> ReportSubmission:
    """A report as it was sent once."""
    return found_or_404(submission_for(offices_of(request), pk))
