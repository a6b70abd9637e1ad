"""Editing what comes in rows: contracts, amendments, contacts, and beneficial owners, whose opening is noted."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.actions.name_owners import OwnersChangedMeanwhile, name_owners
from openamif.grants.facts import OwnerContent, content_of
from openamif.grants.models import Grant
from openamif.grants.queries.owners import OWNER, owners_as_seen, owners_of
from openamif.record.actions.append_trail import append_trail
from openamif.web.authority.forms.tables import Rows, entered_rows, formset_for
from openamif.web.authority.grants.labels import FIELDS
from openamif.web.authority.grants.row_forms import TABLES, owner_form
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.authority.grants.views.changing import ASKED, asked, kept_from
from openamif.web.authority.grants.views.grant import crumbs_of
from openamif.web.components import formats
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404, guarded_by


@guarded_by(policy.can_change_grant, of=the_grant)
def rows(request: HttpRequest, grant: Grant, table: str) -> HttpResponse:
    """The contracts or the amendments of a grant, or whom to ask at its partners."""
    spec = found_or_404(TABLES.get(table))
    content = content_of(grant)
    data = request.POST if request.method == "POST" else None
    formset = formset_for(spec.form(content), rows=spec.rows(content), data=data, period=grant.programme.period)
    kept = asked(request, grant)
    if request.method == "POST" and formset.is_valid():
        entered: dict[str, Any] = {table: spec.entered(entered_rows(formset))}
        kept = kept_from(request, grant, replace(content, **entered))
        if not kept:
            messages.success(request, _("Saved."))
            return redirect("authority:grant", pk=grant.pk)
    return page(request, grant, formset, str(spec.title), draft=kept["revision"], **kept)


@guarded_by(policy.can_see_owners, of=the_grant)
def owners(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Who owns the bodies that are paid; personal data, so the trail keeps who looked."""
    append_trail(grant, "opened", by=reader_of(request), details={"what": "owners"})
    columns = [Column(name, str(FIELDS[name])) for name in ("surname", "given_names", "born_on", "tax_number",
                                                            "register_reference", "partner", "contract")]  # fmt: skip
    shown = [
        {name: "" if (said := getattr(each, name)) is None else said for name in OWNER} for each in owners_of(grant)
    ]
    context = {
        "grant": grant,
        "columns": columns,
        "rows": shown,
        "may_change": policy.can_change_owners(reader_of(request), grant),
        "crumbs": crumbs_of(grant, inside=True),
    }
    return render(request, "authority/grant_owners.html", context)


@guarded_by(policy.can_change_owners, of=the_grant)
def edit_owners(request: HttpRequest, grant: Grant) -> HttpResponse:
    """These persons in place of those that were there."""
    standing = owners_of(grant)
    before = [{name: getattr(each, name) for name in OWNER} for each in standing]
    data = request.POST if request.method == "POST" else None
    partners = [str(each) for each in grant.partners.all()] + [each.partner for each in standing if each.partner]
    contracts = [*content_of(grant).contracts, *(each.contract for each in standing if each.contract)]
    formset = formset_for(owner_form(partners, contracts), rows=before, data=data, period=grant.programme.period)
    kept = ASKED | {"revision": request.POST.get("revision", owners_as_seen(standing))}
    if request.method == "POST" and formset.is_valid():
        named = [OwnerContent(**row) for row in entered_rows(formset)]
        try:
            name_owners(grant, named, seen=kept["revision"], by=reader_of(request))
        except OwnersChangedMeanwhile:
            now = owners_of(grant)
            differing = {"name": str(FIELDS["owners"]), "before": called(now), "after": called(named)}
            kept |= {"revision": owners_as_seen(now), "is_overtaken": True, "overtaken": [differing]}
        else:
            messages.success(request, _("Saved."))
            return redirect("authority:grant_owners", pk=grant.pk)
    append_trail(grant, "opened", by=reader_of(request), details={"what": "owners"})
    back = reverse("authority:grant_owners", args=[grant.pk])
    return page(request, grant, formset, str(FIELDS["owners"]), **kept, draft="", back=back)


def called(owners: Iterable[OwnerContent]) -> str:
    """Their names, or their places in the register of owners."""
    return formats.listed(f"{each.given_names} {each.surname}".strip() or each.register_reference for each in owners)


def page(request: HttpRequest, grant: Grant, formset: Rows, heading: str, **more: Any) -> HttpResponse:
    """The rows as a table to write in."""
    context = {
        "grant": grant,
        "form": formset,
        "heading": heading,
        "back": reverse("authority:grant", args=[grant.pk]),
        "crumbs": crumbs_of(grant, inside=True),
        **more,
    }
    refused = formset.is_bound and (formset.total_error_count() or more["stopped"] or more["is_overtaken"])
    return render(request, "authority/grant_rows.html", context, status=422 if refused else 200)
