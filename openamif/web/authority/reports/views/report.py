"""The page of a report, and its files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openamif.reports import policy
from openamif.reports.models import ProgressReport
from openamif.web import report_files
from openamif.web.authority.reports.pages import report_context
from openamif.web.authority.reports.subjects import the_attachment, the_report, the_submission
from openamif.web.doors import guarded_by


@guarded_by(policy.can_see_report, of=the_report)
def report_page(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """As the officer examines it."""
    return render(request, "authority/report.html", report_context(request, report))


download = guarded_by(policy.can_see_report, of=the_attachment, about="report")(report_files.download)
receipt = guarded_by(policy.can_see_report, of=the_submission, about="report")(report_files.receipt)
