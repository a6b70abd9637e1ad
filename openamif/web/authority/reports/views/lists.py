"""The queue of reports: of every programme, of one, and taken away as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.models import ReportDue
from openamif.grants.queries import programmes_with_grants
from openamif.people.policy import is_known
from openamif.programmes.models import Programme
from openamif.reports.models import ProgressReport
from openamif.reports.queries.reports import OVERDUE, latest_reports, reports_found, stages_by_programme, stages_of
from openamif.reports.states import ReportState
from openamif.web.authority.by_programme import by_programme
from openamif.web.authority.grants.labels import FIELDS
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.reports.listing import PRESSING, SoughtForm, columns, rows, stage_label, stages, state_of
from openamif.web.authority.reports.subjects import offices_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.list_files import list_file, list_links

A_PAGE = 50
PRESSING_FIRST = (ReportState.SUBMITTED, ReportState.EXAMINED, OVERDUE)
"""The stages that a programme is shown by, before it is opened."""


@guarded_by(is_known)
def every_programme(request: HttpRequest) -> HttpResponse:
    """The programmes whose reports she sees; straight to the queue where there is only one."""
    reader, held = reader_of(request), offices_of(request)
    programmes = [each for each in programmes_with_grants(held) if policy.can_see_grants(reader, each)]
    counts = stages_by_programme(held, on=localdate())
    for each in programmes:
        for stage in PRESSING_FIRST:
            setattr(each, stage, counts.get(each.pk, {}).get(stage, 0))
    return by_programme(
        request,
        programmes,
        leads_to="authority:reports",
        title=_("Progress reports"),
        lead=_("What grants owe and sent, and what waits for you, programme by programme."),
        more=[Column(stage, stage_label(stage), "count") for stage in PRESSING_FIRST],
        empty=(
            _("No report is due yet"),
            _(
                "The calendar of each signed grant says when its reports are due; they appear here when their period "
                "begins."
            ),
        ),
    )


@guarded_by(policy.can_see_grants, of=the_programme)
def reports(request: HttpRequest, programme: Programme) -> HttpResponse:
    """What the grants of a programme owe, as sought."""
    held, on = offices_of(request), localdate()
    form, sort = SoughtForm(request.GET, programme, held), request.GET.get("sort", PRESSING)
    sought = form.sought(request.GET.get("stage", ""), sort)
    counts = stages_of(programme, held, on=on)
    found = form.among(reports_found(programme, held, sought, on=on))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    dues = list(page)
    context: dict[str, Any] = {
        "programme": programme,
        "form": form,
        "stage": sought.stage,
        "sort": sort,
        "page": page,
        "tabs": stages(request, sought.stage, counts),
        "columns": columns(request, sort),
        "rows": rows(dues, latest_reports(dues), on),
        "crumbs": [Link(_("Reports"), reverse("authority:all_reports"))],
        "exports": list_links("authority:reports_export", programme.pk, query=request.GET),
    }
    return render(request, "authority/reports.html", context)


@guarded_by(policy.can_see_grants, of=the_programme)
def export(request: HttpRequest, programme: Programme, form: str) -> HttpResponse:
    """What is seen, all its pages, as a file."""
    held, on = offices_of(request), localdate()
    asked = SoughtForm(request.GET, programme, held)
    sought = asked.sought(request.GET.get("stage", ""), request.GET.get("sort", PRESSING))
    dues = list(asked.among(reports_found(programme, held, sought, on=on)))
    latest = latest_reports(dues)
    lines = [line_of(due, latest.get(due.latest or 0), on) for due in dues]
    stem = f"AMIF-{programme.country}-{programme.period}-reports-{on.isoformat()}"
    return list_file(form, title=_("Reports"), stem=stem, headings=headings(), lines=lines)


def headings() -> list[tuple[str, str, int]]:
    """The columns of the file."""
    return [
        (str(FIELDS["reference"]), "text", 18),
        (str(FIELDS["title"]), "text", 50),
        (str(FIELDS["beneficiary"]), "text", 36),
        (str(FIELDS["objective"]), "text", 12),
        (_("Report"), "count", 8),
        (_("First day"), "date", 12),
        (_("Last day"), "date", 12),
        (_("Due"), "date", 12),
        (_("State"), "text", 24),
        (_("Version"), "count", 8),
        (_("Submitted on"), "date", 12),
    ]


def line_of(due: ReportDue, report: ProgressReport | None, on: Any) -> list[Any]:
    """A report as a line."""
    sent = report.submitted_at if report else None
    return [
        due.grant.reference,
        due.grant.title,
        due.grant.beneficiary.name,
        due.grant.objective,
        due.number,
        due.starts_on,
        due.ends_on,
        due.due_on,
        str(state_of(due, report, on).label),
        report.version if report else None,
        localdate(sent) if sent else None,
    ]
