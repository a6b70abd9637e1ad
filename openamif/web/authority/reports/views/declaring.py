"""Values that are said without a register: of a grant, and of the programme as a whole."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports import policy
from openamif.reports.actions.declare_value import declare_total, declare_value
from openamif.web import declaring
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.authority.grants.views.grant import crumbs_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by


@guarded_by(policy.can_declare_value, of=the_grant)
def of_grant(request: HttpRequest, grant: Grant) -> HttpResponse:
    """What a grant has reached, where its register does not tell."""
    form = declaring.form_for_grant(request, grant)
    if declaring.is_declared(request, form, partial(declare_value, grant, by=reader_of(request))):
        return redirect("authority:grant_declared", pk=grant.pk)
    context = {
        "title": _("Values without a register"),
        "lead": declaring.of_grant_told(),
        "about": f"{grant.reference} · {grant.title}",
        "form": form,
        "listed": declaring.listed_for_grant(grant),
        "crumbs": crumbs_of(grant, inside=True),
        "back": reverse("authority:grant", args=[grant.pk]),
    }
    return render(request, "authority/declared.html", context, status=422 if form.errors else 200)


@guarded_by(policy.can_declare_total, of=the_programme)
def of_programme(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Of how many a percentage is, in the whole programme."""
    form = declaring.form_for_whole(request, programme)
    if declaring.is_declared(request, form, partial(declare_total, programme, by=reader_of(request))):
        return redirect("authority:situation_totals", pk=programme.pk)
    back = reverse("authority:situation", args=[programme.pk])
    context = {
        "title": _("What percentages are of"),
        "lead": _(
            "Some indicators are a share of a whole that no register holds, as all reception places of the country. "
            "What is said here stands for the whole programme, before what a single grant says."
        ),
        "about": programme.title,
        "form": form,
        "listed": declaring.listed_for_whole(programme),
        "crumbs": [Link(_("Where the programme stands"), back)],
        "back": back,
    }
    return render(request, "authority/declared.html", context, status=422 if form.errors else 200)
