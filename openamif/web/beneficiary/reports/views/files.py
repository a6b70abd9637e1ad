"""The files of a report: attached, taken away, read; and the report itself as a document."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.reports import policy
from openamif.reports.actions.attach_file import FileNotTaken, attach_file
from openamif.reports.actions.remove_attachment import remove_attachment
from openamif.reports.models import ProgressReport, ReportAttachment
from openamif.web import report_files
from openamif.web.beneficiary.reports.forms import FileForm
from openamif.web.beneficiary.reports.pages import editing_context, largest_file
from openamif.web.beneficiary.reports.subjects import the_attachment, the_report, the_submission
from openamif.web.beneficiary.subjects import reader_of
from openamif.web.doors import guarded_by
from openamif.web.explaining import explained
from openamif.web.exports.pdf import report_receipt
from openamif.web.uploads import takes_files_of

REFUSED = 422
LARGEST = 10 * 1024 * 1024
"""Taken in; what the law's data let a report have is a little less, and told at the field."""


@takes_files_of(LARGEST)
@require_POST
@guarded_by(policy.can_edit_report, of=the_report)
def attach(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """A file goes with the report."""
    files = request.FILES
    too_large_for = largest_file(report) if getattr(request, "file_too_large", False) else None
    form = FileForm(request.POST, files, too_large_for=too_large_for)
    if form.is_valid():
        try:
            _attach(request, report, form)
        except FileNotTaken as refusal:
            for finding in refusal.findings:
                form.add_error("file", explained(finding, report.grant.programme.period).sentence)
        else:
            messages.success(request, _("The file is attached."))
            return redirect(f"{reverse('beneficiary:report', args=[report.pk])}#files")
    context = editing_context(request, report) | {"file_form": form}
    return render(request, "beneficiary/report_edit.html", context, status=REFUSED)


def _attach(request: HttpRequest, report: ProgressReport, form: FileForm) -> ReportAttachment:
    said = form.cleaned_data
    raw, name = said["file"].read(), said["file"].name
    by = reader_of(request)
    return attach_file(report, raw, name=name, kind=said["kind"], caption=said["caption"], by=by, on=localdate())


@require_POST
@guarded_by(policy.can_edit_report, of=the_attachment, about="report")
def remove(request: HttpRequest, attachment: ReportAttachment) -> HttpResponse:
    """It no longer goes with the report."""
    report = remove_attachment(attachment, by=reader_of(request))
    messages.success(request, _("The file was taken away."))
    return redirect(f"{reverse('beneficiary:report', args=[report.pk])}#files")


download = guarded_by(policy.can_see_report, of=the_attachment, about="report")(report_files.download)
receipt = guarded_by(policy.can_see_report, of=the_submission, about="report")(report_files.receipt)


@guarded_by(policy.can_see_report, of=the_report)
def preview(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """The report as a document, as it stands and marked as unsigned."""
    content = report_receipt.preview(report, by=reader_of(request))
    return HttpResponse(content, content_type="application/pdf")
