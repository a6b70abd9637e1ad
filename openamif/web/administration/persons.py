"""Persons: who they are, what they may do, and whether they can log in."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.access import policy
from openamif.access.actions.close_account import close_account
from openamif.access.actions.enter_person import enter_person
from openamif.access.actions.open_account import open_account
from openamif.access.queries import person_with_every_role, persons_found
from openamif.people.models import Person, Role
from openamif.people.policy import Verdict, can_administer_people
from openamif.record.actions.append_trail import append_trail
from openamif.record.queries import events_found
from openamif.web.administration.acting import acting
from openamif.web.administration.corrections import corrections_in
from openamif.web.administration.forms import PersonForm, ReasonForm, RoleForm, SearchForm
from openamif.web.administration.letters import send_password_link
from openamif.web.administration.paging import page_of
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Badge, Entry, Link
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.history import entries_of
from openamif.web.labels import ROLES, refusal_reason
from openamif.web.official import reader_language

SHOWN_EVENTS = 10


def the_person(request: HttpRequest, pk: int) -> Person:
    """The person with every role she holds or held."""
    return found_or_404(person_with_every_role(pk))


def account_badge(person: Person) -> Badge:
    """Whether she can log in."""
    return Badge(_("Open"), "good") if person.is_active else Badge(_("Closed"), "idle")


def role_words(role: Role) -> str:
    """The role and what it is held for."""
    if not role.scope:
        return str(ROLES[role.kind])
    return _("%(title)s: %(said)s") % {"title": ROLES[role.kind], "said": role.scope}


@guarded_by(can_administer_people)
def persons(request: HttpRequest) -> HttpResponse:
    """Everyone with an account, by name."""
    search = SearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    page = page_of(request, persons_found(words))
    columns = [
        Column("person", _("Name")),
        Column("email", _("E-mail address")),
        Column("roles", _("Roles")),
        Column("state", _("Account"), "badge"),
    ]
    context = {
        "search": search,
        "words": words,
        "page": page,
        "columns": columns,
        "rows": rows_of(page),
        "actions": [
            Action(_("Enter a part of a programme"), reverse("administration:part_enter")),
            Action(_("Enter a person"), reverse("administration:person_enter"), main=True),
        ],
    }
    return render(request, "administration/persons.html", context)


def rows_of(page: Page[Any]) -> list[dict[str, Any]]:
    """The persons of a page."""
    return [
        {
            "person": Link(person.name, reverse("administration:person", args=[person.pk])),
            "email": person.email,
            "roles": formats.listed(map(role_words, person.held_roles)),
            "state": account_badge(person),
        }
        for person in page
    ]


@guarded_by(can_administer_people)
def enter(request: HttpRequest) -> HttpResponse:
    """A new person; the link to her password is on its way at once."""
    form = PersonForm(request.POST or None, initial={"language": reader_language()})
    if request.method == "POST" and form.is_valid():
        person = enter_person(**form.cleaned_data, by=acting(request))
        send_password_link(request, person)
        messages.success(request, _("Entered. The link to choose a password is on its way. Now give a role."))
        return redirect("administration:person", person.pk)
    crumbs = [Link(_("Persons"), reverse("administration:persons"))]
    return render(request, "administration/person_enter.html", {"form": form, "crumbs": crumbs})


@guarded_by(can_administer_people)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about a person; that the page was opened is an event itself."""
    shown = the_person(request, pk)
    append_trail(shown, "opened", by=acting(request))
    return render(request, "administration/person.html", page_of_person(request, shown, RoleForm(shown)))


def page_of_person(request: HttpRequest, person: Person, form: RoleForm) -> dict[str, Any]:
    """The context of a person's page, with the form for a role as it stands."""
    return {
        "shown": person,
        "badge": account_badge(person),
        "language": dict(settings.LANGUAGES)[person.language],
        "crumbs": [Link(_("Persons"), reverse("administration:persons"))],
        "actions": list(actions_for(request, person)),
        "held": [role_row(request, role) for role in person.held_roles],  # type: ignore[attr-defined]
        "held_columns": [*role_columns(), Column("end", _("End"))],
        "ended": [role_row(request, role) for role in person.ended_roles],  # type: ignore[attr-defined]
        "ended_columns": [*role_columns(), Column("ended_at", _("Ended"), "instant")],
        "form": form,
        "own_role": _refused(policy.can_give_role(acting(request), person)),
        "entries": _entries(person),
        "trail_url": f"{reverse('administration:trail')}?person={person.email}",
    }


def _entries(person: Person) -> list[Entry]:
    """What happened: of each field corrected, what was there and what is."""
    rows = list(events_found(person_pk=person.pk)[:SHOWN_EVENTS])
    told = corrections_in(rows)
    return [
        replace(entry, text=told.get(row.number) or entry.text)
        for row, entry in zip(rows, entries_of(rows), strict=True)
    ]


def _refused(verdict: Verdict) -> str:
    return "" if verdict else str(refusal_reason(verdict.reason))


def actions_for(request: HttpRequest, person: Person) -> list[Action]:
    """What can be done with the account now."""
    correct = Action(_("Correct"), reverse("administration:person_change", args=[person.pk]))
    if not person.is_active:
        opened = reverse("administration:person_open", args=[person.pk])
        return [correct, Action(_("Open the account"), opened, True, post=True)]
    refused = _refused(policy.can_close_account(acting(request), person))
    return [
        correct,
        Action(_("Send a password link"), reverse("administration:person_send_link", args=[person.pk]), post=True),
        Action(_("Close the account"), reverse("administration:person_close", args=[person.pk]), refused=refused),
    ]


def role_columns() -> list[Column]:
    """Of the tables of roles."""
    return [
        Column("kind", _("Role")),
        Column("scope", _("For")),
        Column("organisation", _("On behalf of")),
        Column("given_at", _("Given"), "day"),
    ]


def role_row(request: HttpRequest, role: Role) -> dict[str, Any]:
    """A role; the way to end it only where that may be done."""
    may_end = role.ended_at is None and policy.can_end_role(acting(request), role)
    return {
        "kind": str(ROLES[role.kind]),
        "scope": str(role.scope or _("everything")),
        "organisation": str(role.organisation),
        "given_at": role.given_at,
        "ended_at": role.ended_at,
        "end": Link(_("End this role"), reverse("administration:person_role_end", args=[role.pk])) if may_end else "",
    }


@require_POST
@guarded_by(can_administer_people)
def send_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link to choose a password, once more."""
    person = the_person(request, pk)
    send_password_link(request, person)
    messages.success(request, _("The link is on its way to %(email)s.") % {"email": person.email})
    return redirect("administration:person", pk)


@guarded_by(policy.can_close_account, of=the_person)
def close(request: HttpRequest, person: Person) -> HttpResponse:
    """Close the account, with a reason."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        close_account(person, reason=form.cleaned_data["reason"], by=acting(request))
        messages.success(request, _("The account is closed."))
        return redirect("administration:person", person.pk)
    crumbs = [
        Link(_("Persons"), reverse("administration:persons")),
        Link(person.name, reverse("administration:person", args=[person.pk])),
    ]
    return render(request, "administration/person_close.html", {"shown": person, "form": form, "crumbs": crumbs})


@require_POST
@guarded_by(can_administer_people)
def open_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the account again."""
    person = open_account(the_person(request, pk), by=acting(request))
    messages.success(request, _("The account is open again."))
    return redirect("administration:person", person.pk)
