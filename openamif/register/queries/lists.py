"""What a register holds, as a reader asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from openamif.grants.models import Grant
from openamif.register.models import Activity, Event, Extent, Participant
from openamif.register.queries.long_lists import LongList
from openamif.register.queries.seeking import Asked, participants_asked_for, participants_by_pseudonym

EVENT_SORTS: Mapping[str, str] = {"happened_on": "happened_on", "recorded_at": "id"}


@dataclass(frozen=True, slots=True)
class SoughtEvents:
    """What is asked of events."""

    kind: int | None = None
    activity: int | None = None
    participant: int | None = None
    since: date | None = None
    until: date | None = None
    sort: str = "-happened_on"


def with_policy(grants: QuerySet[Grant]) -> QuerySet[Grant]:
    """Grants with what the policy of their registers asks: one query more, however many they are."""
    return grants.select_related("register_erasure").prefetch_related("rights")


def live_events(grant: Grant) -> QuerySet[Event]:
    """What stands: nothing corrects it, and it happened; by day."""
    live = Event.objects.standing().filter(grant=grant)
    return live.select_related("participant", "activity").order_by("happened_on", "pk")


def activities_of(grant: Grant) -> QuerySet[Activity]:
    """By their first day."""
    return Activity.objects.filter(grant=grant).order_by("starts_on", "pk")


def participants_found(grant: Grant, asked: Asked, *, by_pseudonym: bool = False) -> LongList[Participant]:
    """The participants as asked for, by local reference or by pseudonym; all of them are not counted but known."""
    rows = (participants_by_pseudonym if by_pseudonym else participants_asked_for)(grant, asked)
    return LongList(rows.select_related("subject"), count=extent_of(grant).participants if asked == Asked() else None)


def events_found(grant: Grant, sought: SoughtEvents) -> LongList[Event]:
    """The live events as sought."""
    asked = {
        "kind": sought.kind,
        "activity": sought.activity,
        "participant": sought.participant,
        "happened_on__gte": sought.since,
        "happened_on__lte": sought.until,
    }
    said = {name: value for name, value in asked.items() if value is not None}
    found = live_events(grant).filter(**said).order_by(*_order(sought.sort, EVENT_SORTS))
    return LongList(found, count=None if said else extent_of(grant).events)


def extent_of(grant: Grant) -> Extent:
    """How much its register holds; nothing yet where nobody was entered."""
    return Extent.objects.filter(grant=grant).order_by("pk").first() or Extent(grant=grant)


def _order(sort: str, sorts: Mapping[str, str]) -> list[str]:
    """In the direction asked for, ending in the key."""
    backwards, name = sort.startswith("-"), sort.removeprefix("-")
    field = sorts.get(name, next(iter(sorts.values())))
    sign = "-" if backwards else ""
    return [f"{sign}{field}"] if field == "id" else [f"{sign}{field}", f"{sign}pk"]


def possible_doubles(grant: Grant) -> QuerySet[Participant]:
    """Participants who may be somebody counted elsewhere in the programme: the same likeness, another subject."""
    alike = Participant.objects.filter(
        grant__programme=grant.programme_id, subject__likeness=OuterRef("subject__likeness")
    ).exclude(subject=OuterRef("subject"))
    suspected = Participant.objects.filter(Exists(alike), ~Q(subject__likeness=""), grant=grant)
    return suspected.select_related("subject").order_by("subject__likeness", "pk")


def alike_participants(participant: Participant) -> QuerySet[Participant]:
    """Whom she may be counted as elsewhere in the programme."""
    if not participant.subject.likeness:
        return Participant.objects.none()
    likeness, programme = participant.subject.likeness, participant.grant.programme_id
    alike = Participant.objects.filter(subject__likeness=likeness, grant__programme=programme)
    return alike.exclude(subject=participant.subject_id).select_related("grant", "subject").order_by("grant", "pk")
