"""What waits for the beneficiary, and her grants."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.grants.queries.own import own_grants, running_grants
from openamif.people.models import Person
from openamif.people.policy import is_known
from openamif.people.queries import organisation_of
from openamif.register import policy
from openamif.register.queries.lists import with_policy
from openamif.web.beneficiary.subjects import held_by, reader_of
from openamif.web.beneficiary.tabs import state_badge
from openamif.web.beneficiary.waiting import tasks_of
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day, deadline
from openamif.web.doors import guarded_by


@guarded_by(is_known)
def home(request: HttpRequest) -> HttpResponse:
    """The first page after log-in."""
    held, on, reader = held_by(request), localdate(), reader_of(request)
    context = {
        "tasks": tasks_of(held, on=on),
        "on": on,
        "running": [card_of(grant, reader) for grant in with_policy(running_grants(held, on=on))],
        "organisation": organisation_of(reader),
        "holds_role": bool(held.roles),
        "more": own_grants(held, on=on).exists(),
    }
    return render(request, "beneficiary/home.html", context)


def card_of(grant: Grant, reader: Person) -> dict[str, Any]:
    """A grant that runs, with what she does most often; whoever does not fill its register reads it."""
    links = [
        Link(_("Take attendance"), reverse("beneficiary:attendance", args=[grant.pk])),
        Link(_("Participants"), reverse("beneficiary:participants", args=[grant.pk])),
        Link(_("Send in a file"), reverse("beneficiary:imports", args=[grant.pk])),
    ]
    return {
        "grant": grant,
        "url": reverse("beneficiary:grant", args=[grant.pk]),
        "next_due_on": grant.next_due_on,  # type: ignore[attr-defined]
        "is_own": bool(policy.can_see_local_references(reader, grant)),
        "links": links if policy.can_fill_register(reader, grant) else links[1:2],
    }


@guarded_by(is_known)
def grants(request: HttpRequest) -> HttpResponse:
    """Every grant of her organisation, also those that are over."""
    on = localdate()
    columns = [
        Column("reference", _("Reference"), "text"),
        Column("title", _("Title")),
        Column("state", _("State")),
        Column("starts_on", _("Starts on")),
        Column("ends_on", _("Ends on")),
        Column("next_due_on", _("Next report due")),
    ]
    rows = [row_of(grant, on) for grant in own_grants(held_by(request), on=on)]
    return render(request, "beneficiary/grants.html", {"columns": columns, "rows": rows})


def row_of(grant: Grant, on: date) -> dict[str, Any]:
    """A line of the list."""
    next_due_on = grant.next_due_on  # type: ignore[attr-defined]
    return {
        "reference": Link(grant.reference, reverse("beneficiary:grant", args=[grant.pk])),
        "title": grant.title,
        "state": state_badge(grant),
        "starts_on": day(grant.starts_on, length="medium"),
        "ends_on": day(grant.ends_on, length="medium"),
        "next_due_on": deadline(next_due_on, on) if next_due_on else None,
    }
