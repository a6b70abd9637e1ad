"""Lists of grants: of every programme, of one, and taken away as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.facts import COLUMNS, PARTICULARS
from openamif.grants.models import Grant
from openamif.grants.queries import grants_found, programmes_with_grants, saved_views, sums_of
from openamif.people.policy import is_known
from openamif.people.queries import holdings
from openamif.programmes.models import Programme
from openamif.web.authority.by_programme import by_programme, money_columns
from openamif.web.authority.grants.labels import FIELDS, GROUNDS, PROCEDURES, particulars_in_words
from openamif.web.authority.grants.listing import SoughtForm, columns, rows, state_badge
from openamif.web.authority.grants.small_forms import ViewForm
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.grants.views.saving import USUAL_ORDER, kept_query, list_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.shapes import Action, Figure, Link
from openamif.web.doors import guarded_by
from openamif.web.list_files import list_file, list_links

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
    ("annex_iv_action", "text", 26),
    ("intervention_fields", "text", 12),
    ("types_of_action", "text", 12),
    ("implementation", "text", 12),
    ("particular_themes", "text", 12),
    ("is_strategic", "text", 12),
    ("third_country", "text", 12),
    ("applied_on", "date", 12),
    ("contact_name", "text", 26),
    ("contact_email", "text", 26),
    ("issued_by", "text", 26),
    ("is_state_aid", "text", 12),
    ("is_de_minimis", "text", 12),
    ("aid_body", "text", 26),
    ("partnership_part", "text", 26),
    ("reimbursement", "text", 26),
    ("is_vat_recoverable", "text", 12),
    ("currency", "text", 10),
    ("public_amount", "amount", 16),
)


@guarded_by(is_known)
def every_programme(request: HttpRequest) -> HttpResponse:
    """The programmes with their grants; straight to the list where there is only one."""
    reader = reader_of(request)
    return by_programme(
        request,
        [each for each in programmes_with_grants(holdings(reader)) if policy.can_see_grants(reader, each)],
        leads_to="authority:grants",
        title=_("Grants"),
        more=money_columns(),
        empty=(_("No grant yet"), _("Grants of the programmes for which you hold a role appear here.")),
    )


@guarded_by(policy.can_see_grants, of=the_programme)
def grants(request: HttpRequest, programme: Programme) -> HttpResponse:
    """The grants of a programme, as sought."""
    held = holdings(reader_of(request))
    form, sort = SoughtForm(request.GET, programme, held), request.GET.get("sort", USUAL_ORDER)
    found = form.among(grants_found(programme, held, form.sought(sort)))
    sums = sums_of(found)
    paginator = Paginator(found, A_PAGE)
    paginator.__dict__["count"] = sums.count
    page = paginator.get_page(request.GET.get("page"))
    query, views = kept_query(request.GET), list(saved_views(reader_of(request), list_of(programme)))
    is_new = not form.errors and query not in {view.query for view in views}
    is_worth_saving = is_new and (form.narrows or sort != USUAL_ORDER)
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
        "views": views,
        "query": query,
        "view_form": ViewForm() if is_worth_saving else None,
        "crumbs": [Link(_("Grants"), reverse("authority:all_grants"))],
        "exports": list_links("authority:grants_export", programme.pk, query=request.GET),
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
    held = holdings(reader_of(request))
    asked = SoughtForm(request.GET, programme, held)
    found = asked.among(grants_found(programme, held, asked.sought(request.GET.get("sort", USUAL_ORDER))))
    headings = [(str(FIELDS.get(key, _("State"))), kind, width) for key, kind, width in EXPORTED]
    lines = [line_of(grant) for grant in found.select_related("particulars")]
    stem = f"AMIF-{programme.country}-{programme.period}-grants-{localdate().isoformat()}"
    return list_file(form, title=_("Grants"), stem=stem, headings=headings, lines=lines)


def line_of(grant: Grant) -> list[Any]:
    """A grant as a line: what the list shows, and what it has no room for."""
    words = {
        "beneficiary": grant.beneficiary.name,
        "delegated_authority": grant.delegated_authority.name if grant.delegated_authority else "",
        "state": state_badge(grant).label,
        "procedure": str(PROCEDURES[grant.procedure]),
        "ground": str(GROUNDS[grant.ground]),
        "is_strategic": _("yes") if grant.is_strategic else "",
    }
    said = {name: getattr(grant, name) for name in COLUMNS} | particulars_of(grant) | words
    return [said[key] for key, _kind, _width in EXPORTED]


def particulars_of(grant: Grant) -> dict[str, Any]:
    """What Annex XVII asks besides, in the reader's words; the grant was read with its particulars."""
    own = getattr(grant, "particulars", None)
    if own is None:
        return dict.fromkeys(PARTICULARS, "") | {"public_amount": None}
    return particulars_in_words({name: getattr(own, name) for name in PARTICULARS})
