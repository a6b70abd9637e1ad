"""Every report that the grants of the organisation owe, with how far each is."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import ReportDue
from openamif.people.policy import is_known
from openamif.reports.queries.owed import dues_with_reports
from openamif.web.beneficiary.overview import badge_of_report, days_of
from openamif.web.beneficiary.subjects import held_by
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import deadline
from openamif.web.doors import guarded_by

A_PAGE = 50


@guarded_by(is_known)
def reports(request: HttpRequest) -> HttpResponse:
    """What is to be done first, the most pressing on top; then what was sent, and what is to come."""
    on = localdate()
    page = Paginator(dues_with_reports(held_by(request), on=on), A_PAGE).get_page(request.GET.get("page"))
    columns = [
        Column("report", _("Report"), wrap=False),
        Column("grant", _("Grant")),
        Column("period", _("Period")),
        Column("due_on", _("Due on")),
        Column("state", _("State"), wrap=False),
    ]
    context = {"columns": columns, "rows": [row_of(due, on) for due in page], "page": page}
    return render(request, "beneficiary/reports.html", context)


def row_of(due: ReportDue, on: date) -> dict[str, Any]:
    """A line of the list; a report that nobody has begun is begun on the page of its grant."""
    latest = next(iter(due.reports.all()), None)
    page = reverse("beneficiary:report", args=[latest.pk]) if latest else ""
    grant = reverse("beneficiary:grant", args=[due.grant_id])
    met = latest is not None and latest.is_handed_in
    return {
        "report": Link(_("Report %(number)d") % {"number": due.number}, page or f"{grant}#reports"),
        "grant": f"{due.grant.reference} {due.grant.title}",
        "period": days_of(due),
        "due_on": deadline(due.due_on, on, met=met),
        "state": badge_of_report(due, latest, on),
    }
