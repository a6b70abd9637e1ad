"""For whom a program took persons of a register is written down, once a day and a list."""

import pytest

from openamif.record.models import Trail
from tests.factories import programmes, register

pytestmark = pytest.mark.django_db


def test_participants_and_events_taken_by_a_program_leave_a_trail(get, grant):
    by = register.filler(grant)
    register.event(register.participant(grant, by=by), by=by, in_activity=register.activity(grant, by=by))
    officer = programmes.responsible(grant.programme)
    for what in ("participants", "participants?offset=1", "events", "activities"):
        assert get(f"grants/{grant.pk}/{what}", by=officer).status_code == 200
    taken = Trail.objects.filter(event="list_taken", by=officer).order_by("number")
    assert [each.details for each in taken] == [
        {"what": "participants", "count": 1},
        {"what": "events", "count": 1},
    ]
