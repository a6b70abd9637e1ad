"""A report is checked and signed, a question answered, a correction begun."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.reports import policy
from openamif.reports.actions.answer_clarification import answer_clarification
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.submit_report import ReportNotComplete, submit_report
from openamif.reports.models import ProgressReport
from openamif.reports.queries.missing import examine
from openamif.web.beneficiary.reports.forms import AnswerForm, ReasonForm, SignForm
from openamif.web.beneficiary.reports.pages import check_of, head_of, opened_from, reading_context
from openamif.web.beneficiary.reports.subjects import the_report
from openamif.web.beneficiary.subjects import reader_of
from openamif.web.doors import guarded_by
from openamif.web.report_sheet import value_columns, value_rows

REFUSED = 422


@guarded_by(policy.can_edit_report, of=the_report)
def sign(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """What is missing; and once nothing is, the declaration, for whoever may sign."""
    form = SignForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            submit_report(report, by=reader_of(request), on=localdate())
        except ReportNotComplete:
            messages.error(request, _("Something is still missing, so the report was not sent."))
        else:
            messages.success(request, _("The report is signed and sent. Its receipt is below."))
            return redirect("beneficiary:report", pk=report.pk)
    found = examine(report, on=localdate())
    context = head_of(report, inside=True) | check_of(report, found)
    context |= {
        "form": form,
        "may_sign": policy.can_sign_report(reader_of(request), report),
        "values": (value_columns(), value_rows(report, found.counted, url_of=opened_from(report))),
        "file_count": len(report.attachments.all()),
        "written": sum(1 for row in found.texts.values() if row.text),
    }
    return render(request, "beneficiary/report_sign.html", context, status=REFUSED if form.errors else 200)


@require_POST
@guarded_by(policy.can_answer_clarification, of=the_report)
def answer(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """The authority has its answer, and its clock runs on."""
    form = AnswerForm(request.POST)
    if form.is_valid():
        answer_clarification(report, answer=form.cleaned_data["answer"], by=reader_of(request))
        messages.success(request, _("Your answer is sent; the authority goes on with the report."))
        return redirect("beneficiary:report", pk=report.pk)
    context = reading_context(request, report) | {"answer_form": form}
    return render(request, "beneficiary/report.html", context, status=REFUSED)


@guarded_by(policy.can_correct_report, of=the_report)
def correct(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """A new version of a report that was accepted."""
    help_text = _("What has to be corrected, and why. It is shown with both versions.")
    form = ReasonForm(request.POST or None, help_text=help_text)
    if request.method == "POST" and form.is_valid():
        version = begin_correction(report, reason=form.cleaned_data["reason"], by=reader_of(request))
        words = _("The correction is begun. The accepted version counts until this one is accepted.")
        messages.success(request, words, extra_tags=request.path)
        return redirect("beneficiary:report", pk=version.pk)
    context = head_of(report, inside=True) | {"form": form}
    return render(request, "beneficiary/report_correct.html", context, status=REFUSED if form.errors else 200)
