"""The rows of a file are judged as those of a form are: whatever one refuses, the other refuses with the same words."""

import random
from datetime import date, timedelta
from itertools import product

import pytest

from openamif.register.actions.record_events import record_events
from openamif.register.facts import EventContent
from openamif.register.queries.findings import against_events
from openamif.register.queries.judging import against_rows
from openamif.register.queries.staging import Person, Staged
from openamif.register.states import EventKind
from openamif.rules.register import errors
from tests.factories import register

pytestmark = pytest.mark.django_db
DAYS = [date(2018, 12, 1) + timedelta(days=31 * month) for month in range(30)]
KINDS = [*EventKind, *3 * (EventKind.TRAINING, EventKind.ENTRY_TEST, EventKind.EXIT_TEST, EventKind.USES_SKILLS)]
DESCRIBED = 5 * list(product((None, 1990, 2020), ("", "staff")))


def staged(contents, participants, activities) -> Staged:
    """The same events as a file says them of participants who are here; their descriptions it leaves blank."""
    places = {each.pk: place for place, each in enumerate(participants)}
    names = {each.pk: each.reference for each in activities} | {None: None}
    columns = {
        "person": [places[each.participant_pk] for each in contents],
        "activity": [names[each.activity_pk] for each in contents],
        "kind": [int(each.kind) for each in contents],
        "day": [each.happened_on.isoformat() for each in contents],
        "hours": [None if each.hours is None else str(each.hours) for each in contents],
        "value": [each.value for each in contents],
        "instrument": [each.instrument or None for each in contents],
    }
    persons = [Person(each.local_reference, *[None] * 6, "", "", "", "") for each in participants]
    return Staged(persons, [], columns, [], 1)


@pytest.mark.parametrize("seed", range(3))
def test_a_file_is_refused_what_a_form_is_refused(grant, by, seed):
    chance = random.Random(seed)
    activities = [
        register.activity(grant, by=by, kind=kind) for kind in (EventKind.LANGUAGE_COURSE, EventKind.TRAINING)
    ]
    participants = [
        register.participant(grant, by=by, birth_year=birth_year, standing=standing)
        for birth_year, standing in DESCRIBED
    ]
    _course, training = activities
    someone = participants[2].pk
    here = [
        EventContent(someone, EventKind.TRAINING, date(2019, 3, 1), training.pk),
        EventContent(someone, EventKind.ENTRY_TEST, date(2019, 5, 1), value=1, instrument="A"),
    ]
    record_events(grant, here, by=by, on=register.DAY)
    contents = [
        EventContent(
            chance.choice(participants).pk,
            chance.choice(KINDS),
            chance.choice(DAYS),
            chance.choice((None, *activities)) and chance.choice(activities).pk,
            chance.choice((None, None, 2)),
            chance.choice((None, 0, 1, 5, 9)),
            chance.choice(("", "A")),
        )
        for _row in range(300)
    ]
    found = against_events(grant, contents, on=register.DAY)
    by_form = {(row, each.rule, each.variant, each.place) for row, each in found if errors((each,))}
    rows = against_rows(grant, staged(contents, participants, activities), on=register.DAY)
    by_file = {(row, each.rule, each.variant, each.place) for _sheet, row, each in rows}
    assert by_file == by_form
    assert {"R-02", "R-03", "R-04", "R-05", "R-06", "R-07", "R-08", "R-09", "R-10"} == {
        rule for _, rule, _, _ in by_form
    }
