"""The decisions on a report. Whoever comes second is shown the report as it is now, and told."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.people.models import Person
from openamif.people.policy import Refused, Verdict
from openamif.reports import policy
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.correct_value import correct_value
from openamif.reports.actions.examine_report import ReportChangedMeanwhile, examine_report
from openamif.reports.actions.require_plausible import ValueDoubted
from openamif.reports.actions.return_report import return_report
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.own import names_of_own
from openamif.reports.queries.weighed import correction_findings
from openamif.rules.reports.clock import answer_by
from openamif.web import doubting
from openamif.web.authority.coming_second import still_here, too_late
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.reports.forms import QuestionForm, ReasonForm, ValueForm
from openamif.web.authority.reports.pages import head_of, opened_url
from openamif.web.authority.reports.subjects import the_report, the_value
from openamif.web.doors import guarded_by, key_in
from openamif.web.labels import refusal_reason
from openamif.web.official import indicator_name

REFUSED = 422
NOT_NOW = (policy.IN_ANOTHER_STATE, policy.CORRECTION_BEGUN)
Page = Callable[[ProgressReport], HttpResponse]


@require_POST
@guarded_by(policy.can_see_report, of=the_report)
def examine(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """The first pair of eyes finds it in order."""
    seen, by = key_in(request.POST.get("seen", "")), reader_of(request)
    done = _("You found it in order. A colleague accepts it.")
    return _decide(request, report, lambda: examine_report(report, by=by, seen=seen), done)


@require_POST
@guarded_by(policy.can_see_report, of=the_report)
def accept(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """The second accepts it."""
    seen, by = key_in(request.POST.get("seen", "")), reader_of(request)
    done = _("The report is accepted: its figures count.")
    return _decide(request, report, lambda: accept_report(report, by=by, seen=seen), done)


@guarded_by(policy.can_see_report, of=the_report)
def send_back(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """Return it with the reason."""
    form = ReasonForm(request.POST or None, initial={"seen": report.revision})
    lead = _("The beneficiary can write in it again and signs it anew. Your reason stands at the head of the report.")
    page = _asking(request, form, _("Return it"), lead)
    if late := _too_late(request, report, policy.can_return_report):
        return late
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, reader_of(request)
        deed = lambda: return_report(report, reason=said["reason"], by=by, seen=said["seen"])  # noqa: E731
        done = _("The report is returned; the beneficiary reads your reason.")
        return _decide(request, report, deed, done, again=_kept(form, page))
    return page(report)


@guarded_by(policy.can_see_report, of=the_report)
def ask(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """Ask a question; the clock stands still until it is answered."""
    today = localdate()
    expected = answer_by(today, period=report.grant.programme.period)
    initial = {"answer_by_on": expected.isoformat(), "seen": report.revision}
    form = QuestionForm(request.POST or None, initial=initial, today=today)
    lead = _("The report stays as it was sent; the beneficiary answers, and the examination goes on.")
    page = _asking(request, form, _("Ask a question"), lead)
    if late := _too_late(request, report, policy.can_ask_clarification):
        return late
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, reader_of(request)
        deed = lambda: ask_clarification(report, **said, by=by)  # noqa: E731
        done = _("Your question is sent. The clock stands still until it is answered.")
        return _decide(request, report, deed, done, again=_kept(form, page))
    return page(report)


@guarded_by(policy.can_see_report, of=the_report)
def correct(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """Have an accepted report corrected by its beneficiary, in a new version."""
    form = ReasonForm(request.POST or None, initial={"seen": report.revision})
    lead = _("A copy opens for the beneficiary to change and sign. This version counts until that one is accepted.")
    page = _asking(request, form, _("Have it corrected"), lead)
    if late := _too_late(request, report, policy.can_correct_report):
        return late
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, reader_of(request)
        deed = lambda: begin_correction(report, reason=said["reason"], by=by)  # noqa: E731
        done = _("A new version is open for the beneficiary to correct.")
        return _decide(request, report, deed, done, again=_kept(form, page))
    return page(report)


@guarded_by(policy.can_see_report, of=the_value, about="report")
def value(request: HttpRequest, shown: ReportValue) -> HttpResponse:
    """Put a value right; what was reported stays beside it."""
    form = ValueForm(request.POST or None, initial={"seen": shown.report.revision}, value=shown)
    programme, code = shown.report.grant.programme, shown.indicator
    printed = names_of_own(programme, [code]).get(code, code)

    def page(report: ProgressReport) -> HttpResponse:
        context = head_of(report, inside=True) | {
            "form": form,
            "value": shown,
            "opened": opened_url(report, shown),
            "name": indicator_name(code, printed, programme.period),
        }
        return render(request, "authority/report_value.html", context, status=REFUSED if form.errors else 200)

    report = shown.report
    if late := _too_late(request, report, policy.can_correct_value):
        return late
    if request.method == "POST" and form.is_valid():
        done = _("The value is corrected; what was reported stays beside it.")
        try:
            return _decide(request, report, lambda: _correct(request, shown, form), done, again=_kept(form, page))
        except ValueDoubted as doubt:
            form.doubts = doubting.doubted(form, doubt, "corrected", programme.period)
    return page(report)


def _correct(request: HttpRequest, shown: ReportValue, form: ValueForm) -> None:
    """With the doubts that she confirmed; what is only told comes after."""
    said, period = form.cleaned_data, shown.report.grant.programme.period
    found = correction_findings(shown, said["corrected"])
    correct_value(shown, **said, by=reader_of(request), despite=doubting.confirmed(request))
    doubting.tell(request, found, period)


def _too_late(
    request: HttpRequest, report: ProgressReport, may: Callable[[Person, ProgressReport], Verdict]
) -> HttpResponse | None:
    """The report as it is now for whoever comes to a step that a colleague took; what she sends then is kept."""
    back = reverse("authority:report", args=[report.pk])
    return too_late(request, may(reader_of(request), report), reasons=NOT_NOW, back=back)


def _decide(
    request: HttpRequest,
    report: ProgressReport,
    deed: Callable[[], Any],
    done: str,
    *,
    again: Callable[[str, ProgressReport], HttpResponse] | None = None,
) -> HttpResponse:
    """Done; or somebody was quicker, which is told with what she wrote, else with the report as it is now."""
    try:
        deed()
    except Refused as refusal:
        told = str(refusal_reason(refusal.verdict.reason))
    except ReportChangedMeanwhile:
        told = _("A colleague changed something in this report since you opened it. Look at it again.")
    else:
        messages.success(request, done)
        return redirect("authority:report", pk=report.pk)
    if again:
        return again(told, the_report(request, report.pk))
    messages.error(request, told)
    return redirect("authority:report", pk=report.pk)


def _kept(form: forms.Form, page: Page) -> Callable[[str, ProgressReport], HttpResponse]:
    """The page again with all that was written; sent once more, it is about the report as it is now."""

    def again(told: str, report: ProgressReport) -> HttpResponse:
        form.add_error(None, still_here(told))
        form.data = {**form.data.dict(), "seen": str(report.revision)}  # type: ignore[attr-defined]
        return page(report)

    return again


def _asking(request: HttpRequest, form: forms.Form, heading: str, lead: str) -> Page:
    def page(report: ProgressReport) -> HttpResponse:
        context = head_of(report, inside=True) | {"form": form, "heading": heading, "lead": lead}
        return render(request, "authority/report_decision.html", context, status=REFUSED if form.errors else 200)

    return page
