"""Roles: given and ended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.access import policy
from openamif.access.actions.end_role import end_role
from openamif.access.actions.give_role import give_role
from openamif.access.queries import role_held
from openamif.people.models import Person, Role
from openamif.web.administration.acting import acting
from openamif.web.administration.forms import ReasonForm, RoleForm
from openamif.web.administration.persons import page_of_person, role_words, the_person
from openamif.web.components.shapes import Link
from openamif.web.doors import found_or_404, guarded_by


@require_POST
@guarded_by(policy.can_give_role, of=the_person)
def give(request: HttpRequest, person: Person) -> HttpResponse:
    """A role for a person; the form stands on her page."""
    form = RoleForm(person, request.POST)
    if not form.is_valid():
        return render(request, "administration/person.html", page_of_person(request, person, form))
    give_role(person, **form.cleaned_data, by=acting(request))
    messages.success(request, _("The role is given; it holds from now on."))
    return redirect("administration:person", person.pk)


def the_role(request: HttpRequest, pk: int) -> Role:
    """A role that still holds."""
    return found_or_404(role_held(pk))


@guarded_by(policy.can_end_role, of=the_role)
def end(request: HttpRequest, role: Role) -> HttpResponse:
    """End a role, with a reason."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        end_role(role, reason=form.cleaned_data["reason"], by=acting(request))
        messages.success(request, _("The role has ended."))
        return redirect("administration:person", role.person_id)
    crumbs = [
        Link(_("Persons"), reverse("administration:persons")),
        Link(role.person.name, reverse("administration:person", args=[role.person_id])),
    ]
    context = {"role": role, "words": role_words(role), "form": form, "crumbs": crumbs}
    return render(request, "administration/person_role_end.html", context)
