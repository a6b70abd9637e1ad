"""A programme that stands somewhere: targets, grants with registers counted, one that declares."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity
from openamif.people.models import Organisation, Person
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme, Version
from openamif.register.actions.record_events import record_events
from openamif.register.facts import EventContent
from openamif.register.models import Participant
from openamif.register.states import EventKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.models import DeclaredValue
from tests.factories import people, programmes, register

COURSE = EventKind.LANGUAGE_COURSE


@dataclass
class Situation:
    """``first`` and ``second`` teach the same persons; ``delegated`` looks after the second."""

    programme: Programme
    officer: Person
    delegate: Person
    delegated: Organisation
    first: Grant
    second: Grant


def situation(*, women: int = 6, men: int = 7, in_both: int = 2, version: Version | None = None) -> Situation:
    """Women and men in a course in Liège, some of them in another course in Ghent too; a policy declared."""
    version = version or programmes.version()
    programme, officer = version.programme, version.entered_by
    delegated = people.organisation("Agency")
    part = people.scope("Integration", parent=programme.scope, objectives=("SO2.NO2",))
    delegate = people.person(RoleKind.DELEGATED_AUTHORITY, scope=part, of=delegated)
    first = register.signed_grant(programme, by=officer, location="BE332")
    second = register.signed_grant(programme, by=officer, location="BE234", delegated_authority=delegated)
    for grant, number in ((first, women + men), (second, in_both)):
        hand = register.filler(grant)
        course = register.activity(grant, by=hand, kind=COURSE)
        learners = [learner(grant, hand, place, "female" if place < women else "male") for place in range(number)]
        events = [EventContent(each.pk, COURSE, register.HAPPENED_ON, activity_pk=course.pk) for each in learners]
        record_events(grant, events, by=hand, on=register.DAY)
    DeclaredValue.objects.create(
        programme=programme, grant=first, indicator="SO2.C3", as_of=date(2020, 1, 1), value=Decimal(3)
    )
    count_tallies(programme)
    return Situation(programme, officer, delegate, delegated, first, second)


def learner(grant: Grant, by: Person, place: int, sex: str) -> Participant:
    """The same person wherever her place is the same."""
    identity = Identity(surname=f"Person {chr(65 + place)}", given_names="A", born_on=date(1980, 1, 1))
    described = {"sex": sex, "birth_year": 1980, "nationality_group": "third_country"}
    return register.participant(grant, by=by, identity=identity, **described)
