"""The register of a grant, to read: figures, what is missing, who may be a double, participants under pseudonyms."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openamif.grants.models import Grant
from openamif.people.queries import holdings
from openamif.record.actions.note_reading import note_reading
from openamif.register import policy
from openamif.register.actions.log_opening import log_opening
from openamif.register.models import Participant
from openamif.register.queries.found import (
    activities_with_attendance,
    events_by_kind,
    history_of,
    outputs_by_day,
    participant_with_key,
    past_descriptions_of,
)
from openamif.register.queries.lists import alike_participants, possible_doubles
from openamif.register.queries.quality import Quality, quality_of, register_figures
from openamif.web.authority.grants.listing import state_badge
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.components.shapes import Action, Entry, Figure, Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.register_labels import FIELDS, LACKS, OUTPUT_KINDS, event_name
from openamif.web.register_seeking import SoughtByPseudonym
from openamif.web.register_sheet import described, described_in_words, event_entry, said, unknown

A_PAGE, SHOWN = 50, 20
LISTED = ("birth_year", "sex", "nationality_group", "standing")


def the_participant(request: HttpRequest, pk: int) -> Participant:
    """A participant of a grant that she may see."""
    return found_or_404(participant_with_key(holdings(reader_of(request)), pk))


@guarded_by(policy.can_see_register, of=the_grant)
def register(request: HttpRequest, grant: Grant) -> HttpResponse:
    """What it holds, and how far it can be relied on."""
    held, quality = register_figures(grant), quality_of(grant)
    participants_url = reverse("authority:register_participants", args=[grant.pk])
    context = {
        "grant": grant,
        "badge": state_badge(grant),
        "crumbs": crumbs_of(grant),
        "actions": [Action(_("Participants"), participants_url, main=True)] if held.participants else [],
        "is_empty": not (held.participants or held.activities or held.outputs),
        "figures": [
            Figure(_("Participants"), held.participants, url=participants_url),
            Figure(_("Activities"), held.activities),
            Figure(_("Events recorded"), held.events),
            Figure(_("Things delivered"), held.outputs),
        ],
        "kinds": kinds_of(grant),
        "quality": quality_rows(quality, participants_url),
        "doubles": doubles_of(grant),
        "more_doubles": max(quality.doubles - SHOWN, 0),
        "activities": activities_of(grant),
        "outputs": outputs_of(grant),
    }
    return render(request, "authority/register.html", context)


def crumbs_of(grant: Grant, *, inside: bool = False) -> list[Link]:
    """The way back to the grant, from inside to its register."""
    way = [Link(grant.reference, reverse("authority:grant", args=[grant.pk]))]
    return [*way, Link(_("Register"), reverse("authority:register", args=[grant.pk]))] if inside else way


def kinds_of(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """How often each kind of event was recorded, and for how many."""
    columns = [
        Column("kind", _("What happened")),
        Column("events", _("Events"), "count"),
        Column("persons", _("Participants"), "count"),
    ]
    rows = events_by_kind(grant)
    return columns, [{"kind": event_name(kind), "events": events, "persons": persons} for kind, events, persons in rows]


def quality_rows(quality: Quality, url: str) -> tuple[list[Column], list[dict[str, Any]]]:
    """What is missing, of how many; each leads to those of whom it is missing."""
    columns = [
        Column("name", _("What is missing")),
        Column("number", _("Number"), "count"),
        Column("whole", pgettext("so many", "Of"), "count"),
        Column("rate", _("Share"), "bar"),
    ]
    every = (
        ("birth_year", FIELDS["birth_year"], quality.unknown_birth_year, quality.participants),
        ("sex", FIELDS["sex"], quality.unknown_sex, quality.participants),
        ("entry_test", _("Language test at entry, of those in a language course"), quality.untested, quality.learners),
        ("instrument", _("Test used, of those who took one"), quality.without_instrument, quality.tested),
        ("", _("Who it is, beyond the local reference"), quality.local_only, quality.participants),
        ("days", LACKS["days"], quality.outside, quality.participants),
    )
    rows = [
        {
            "name": Link(str(name), f"{url}?lacks={key}") if number and key else str(name),
            "number": number,
            "whole": whole,
            "rate": Decimal(number) * 100 / whole if whole else None,
        }
        for key, name, number, whole in every
    ]
    return columns, rows


def doubles_of(grant: Grant) -> list[Link]:
    """The first participants who resemble somebody of the programme under another pseudonym."""
    return [
        Link(f"P{each.subject_id}", reverse("authority:register_participant", args=[each.pk]))
        for each in possible_doubles(grant)[:SHOWN]
    ]


def activities_of(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """The activities with how many came."""
    columns = [
        *(Column(key, str(FIELDS[key])) for key in ("reference", "title", "kind", "starts_on", "ends_on")),
        Column("came", _("Participants"), "count"),
    ]
    rows = [
        {
            "reference": each.reference,
            "title": each.title,
            "kind": event_name(each.kind),
            "starts_on": day(each.starts_on, length="medium"),
            "ends_on": day(each.ends_on, length="medium") if each.ends_on else None,
            "came": each.came,  # type: ignore[attr-defined]
        }
        for each in activities_with_attendance(grant)
    ]
    return columns, rows


def outputs_of(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """The things delivered."""
    columns = [
        Column("name", str(FIELDS["name"])),
        Column("kind", str(FIELDS["kind"])),
        Column("happened_on", str(FIELDS["happened_on"])),
        Column("quantity", str(FIELDS["quantity"]), "count"),
    ]
    rows = [
        {
            "name": each.name,
            "kind": str(OUTPUT_KINDS[each.kind]),
            "happened_on": day(each.happened_on, length="medium"),
            "quantity": each.quantity,
        }
        for each in outputs_by_day(grant)
    ]
    return columns, rows


@guarded_by(policy.can_see_register, of=the_grant)
def participants(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Under their pseudonyms, as sought; that the list was opened is written down."""
    form = SoughtByPseudonym(request.GET, grant)
    paginator: Paginator[Participant] = Paginator(form.found(), A_PAGE)  # type: ignore[arg-type]
    page = paginator.get_page(request.GET.get("page"))
    note_reading(grant, "participants", count=paginator.count, by=reader_of(request))
    columns = [Column("pseudonym", _("Pseudonym")), *(Column(key, str(FIELDS[key])) for key in LISTED)]
    rows = [
        {key: said(each, key) or unknown(key) for key in LISTED}
        | {
            "pseudonym": Link(f"P{each.subject_id}", reverse("authority:register_participant", args=[each.pk])),
        }
        for each in page
    ]
    context = {"grant": grant, "form": form, "page": page, "columns": columns, "rows": rows}
    return render(request, "authority/register_participants.html", context | {"crumbs": crumbs_of(grant, inside=True)})


@guarded_by(policy.can_open_participant, of=the_participant)
def participant(request: HttpRequest, shown: Participant) -> HttpResponse:
    """What happened to one person; that it was opened is written down."""
    log_opening(shown, by=reader_of(request))
    past = [Entry(each.replaced_at, _("Until then"), described_in_words(each)) for each in past_descriptions_of(shown)]
    context = {
        "shown": shown,
        "pairs": described(shown),
        "entries": [event_entry(each) for each in history_of(shown) if not each.is_void],
        "past": past,
        "alike": [f"P{each.subject_id}, {each.grant.reference}" for each in alike_participants(shown)[:SHOWN]],
        "crumbs": crumbs_of(shown.grant, inside=True),
    }
    return render(request, "authority/register_participant.html", context)
