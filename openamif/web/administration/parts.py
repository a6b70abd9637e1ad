"""Parts of a programme that a delegated authority looks after."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.access.actions.enter_part import enter_part
from openamif.people.policy import can_administer_people
from openamif.web.administration.acting import acting
from openamif.web.administration.forms import PartForm
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by


@guarded_by(can_administer_people)
def enter(request: HttpRequest) -> HttpResponse:
    """A new part; roles for it are given on the page of a person."""
    form = PartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        part = enter_part(**form.cleaned_data, by=acting(request))
        messages.success(request, _("%(name)s is entered: give roles for it on the page of a person.") % {"name": part})
        return redirect("administration:persons")
    crumbs = [Link(_("Persons"), reverse("administration:persons"))]
    return render(request, "administration/part_enter.html", {"form": form, "crumbs": crumbs})
