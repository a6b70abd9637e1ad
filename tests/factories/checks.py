"""A grant with a small register, and checks of it on the way through the actions."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.register.models import Activity, Event, Participant, Subject
from openamif.register.states import EventKind
from openamif.verification.actions.carry_out_check import carry_out_check
from openamif.verification.actions.close_check import close_check
from openamif.verification.actions.plan_check import plan_check
from openamif.verification.actions.write_finding import write_finding
from openamif.verification.models import OperationalCheck
from openamif.verification.states import Outcome, SamplingMethod
from tests.factories import grants

FIRST_COURSE, PLANNED_ON, VISITED_ON = date(2019, 2, 1), date(2020, 3, 2), date(2020, 3, 16)
WITHOUT_A_PLAN = {"objective": "SO2", "action": None}
"""What a grant says of its place in a programme that has no version here."""
GROUPS = {"FR-A1": 5, "FR-A2": 3, "CIVIC": 2}


def with_register(programme: Programme, *, groups: dict[str, int] | None = None, **said) -> Grant:
    """A signed grant whose participants each took part once in the course of their group."""
    grant = grants.signed(programme, **WITHOUT_A_PLAN | said)
    for reference, count in (GROUPS if groups is None else groups).items():
        activity = Activity.objects.create(
            grant=grant,
            reference=reference,
            kind=EventKind.LANGUAGE_COURSE,
            title=f"Course {reference}",
            starts_on=FIRST_COURSE,
        )
        takes_part(activity, [participant(grant, f"{reference}/{number}") for number in range(1, count + 1)])
    return grant


def participant(grant: Grant, reference: str) -> Participant:
    """A person of whom the register knows little."""
    values = {"local_reference": reference, "birth_year": 1990, "sex": "female", "entered_at": timezone.now()}
    return Participant.objects.create(grant=grant, subject=Subject.objects.create(), **values)


def takes_part(activity: Activity, persons: Sequence[Participant], *, on: date = FIRST_COURSE) -> list[Event]:
    """Each on that day or, one after the other, the days after it."""
    return [
        Event.objects.create(
            grant=activity.grant,
            participant=each,
            activity=activity,
            kind=activity.kind,
            happened_on=on + timedelta(days=number),
            hours=3,
            recorded_at=timezone.now(),
        )
        for number, each in enumerate(persons)
    ]


def corrected(event: Event, *, is_void: bool = False) -> Event:
    """The same with other hours, or nothing, in its place."""
    said = {name: getattr(event, name) for name in ("grant", "participant", "activity", "kind", "happened_on")}
    values = {"corrects": event, "is_void": is_void, "reason": "the list says so", "recorded_at": timezone.now()}
    return Event.objects.create(hours=2, **said, **values)


def planned(grant: Grant, *, by: Person, size: int = 3, on: date = PLANNED_ON, **said) -> OperationalCheck:
    """With its sample drawn."""
    values = {"method": SamplingMethod.SIMPLE_RANDOM, "seed": 2026, **said}
    return plan_check(grant, size=size, on=on, by=by, **values)


def looked_at(grant: Grant, *, by: Person, **said) -> OperationalCheck:
    """Everybody drawn agrees."""
    check = planned(grant, by=by, **said)
    for sampled in check.sample.order_by("position", "pk"):
        write_finding(sampled, outcome=Outcome.AGREES, by=by)
    return check


def carried_out(grant: Grant, *, by: Person, visited_on: date = VISITED_ON, **said) -> OperationalCheck:
    """Visited, with everything in order."""
    check = looked_at(grant, by=by, **said)
    return carry_out_check(check, carried_out_on=visited_on, findings="The lists agree.", is_without_delay=True, by=by)


def closed(grant: Grant, *, by: Person, **said) -> OperationalCheck:
    """Carried out, and the beneficiary agreed."""
    return close_check(carried_out(grant, by=by, **said), reaction="We agree.", by=by)
