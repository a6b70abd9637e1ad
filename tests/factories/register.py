"""A register with a few persons in it, filled through the actions."""

from datetime import date
from itertools import count

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.register.actions.enter_activity import enter_activity
from openamif.register.actions.enter_participant import enter_participant
from openamif.register.actions.record_events import record_events
from openamif.register.facts import ActivityContent, EventContent, PersonDescription
from openamif.register.models import Activity, Event, Participant
from openamif.register.states import EventKind
from tests.factories import grants
from tests.factories.people import person

DAY = date(2020, 6, 1)
HAPPENED_ON = date(2019, 3, 4)
counted = count(1)


def filler(grant: Grant) -> Person:
    """Somebody of the beneficiary."""
    return person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=grant.beneficiary)


def signed_grant(programme, **said) -> Grant:
    """A grant whose register may be filled."""
    return grants.signed(programme, **said)


def participant(
    grant: Grant, *, by: Person, reference: str = "", identity: Identity | None = None, **said
) -> Participant:
    """Somebody; known by her reference alone unless an identity is said. ``said``: of her description."""
    return enter_participant(
        grant,
        identity=identity or Identity(),
        local_reference=reference or f"A{next(counted)}",
        description=PersonDescription(**said),
        by=by,
        on=DAY,
    )


def activity(grant: Grant, *, by: Person, kind: int = EventKind.LANGUAGE_COURSE, **said) -> Activity:
    """A course of the grant's first half year."""
    number = next(counted)
    values = {"starts_on": date(2019, 1, 7), "ends_on": date(2019, 6, 28), **said}
    content = ActivityContent(f"C{number}", kind, f"Activity {number}", **values)
    return enter_activity(grant, content, by=by, on=DAY)


def event(
    of: Participant, *, by: Person, kind: int | None = None, in_activity: Activity | None = None, **said
) -> Event:
    """Something that happened to her; without a kind, she took part in the activity."""
    source, said = said.pop("source", None), {"happened_on": HAPPENED_ON, **said}
    asked = kind if kind is not None else in_activity.kind
    content = EventContent(of.pk, asked, activity_pk=in_activity.pk if in_activity else None, **said)
    assert record_events(of.grant, [content], by=by, source=source, on=DAY) == 1
    return Event.objects.filter(participant=of).latest("pk")
