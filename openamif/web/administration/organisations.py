"""Organisations on behalf of which roles are held."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.access.actions.enter_organisation import enter_organisation
from openamif.access.queries import organisations_found
from openamif.people.policy import can_administer_people
from openamif.web.administration.acting import acting
from openamif.web.administration.forms import OrganisationForm, SearchForm
from openamif.web.administration.paging import page_of
from openamif.web.components.shapes import Action, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.labels import ORGANISATION_KINDS
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
                "name": each.name,
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
    crumbs = [Link(_("Organisations"), reverse("administration:organisations"))]
    return render(request, "administration/organisation_enter.html", {"form": form, "crumbs": crumbs})
