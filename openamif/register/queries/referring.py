"""From the references that a beneficiary uses to what they stand for, many at once."""

from collections.abc import Collection

from django.db.models import QuerySet

from openamif.grants.models import Grant
from openamif.register.models import Activity, Event, Participant


def activities_by_reference(grant: Grant) -> dict[str, Activity]:
    """Every activity of the grant (one query)."""
    return {each.reference: each for each in Activity.objects.filter(grant=grant).order_by("pk")}


def participants_by_reference(grant: Grant, references: Collection[str]) -> dict[str, Participant]:
    """Those of the grant that are known by these references (one query)."""
    known = Participant.objects.filter(grant=grant, local_reference__in=sorted(references))
    return {each.local_reference: each for each in known.order_by("pk")}


def participants_in_order(grant: Grant) -> QuerySet[Participant]:
    """As they were entered."""
    return Participant.objects.filter(grant=grant).order_by("pk")


def standing_events_in_order(grant: Grant) -> QuerySet[Event]:
    """What nothing has corrected, as it was recorded; with participant and activity."""
    events = Event.objects.standing().filter(grant=grant)
    return events.select_related("participant", "activity").order_by("pk")
