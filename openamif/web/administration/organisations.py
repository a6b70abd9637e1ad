"""Organisations on behalf of which roles are held."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.access.actions.change_organisation import change_organisation
from openamif.access.actions.enter_organisation import enter_organisation
from openamif.access.queries import organisations_found, the_organisation
from openamif.grants.queries.lists import programmes_of
from openamif.people.models import Organisation
from openamif.people.policy import can_administer_people
from openamif.record.queries import trail_of
from openamif.web.administration.acting import acting
from openamif.web.administration.forms import OrganisationForm, SearchForm
from openamif.web.administration.paging import page_of
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Entry, Link
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.history import became, entries_of, quoted
from openamif.web.jobs import count_programme
from openamif.web.labels import LEGAL_FORMS, ORGANISATION_KINDS
from openamif.web.official import country_name


@guarded_by(can_administer_people)
def organisations(request: HttpRequest) -> HttpResponse:
    """Every body, by name."""
    search = SearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    page = page_of(request, organisations_found(words))
    context = {
        "search": search,
        "words": words,
        "page": page,
        "columns": [
            Column("name", _("Name")),
            Column("short_name", _("Short name")),
            Column("kind", _("Kind")),
            Column("country", _("Country")),
            Column("enterprise_number", _("Enterprise number")),
        ],
        "rows": [
            {
                "name": Link(each.name, reverse("administration:organisation", args=[each.pk])),
                "short_name": each.short_name,
                "kind": str(ORGANISATION_KINDS[each.kind]),
                "country": country_name(each.country),
                "enterprise_number": each.enterprise_number,
            }
            for each in page
        ],
        "actions": [Action(_("Enter an organisation"), reverse("administration:organisation_enter"), main=True)],
    }
    return render(request, "administration/organisations.html", context)


@guarded_by(can_administer_people)
def enter(request: HttpRequest) -> HttpResponse:
    """A new body."""
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        entered = enter_organisation(**form.cleaned_data, by=acting(request))
        messages.success(request, _("%(name)s is entered.") % {"name": entered.name})
        return redirect("administration:organisations")
    return _page(request, form, _("Enter an organisation"), _("Enter the organisation"), [])


@guarded_by(can_administer_people)
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of a body, to be corrected; of another kind, its grants count otherwise as projects."""
    shown = found_or_404(the_organisation(pk))
    form = OrganisationForm(request.POST or None, shown)
    if request.method == "POST" and form.is_valid():
        changed = change_organisation(shown, by=acting(request), **form.cleaned_data)
        if "kind" in changed:
            for programme in programmes_of(shown):
                count_programme.enqueue(programme.pk)
        told = _("%(name)s is corrected.") if changed else _("Nothing of %(name)s is other than it was.")
        messages.success(request, told % {"name": form.cleaned_data["name"]})
        return redirect("administration:organisations")
    return _page(request, form, shown.name, _("Save the corrections"), _entries(shown, form))


def _page(
    request: HttpRequest, form: OrganisationForm, heading: str, button: str, entries: list[Entry]
) -> HttpResponse:
    crumbs = [Link(_("Organisations"), reverse("administration:organisations"))]
    context = {"form": form, "heading": heading, "button": button, "crumbs": crumbs, "entries": entries}
    return render(request, "administration/organisation.html", context)


def _entries(shown: Organisation, form: OrganisationForm) -> list[Entry]:
    """What happened to it: of each field corrected, what was there and what is."""
    rows = list(trail_of(shown))
    return [
        replace(entry, text=formats.listed(_said(form, *each) for each in row.details.get("changes", ())))
        for row, entry in zip(rows, entries_of(rows), strict=True)
    ]


def _said(form: OrganisationForm, name: str, before: str, after: str) -> str:
    return became(str(form.fields[name].label), _value(name, before), _value(name, after))


def _value(name: str, value: str) -> str:
    if not value:
        return _("nothing")
    chosen = {"kind": ORGANISATION_KINDS, "legal_form": LEGAL_FORMS}.get(name, {})
    return country_name(value) if name == "country" else str(chosen.get(value) or quoted(value))
