"""Planning a check of a grant: the sample is drawn at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.reports.models import ProgressReport
from openamif.verification import policy
from openamif.verification.actions.plan_check import plan_check
from openamif.verification.queries import last_event, population_of, reports_to_check
from openamif.verification.states import SamplingMethod
from openamif.web.authority.checks.forms import PlanForm
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.components import formats
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by


@guarded_by(policy.can_plan_check, of=the_grant)
def plan(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Whom is drawn is seen once it is drawn, not before: nobody tries until a sample pleases."""
    reports = {report.pk: report for report in reports_to_check(grant)}
    offered = [(pk, report_words(report)) for pk, report in reports.items()]
    population = len(population_of(grant, known=last_event(grant)))
    form = PlanForm(offered, request.POST if request.method == "POST" else None, population=population)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        check = plan_check(
            grant,
            method=SamplingMethod(said["method"]),
            seed=said["seed"],
            size=said["size"],
            report=reports.get(said.get("report") or 0),
            on=localdate(),
            by=reader_of(request),
        )
        drawn = _("The check is planned and its sample drawn.")
        nobody = _("The check is planned. Nobody is in the register yet, so there is no sample.")
        messages.success(request, drawn if check.population or check.report else nobody)
        return redirect("authority:check", pk=check.pk)
    context = {
        "grant": grant,
        "form": form,
        "population": population,
        "crumbs": [
            Link(_("Checks on the spot"), reverse("authority:checks", args=[grant.programme_id])),
            Link(grant.reference, reverse("authority:grant", args=[grant.pk])),
        ],
    }
    return render(request, "authority/checks_plan.html", context, status=422 if form.errors else 200)


def report_words(report: ProgressReport) -> str:
    """Its number and its days."""
    days = {"from": formats.day(report.due.starts_on), "until": formats.day(report.due.ends_on)}
    return _("Report %(number)d, %(from)s to %(until)s") % {"number": report.due.number, **days}
