"""Registers are erased when the law lets them go, and not before; what others need of a person stays."""

from datetime import date

import pytest

from openamif.grants.actions.erase_persons import NotDue
from openamif.methods.pseudonyms import Identity
from openamif.people.policy import Refused
from openamif.record.queries import chain_state, trail_of
from openamif.register.actions.correct_event import correct_event
from openamif.register.actions.describe_participant import describe_participant
from openamif.register.actions.erase_register import erase_register
from openamif.register.actions.record_events import record_events
from openamif.register.facts import PersonDescription
from openamif.register.models import Activity, Event, Participant, PastDescription, Pseudonym, Subject
from openamif.register.queries.retention import registers_due
from openamif.web.command import main
from tests.factories import register

pytestmark = pytest.mark.django_db
# Paid until 30 June 2024 at the latest: in the financial year that ends on 15 October 2024; kept four years more.
LAST_DAY, DUE_ON = date(2028, 10, 15), date(2028, 10, 16)
SHARED = Identity("", "Amrani", "Fatima", date(1990, 1, 1))


@pytest.fixture
def other(grant):
    """Another grant in which one of the two takes part."""
    other = register.signed_grant(grant.programme)
    register.participant(other, by=register.filler(other), identity=SHARED)
    return other


@pytest.fixture
def filled(grant, by, other):
    course = register.activity(grant, by=by)
    shared = register.participant(grant, by=by, identity=SHARED)
    alone = register.participant(grant, by=by, identity=Identity("", "Diallo", "Awa", date(1991, 1, 1)))
    describe_participant(alone, PersonDescription(1991), by=by, on=register.DAY)
    event = register.event(shared, by=by, in_activity=course)
    register.event(alone, by=by, in_activity=course)
    correct_event(event, None, reason="x", by=by)
    return grant


def test_what_is_due_goes_and_the_rest_stays(filled, other, by):
    with pytest.raises(NotDue):
        erase_register(filled, on=LAST_DAY)
    erasure = erase_register(filled, on=DUE_ON)
    assert (erasure.due_on, erasure.participants, erasure.events) == (DUE_ON, 2, 3)
    assert not Event.objects.exists()
    assert not PastDescription.objects.exists()
    assert [each.grant for each in Participant.objects.all()] == [other]
    assert Subject.objects.count() == 1
    assert Pseudonym.objects.count() == 1
    assert Activity.objects.count() == 1
    assert trail_of(filled).first().event == "register_erased"
    assert chain_state().holds
    with pytest.raises(Refused):
        record_events(filled, [], by=by)


def test_the_day_of_the_last_payment_brings_it_forward(filled):
    with pytest.raises(NotDue):
        erase_register(filled, on=date(2025, 10, 15), paid_on=date(2021, 10, 15))
    assert erase_register(filled, on=date(2025, 10, 16), paid_on=date(2021, 10, 15)).due_on == date(2025, 10, 16)


def test_registers_due_are_listed(filled, other, django_assert_num_queries):
    assert list(registers_due(LAST_DAY)) == []
    with django_assert_num_queries(1):
        due = list(registers_due(DUE_ON))
    assert [(each.grant, each.participants, each.events) for each in due] == [(filled, 2, 1), (other, 1, 0)]
    erase_register(filled, on=DUE_ON)
    assert [each.grant for each in registers_due(DUE_ON)] == [other]


def test_the_command_tells_before_it_erases(filled, other, capsys, monkeypatch):
    assert main(["register", "erase-due", "--on", "2028-10-15"]) == 0
    assert main(["register", "erase-due", "--on", "2028-10-16"]) == 1
    assert "2 participants, 1 events, due on 2028-10-16\n" in capsys.readouterr().out
    assert main(["register", "erase-due", "--on", "2028-10-16", "--yes"]) == 1
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DUE_ON)
    assert main(["register", "erase-due", "--yes"]) == 0
    assert capsys.readouterr().out.endswith("erased\n2 registers due and erased\n")
    assert not Participant.objects.exists()
