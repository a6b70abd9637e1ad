"""A report as its beneficiary works on it: begun, written text by text, checked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.grants.models import ReportDue
from openamif.reports import policy
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.write_text import TextChangedMeanwhile, UnknownText, write_text
from openamif.reports.models import ProgressReport, ReportText
from openamif.reports.queries.missing import examine
from openamif.web.beneficiary.reports.pages import check_of, editing_context, reading_context
from openamif.web.beneficiary.reports.subjects import the_due, the_report
from openamif.web.beneficiary.subjects import reader_of
from openamif.web.doors import guarded_by, key_in
from openamif.web.report_sheet import anchor_of

CONFLICT = 409


@require_POST
@guarded_by(policy.can_begin_report, of=the_due)
def begin(request: HttpRequest, due: ReportDue) -> HttpResponse:
    """Begin to write it."""
    return redirect("beneficiary:report", pk=begin_report(due, by=reader_of(request)).pk)


@guarded_by(policy.can_see_report, of=the_report)
def report_page(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """To write in, for whoever may while it can be written; to read otherwise."""
    if policy.can_edit_report(reader_of(request), report):
        return render(request, "beneficiary/report_edit.html", editing_context(request, report))
    return render(request, "beneficiary/report.html", reading_context(request, report))


@require_POST
@guarded_by(policy.can_edit_report, of=the_report)
def text(request: HttpRequest, report: ProgressReport, key: str) -> HttpResponse:
    """Save one text, as one types. ``over``: the revision of a colleague's text that she saw and replaces."""
    said = request.POST.get("text", "")
    revision = key_in(request.POST.get("over") or request.POST.get("revision", ""))
    context: dict[str, Any] = {"report": report, "key": key, "anchor": anchor_of(key), "revision": revision}
    try:
        row = write_text(report, key, said, revision=revision, by=reader_of(request))
    except UnknownText:
        return HttpResponse(status=404)
    except TextChangedMeanwhile as conflict:
        return _conflict(request, report, context | {"theirs": conflict.text, "mine": said})
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect(f"{reverse('beneficiary:report', args=[report.pk])}#{anchor_of(key)}")
    response = render(request, "beneficiary/_report_text_state.html", context | _saved(row))
    response.headers["HX-Trigger"] = "report-saved"
    return response


def _saved(row: ReportText) -> dict[str, Any]:
    return {"revision": row.revision, "changed_at": row.changed_at, "changed_by": ""}


def _conflict(request: HttpRequest, report: ProgressReport, context: dict[str, Any]) -> HttpResponse:
    """Both texts are shown; hers is kept, and mine stays in the field until one of them is chosen."""
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "beneficiary/_report_text_state.html", context)
    return render(request, "beneficiary/report_conflict.html", context, status=CONFLICT)


@guarded_by(policy.can_see_report, of=the_report)
def check(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """What is missing, read again after something was saved."""
    context = check_of(report, examine(report, on=localdate()))
    return render(request, "beneficiary/_report_check.html", context)
