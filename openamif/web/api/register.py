"""The register of a grant for programs: read by whoever may see it, filled by its beneficiary's own."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Router

from openamif.grants.models import Grant
from openamif.grants.queries import grant_for, grants_seen
from openamif.people.policy import is_known, require
from openamif.people.queries import holdings
from openamif.record.actions.note_reading import note_reading
from openamif.register import policy
from openamif.register.models import Event, Output, Participant
from openamif.register.queries.found import outputs_by_day
from openamif.register.queries.referring import (
    activities_by_reference,
    participants_in_order,
    standing_events_in_order,
)
from openamif.register.states import ASSESSMENTS, Answer, EventKind, Level
from openamif.web.api.access import KeyNeeded, Reader, guard
from openamif.web.api.paging import REFUSALS, Key, Wanted, Window
from openamif.web.api.register_schemas import ActivityOut, EventOut, GrantHead, OutputOut, ParticipantOut
from openamif.web.api.schemas import Page, Problem
from openamif.web.doors import found_or_404

router = Router(tags=["register"])
Operation = Callable[..., Any]
Decorator = Callable[[Operation], Operation]
READING: dict[Any, Any] = {**REFUSALS, 401: Problem, 403: Problem}


def the_grant(by: Reader, pk: int) -> Grant:
    """A grant whose register the reader may see; else it is not found."""
    grant = found_or_404(grant_for(holdings(by), pk) if by.is_authenticated else None)
    require(policy.can_see_register(by, grant))  # type: ignore[arg-type]
    return grant


def some(rows: QuerySet[Any], wanted: Window, row_of: Any) -> dict[str, Any]:
    """The rows wanted, and how many there are; only the former are fetched."""
    items = [row_of(each) for each in rows[wanted.offset : wanted.offset + wanted.limit]]
    return {"count": rows.count(), "limit": wanted.limit, "offset": wanted.offset, "items": items}


def noted(request: HttpRequest, grant: Grant, what: str, found: dict[str, Any]) -> dict[str, Any]:
    """The same, once it is written down who took it."""
    note_reading(grant, what, count=found["count"], by=request.user, taken=True)  # type: ignore[arg-type]
    return found


def of_a_grant(
    method: str, what: str, *, name: str, gives: Any, refusals: Any, summary: str, guarded_by: str
) -> Decorator:
    """An operation on the activities, participants, events or things delivered of a grant, or on one of them."""
    words = "_".join(word for word in what.split("/") if "{" not in word)

    def made(operation: Operation) -> Operation:
        path, response = f"/grants/{{id}}/{what}", {200: gives, **refusals}
        place = router.api_operation(
            [method], path, url_name=f"grant_{words}", operation_id=name, response=response, summary=summary
        )
        return place(guard(guarded_by)(operation))

    return made


def reads(what: str, *, gives: Any, summary: str) -> Decorator:
    """Read by whoever may see the register."""
    return of_a_grant(
        "GET", what, name=f"grant_{what}", gives=gives, refusals=READING, summary=summary, guarded_by="can_see_register"
    )


@router.get(
    "/grants",
    url_name="grants",
    operation_id="grants",
    response={200: Page[GrantHead], 401: Problem, 422: Problem},
    summary=gettext_noop("The grants that the reader may see"),
)
@guard("is_known")
def grants(request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    """With the session of the site or a key."""
    if not is_known(request.user):  # type: ignore[arg-type]
        raise KeyNeeded
    return some(grants_seen(holdings(request.user)), wanted, grant_head)  # type: ignore[arg-type]


@reads("activities", gives=list[ActivityOut], summary=gettext_noop("The activities of a grant"))
def activities(request: HttpRequest, id: Key) -> list[dict[str, Any]]:
    """All of them: their references are needed for the events."""
    return [activity_row(each) for each in activities_by_reference(the_grant(request.user, id)).values()]


@reads(
    "participants",
    gives=Page[ParticipantOut],
    summary=gettext_noop("The participants of a grant under their pseudonyms"),
)
def participants(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """Local references are for the beneficiary alone; the trail keeps for whom a program took them."""
    grant = the_grant(request.user, id)
    own = bool(policy.can_see_local_references(request.user, grant))  # type: ignore[arg-type]
    found = some(participants_in_order(grant), wanted, lambda each: participant_row(each, own=own))
    return noted(request, grant, "participants", found)


@reads("events", gives=Page[EventOut], summary=gettext_noop("What happened to the participants of a grant"))
def events(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """As it holds now: what was corrected is left out."""
    grant = the_grant(request.user, id)
    own = bool(policy.can_see_local_references(request.user, grant))  # type: ignore[arg-type]
    found = some(standing_events_in_order(grant), wanted, lambda each: event_row(each, own=own))
    return noted(request, grant, "events", found)


@reads("outputs", gives=Page[OutputOut], summary=gettext_noop("What a grant delivered"))
def outputs(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """Latest day first."""
    return some(outputs_by_day(the_grant(request.user, id)), wanted, output_row)


def grant_head(grant: Grant) -> dict[str, Any]:
    """A grant in brief."""
    names = ("reference", "title", "state", "objective", "starts_on", "ends_on")
    return {"id": grant.pk, "beneficiary": grant.beneficiary.name, **{name: getattr(grant, name) for name in names}}


def activity_row(activity: Any) -> dict[str, Any]:
    """An activity as it stands."""
    names = ("reference", "title", "starts_on", "ends_on", "language", "location")
    row = {name: getattr(activity, name) for name in names}
    return {
        "id": activity.pk,
        "kind": EventKind(activity.kind).name.lower(),
        "planned_hours": hours_text(activity.planned_hours),
        **row,
    }


def name_of(participant: Participant, *, own: bool) -> str:
    """By what the reader knows her: the beneficiary's reference, or the pseudonym."""
    return participant.local_reference if own else f"P{participant.subject_id}"


def participant_row(participant: Participant, *, own: bool) -> dict[str, Any]:
    """A participant."""
    names = ("birth_year", "sex", "nationality_group", "standing", "is_vulnerable", "is_unaccompanied_minor")
    return {
        "id": participant.pk,
        "pseudonym": f"P{participant.subject_id}",
        "local_reference": participant.local_reference if own else None,
        **{name: getattr(participant, name) for name in names},
    }


def event_row(event: Event, *, own: bool) -> dict[str, Any]:
    """An event, its kind and value by name."""
    return {
        "id": event.pk,
        "participant": name_of(event.participant, own=own),
        "kind": EventKind(event.kind).name.lower(),
        "happened_on": event.happened_on,
        "activity": event.activity.reference if event.activity else None,
        "hours": hours_text(event.hours),
        "value": value_name(event),
        "instrument": event.instrument,
    }


def hours_text(hours: Decimal | None) -> str | None:
    """With two decimals, however they were sent."""
    return None if hours is None else f"{hours:.2f}"


def value_name(event: Event) -> str | None:
    """A level, yes or no; None where the kind has no value."""
    if event.value is None:
        return None
    return Level(event.value).name if event.kind in ASSESSMENTS else Answer(event.value).name.lower()


def output_row(output: Output) -> dict[str, Any]:
    """Something delivered."""
    names = ("kind", "name", "happened_on", "quantity")
    return {"id": output.pk, **{name: getattr(output, name) for name in names}}
