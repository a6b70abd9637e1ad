"""Who came to an activity, day by day."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Exists, F, Max, Min, OuterRef, QuerySet

from openamif.grants.models import Grant
from openamif.register.models import Activity, Event, Participant

LATEST = 12


@dataclass(frozen=True, slots=True)
class Session:
    """A day of an activity on which somebody was recorded."""

    day: date
    present: int


def attended(activity: Activity) -> QuerySet[Event]:
    """The participations in it that stand."""
    return Event.objects.standing().filter(activity=activity, kind=activity.kind)


def group_of(activity: Activity, *, words: str = "") -> QuerySet[Participant]:
    """Who ever came to it; ``words``: in the local reference."""
    came = attended(activity).filter(participant=OuterRef("pk"))
    return everybody_of(activity, words=words).filter(Exists(came))


def everybody_of(activity: Activity, *, words: str = "") -> QuerySet[Participant]:
    """Every participant of its grant; ``words``: in the local reference."""
    everybody = Participant.objects.filter(grant=activity.grant_id)
    found = everybody.filter(local_reference__icontains=words) if words else everybody
    return found.order_by("local_reference", "pk")


def some_of(activity: Activity, keys: Collection[int]) -> QuerySet[Participant]:
    """Those of its grant with these keys."""
    return everybody_of(activity).filter(pk__in=keys)


def recorded_on(activity: Activity, day: date) -> dict[int, Event]:
    """What is recorded of each participant on the day, by her key."""
    return {event.participant_id: event for event in attended(activity).filter(happened_on=day).order_by("pk")}


def sessions_of(activity: Activity, *, most: int) -> list[Session]:
    """The latest days with how many came."""
    days = attended(activity).order_by().values("happened_on")
    counted = days.annotate(present=Count("pk")).order_by("-happened_on")[:most]
    return [Session(each["happened_on"], each["present"]) for each in counted]


def attended_days(grant: Grant, references: Collection[str]) -> dict[str, tuple[date, date]]:
    """Of these activities, by reference: the first and the last day on which somebody took part."""
    stands = Event.objects.standing().filter(grant=grant, activity__reference__in=references, kind=F("activity__kind"))
    rows = stands.order_by().values("activity__reference").annotate(first=Min("happened_on"), last=Max("happened_on"))
    return {row["activity__reference"]: (row["first"], row["last"]) for row in rows}


def usual_hours(activity: Activity) -> Decimal | None:
    """The hours that most of those recorded last stayed for."""
    latest = attended(activity).exclude(hours=None).order_by("-happened_on", "-pk")[:LATEST]
    counted = Counter(latest.values_list("hours", flat=True))
    return max(counted, key=lambda hours: counted[hours], default=None)
