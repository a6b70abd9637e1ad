"""Correcting what is known of a person: her name, the address that she logs in with, her language."""

from smtplib import SMTPException

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.access.actions.change_person import change_person
from openamif.people.models import Person
from openamif.people.policy import can_administer_people
from openamif.web.accounts import follow_address
from openamif.web.administration.acting import acting
from openamif.web.administration.forms import PersonForm
from openamif.web.administration.letters import tell_former_address, tell_new_address
from openamif.web.administration.persons import the_person
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by


@guarded_by(can_administer_people)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """The old address is told before it is another one, and where it cannot be told, nothing is changed."""
    person = the_person(request, pk)
    form = PersonForm(request.POST or None, person)
    if request.method == "POST" and form.is_valid() and _is_told(form, person, by=acting(request)):
        _correct(request, person, form)
        return redirect("administration:person", pk)
    crumbs = [
        Link(_("Persons"), reverse("administration:persons")),
        Link(person.name, reverse("administration:person", args=[pk])),
    ]
    return render(request, "administration/person_change.html", {"shown": person, "form": form, "crumbs": crumbs})


def _is_told(form: PersonForm, person: Person, *, by: Person) -> bool:
    """Whether the old address knows, where there will be another one."""
    if form.cleaned_data["email"].lower() == person.email.lower():
        return True
    try:
        tell_former_address(person, by=by)
    except (SMTPException, OSError):
        told = _(
            "%(email)s could not be told that the address changes: the mail server does not answer. Nothing was "
            "changed; try again later."
        )
        form.add_error("email", told % {"email": person.email})
        return False
    return True


def _correct(request: HttpRequest, person: Person, form: PersonForm) -> None:
    with transaction.atomic():
        changed = change_person(person, by=acting(request), **form.cleaned_data)
        person.refresh_from_db()
        if "email" in changed:
            follow_address(person)
    told = _("%(name)s is corrected.") if changed else _("Nothing of %(name)s is other than it was.")
    messages.success(request, told % {"name": form.cleaned_data["name"]})
    if "email" not in changed:
        return
    if acting(request).pk == person.pk:
        update_session_auth_hash(request, person)
    if not tell_new_address(request, person):
        unsent = _("The new address could not be written to: tell her yourself that she logs in with %(email)s.")
        messages.warning(request, unsent % {"email": person.email})
