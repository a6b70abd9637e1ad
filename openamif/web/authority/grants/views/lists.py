"""Lists of grants: of every programme, of one, and taken away as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.models import Grant
from openamif.grants.queries import grants_found, programmes_with_grants, sums_of
from openamif.people.policy import is_known
from openamif.people.queries import holdings
from openamif.programmes.models import Programme
from openamif.web.authority.grants.labels import FIELDS, GROUNDS, PROCEDURES
from openamif.web.authority.grants.listing import SoughtForm, columns, rows, state_badge
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.shapes import Action, Figure, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.workbooks import as_csv, as_xlsx

A_PAGE = 50
EXPORTED = (
    ("reference", "text", 18),
    ("title", "text", 60),
    ("beneficiary", "text", 36),
    ("delegated_authority", "text", 36),
    ("objective", "text", 12),
    ("state", "text", 12),
    ("procedure", "text", 26),
    ("location", "text", 10),
    ("signed_on", "date", 12),
    ("starts_on", "date", 12),
    ("ends_on", "date", 12),
    ("ended_on", "date", 12),
    ("eligible_amount", "amount", 16),
    ("union_amount", "amount", 16),
    ("ground", "text", 26),
)
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@guarded_by(is_known)
def every_programme(request: HttpRequest) -> HttpResponse:
    """The programmes with their grants; straight to the list where there is only one."""
    programmes = list(programmes_with_grants(holdings(reader_of(request))))
    if len(programmes) == 1 and policy.can_see_grants(reader_of(request), programmes[0]):
        return redirect("authority:grants", pk=programmes[0].pk)
    shown = [
        {
            "title": Link(each.title, reverse("authority:grants", args=[each.pk])),
            "period": each.period,
            "count": each.grant_count,
            "amount": each.grant_union_amount,
        }
        for each in programmes
        if policy.can_see_grants(reader_of(request), each)
    ]
    shape = [
        Column("title", _("Programme")),
        Column("period", _("Period")),
        Column("count", _("Grants"), "count"),
        Column("amount", _("Union contribution (EUR)"), "money"),
    ]
    return render(request, "authority/grants_everywhere.html", {"columns": shape, "rows": shown})


@guarded_by(policy.can_see_grants, of=the_programme)
def grants(request: HttpRequest, programme: Programme) -> HttpResponse:
    """The grants of a programme, as sought."""
    held = holdings(reader_of(request))
    form, sort = SoughtForm(request.GET, programme, held), request.GET.get("sort", "reference")
    found = grants_found(programme, held, form.sought(sort))
    sums = sums_of(found)
    paginator = Paginator(found, A_PAGE)
    paginator.__dict__["count"] = sums.count
    page = paginator.get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "programme": programme,
        "form": form,
        "sort": sort,
        "page": page,
        "columns": columns(request, sort),
        "rows": rows(page),
        "figures": [
            Figure(_("Grants"), sums.count),
            Figure(_("Total eligible cost"), sums.eligible_amount, "money"),
            Figure(_("Union contribution"), sums.union_amount, "money"),
        ],
        "actions": actions_for(request, programme),
        "crumbs": [Link(_("Grants"), reverse("authority:all_grants"))],
        "exports": [
            Link(label, f"{reverse('authority:grants_export', args=[programme.pk, name])}?{kept.urlencode()}")
            for name, label in (("xlsx", _("Workbook (Excel)")), ("csv", "CSV"))
        ],
    }
    return render(request, "authority/grants.html", context)


def actions_for(request: HttpRequest, programme: Programme) -> list[Action]:
    """Entering one, importing many."""
    actions = []
    if policy.can_import_grants(reader_of(request), programme):
        actions.append(Action(_("Import grants"), reverse("authority:grants_import", args=[programme.pk])))
    if policy.can_enter_grant(reader_of(request), programme):
        actions.append(Action(_("Enter a grant"), reverse("authority:grant_enter", args=[programme.pk]), main=True))
    return actions


@guarded_by(policy.can_see_grants, of=the_programme)
def export(request: HttpRequest, programme: Programme, form: str) -> HttpResponse:
    """What is seen, all its pages, as a file."""
    if form not in TYPES:
        raise Http404
    held = holdings(reader_of(request))
    sought = SoughtForm(request.GET, programme, held).sought(request.GET.get("sort", "reference"))
    headings = [(str(FIELDS.get(key, _("State"))), kind, width) for key, kind, width in EXPORTED]
    lines = [line_of(grant) for grant in grants_found(programme, held, sought)]
    content = as_xlsx(_("Grants"), headings, lines) if form == "xlsx" else as_csv(headings, lines)
    name = f"AMIF-{programme.country}-{programme.period}-grants-{localdate().isoformat()}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=TYPES[form], headers=headers)


def line_of(grant: Grant) -> list[Any]:
    """A grant as a line: what the list shows, and what it has no room for."""
    words = {
        "beneficiary": grant.beneficiary.name,
        "delegated_authority": grant.delegated_authority.name if grant.delegated_authority else "",
        "state": state_badge(grant).label,
        "procedure": str(PROCEDURES[grant.procedure]),
        "ground": str(GROUNDS[grant.ground]),
    }
    return [words.get(key, getattr(grant, key)) for key, _kind, _width in EXPORTED]
