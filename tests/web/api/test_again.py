"""What a program sends again although somebody took it back or corrected it since: her word stands."""

import pytest

from openamif.register.models import Event, Output
from openamif.reports.models import Tally
from tests.web.api.test_register import CAME, filled

LAPTOPS = {"kind": "equipment", "name": "Laptops", "happened_on": "2019-03-04", "quantity": 12}


@pytest.fixture
def taken_back(say):
    """An event that was sent, and taken back since."""
    filled(say)
    event = Event.objects.get()
    say(f"events/{event.pk}/voiding", {"reason": "was ill"})
    return event


def test_an_event_taken_back_stays_so_and_is_told(say, grant, taken_back):
    answer = say("events", {"events": [CAME]}).json()
    (told,) = answer["passed_over"]
    assert (answer["recorded"], answer["unchanged"]) == (0, 0)
    assert (told["row"], told["event"], told["address"], told["fields"]) == (1, None, None, [])
    assert "taken back or corrected" in told["detail"]
    assert "again" in told["detail"]
    assert not Event.objects.standing().exists()
    assert not Tally.objects.filter(grant=grant, indicator="SO2.C2", number__gt=0).exists()


def test_an_event_moved_to_another_day_stays_there(say):
    filled(say)
    event = Event.objects.get()
    moved = say(f"events/{event.pk}/correction", {"happened_on": "2019-03-06", "reason": "day"}).json()
    answer = say("events", {"events": [CAME, {**CAME, "happened_on": "2019-03-07"}]}).json()
    assert (answer["recorded"], [each["row"] for each in answer["passed_over"]]) == (1, [1])
    assert Event.objects.standing().filter(pk=moved["id"]).exists()
    assert not Event.objects.standing().filter(happened_on="2019-03-04").exists()


def test_what_says_something_else_is_recorded(say, taken_back):
    answer = say("events", {"events": [{**CAME, "hours": "1.00"}]}).json()
    assert (answer["recorded"], answer["passed_over"]) == (1, [])


def test_an_event_is_recorded_again_where_that_is_asked(say, grant, taken_back):
    answer = say("events", {"events": [CAME], "again": True}).json()
    assert (answer["recorded"], answer["passed_over"]) == (1, [])
    assert Tally.objects.get(grant=grant, indicator="SO2.C2").number == 1


def test_a_corrected_event_is_told_as_it_stands(say):
    filled(say)
    event = Event.objects.get()
    stands = say(f"events/{event.pk}/correction", {"hours": "4.50", "reason": "misread"}).json()
    answer = say("events", {"events": [CAME]}).json()
    assert [(each["event"], each["fields"]) for each in answer["passed_over"]] == [(stands["id"], ["hours"])]


def test_a_thing_taken_back_stays_so_and_is_told(say):
    made = say("outputs", LAPTOPS).json()
    say(f"outputs/{made['id']}/voiding", {"reason": "lent, not bought"})
    answer = say("outputs", LAPTOPS)
    assert (answer.status_code, answer.json()["stands"], answer.json()["address"]) == (409, None, None)
    assert "again" in answer.json()["detail"]
    assert not Output.objects.standing().exists()
    assert say("outputs", {**LAPTOPS, "again": True}).json()["recorded"] is True
    assert say("outputs", {**LAPTOPS, "again": True}).json()["recorded"] is False
