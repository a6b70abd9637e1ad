"""A check with its sample, its list to take along, and the population it was drawn from."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openamif.people.models import Person
from openamif.record.actions.note_reading import note_reading
from openamif.verification import policy
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.queries import (
    CheckSums,
    events_seen_of,
    is_drawn_again,
    members_of,
    sample_of,
    sums_of,
)
from openamif.web.authority.checks.history import entries_on
from openamif.web.authority.checks.labels import state_badge
from openamif.web.authority.checks.rows import drawing_pairs, sample_columns, sample_rows
from openamif.web.authority.checks.subjects import the_check
from openamif.web.authority.checks.visit import visit_list_of
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.components.shapes import Action, Figure, Link
from openamif.web.doors import guarded_by
from openamif.web.downloads import download
from openamif.web.labels import refusal_reason
from openamif.web.list_files import values_of


@guarded_by(policy.can_see_check, of=the_check)
def page(request: HttpRequest, check: OperationalCheck) -> HttpResponse:
    """Where it stands, who was drawn, what was found; the trail keeps who saw those drawn."""
    reader, sample = reader_of(request), sample_of(check)
    may_see = bool(policy.can_see_sampled_references(reader, check))
    note_reading(check, "sample", count=len(sample), by=reader, references=may_see)
    context = {
        "check": check,
        "badge": state_badge(check),
        "crumbs": crumbs_of(check),
        "actions": actions_for(reader, check, sample),
        "may_abandon": bool(policy.can_abandon_check(reader, check)),
        "figures": figures(sums_of(sample)) if sample else [],
        "columns": sample_columns(check, with_reference=may_see),
        "rows": sample_rows(sample, events_seen_of(check, sample), with_reference=may_see),
        "pairs": drawing_pairs(check),
        "is_drawn_again": is_drawn_again(check),
        "population_url": reverse("authority:check_population", args=[check.pk]),
        "entries": entries_on(check),
        "delay": {True: _("Yes"), False: pgettext("an answer", "No"), None: _("Not looked at")}[check.is_without_delay],
    }
    return render(request, "authority/checks_check.html", context)


def crumbs_of(check: OperationalCheck, *, inside: bool = False) -> list[Link]:
    """The way back to the list and the grant; from a page of the check to the check."""
    crumbs = [
        Link(_("Checks on the spot"), reverse("authority:checks", args=[check.grant.programme_id])),
        Link(check.grant.reference, reverse("authority:grant", args=[check.grant_id])),
    ]
    return [*crumbs, Link(_("Check"), reverse("authority:check", args=[check.pk]))] if inside else crumbs


def actions_for(person: Person, check: OperationalCheck, sample: list[SampledParticipant]) -> list[Action]:
    """The list to take along, and the next step: whoever is to be looked at next, then the visit."""
    actions = []
    if check.size:
        actions.append(Action(_("Check list (PDF)"), reverse("authority:check_list", args=[check.pk])))
    if policy.can_write_finding(person, check):
        verdict = policy.can_carry_out_check(person, check)
        refused = "" if verdict else str(refusal_reason(verdict.reason))
        url = reverse("authority:check_carry_out", args=[check.pk])
        actions.append(Action(_("Write up the visit"), url, main=bool(verdict), refused=refused))
        if (position := next((each.position for each in sample if not each.outcome), None)) is not None:
            words = _("Look at number %(position)d of %(size)d") % {"position": position, "size": check.size}
            actions.append(Action(words, reverse("authority:check_finding", args=[check.pk, position]), main=True))
    if policy.can_close_check(person, check):
        actions.append(Action(_("Close the check"), reverse("authority:check_close", args=[check.pk]), main=True))
    return actions


def figures(sums: CheckSums) -> list[Figure]:
    """How far the sample is, and what it shows."""
    drawn = _("of %(drawn)d drawn") % {"drawn": sums.drawn}
    return [
        Figure(_("Looked at"), sums.looked_at, note=drawn),
        Figure(_("Agree"), sums.agreeing),
        Figure(_("Differ"), sums.differing),
        Figure(_("Not found"), sums.not_found),
    ]


@guarded_by(policy.can_see_check, of=the_check)
def visit_list(request: HttpRequest, check: OperationalCheck) -> HttpResponse:
    """For a visit without network: on paper, or kept on the phone; the trail keeps who took it."""
    reader = reader_of(request)
    may_see = bool(policy.can_see_sampled_references(reader, check))
    note_reading(check, "sample", count=check.size, by=reader, taken=True, references=may_see)
    content = visit_list_of(check, with_references=may_see, on=localdate())
    return download(content, f"check-{check.pk}.pdf")


@guarded_by(policy.can_see_check, of=the_check)
def population(request: HttpRequest, check: OperationalCheck) -> HttpResponse:
    """Everybody who could have been drawn, in the order of drawing, with what puts them there; it leaves a trail."""
    headings = [
        (_("Number"), "count", 12),
        (_("Activity"), "text", 20),
        (_("SHA-256 of seed:number"), "text", 64),
        (_("Drawn"), "text", 8),
    ]
    lines: list[list[Any]] = [
        [each.number, each.stratum, each.place, _("yes") if each.is_drawn else ""] for each in members_of(check)
    ]
    note_reading(check, "population", count=len(lines), by=reader_of(request), taken=True)
    return download(values_of(headings, lines), f"check-{check.pk}-population.csv")
