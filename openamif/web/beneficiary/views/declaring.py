"""Values that a beneficiary says without a register."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.reports import policy
from openamif.reports.actions.declare_value import declare_value
from openamif.web import declaring
from openamif.web.beneficiary.subjects import reader_of, the_grant
from openamif.web.beneficiary.tabs import way_to
from openamif.web.doors import guarded_by


@guarded_by(policy.can_declare_value, of=the_grant)
def declared(request: HttpRequest, grant: Grant) -> HttpResponse:
    """What the grant has reached, where its register does not tell."""
    form = declaring.form_for_grant(request, grant)
    if declaring.is_declared(request, form, partial(declare_value, grant, by=reader_of(request))):
        return redirect("beneficiary:declared", pk=grant.pk)
    context = {
        "title": _("Values without a register"),
        "lead": declaring.of_grant_told(),
        "about": grant.title,
        "form": form,
        "listed": declaring.listed_for_grant(grant),
        "crumbs": way_to(grant, "grant", _("Overview"))[:1],
        "back": reverse("beneficiary:grant", args=[grant.pk]),
    }
    return render(request, "beneficiary/declared.html", context, status=422 if form.errors else 200)
