"""Things delivered, told by a program: recorded once, corrected or taken back with a reason, never twice unsaid."""

import pytest

from openamif.people.states import RoleKind
from openamif.register.models import Output
from tests.factories import people, programmes, register

HOUSE = {"kind": "new_places", "name": "House", "happened_on": "2019-02-01", "quantity": 12}


def standing():
    return [(each.name, each.quantity) for each in Output.objects.standing().order_by("pk")]


def test_the_same_thing_again_is_not_recorded_and_told_so(say):
    first, again = say("outputs", HOUSE).json(), say("outputs", HOUSE).json()
    assert (first["recorded"], again["recorded"], first["id"]) == (True, False, again["id"])
    assert standing() == [("House", 12)]


@pytest.mark.parametrize(
    ("said", "fields"), [({"quantity": 10}, ["quantity"]), ({"name": " house  ", "quantity": 10}, ["name", "quantity"])]
)
def test_the_same_thing_with_another_quantity_is_refused_with_where_to_correct_it(say, grant, said, fields):
    there = say("outputs", HOUSE).json()["id"]
    answer = say("outputs", HOUSE | said)
    assert (answer.status_code, answer.json()["fields"], answer.json()["stands"]) == (409, fields, there)
    assert answer.json()["address"] == f"/api/v1/grants/{grant.pk}/outputs/{there}/correction"
    assert standing() == [("House", 12)]


def test_what_is_another_thing_has_another_name_day_or_kind(say):
    say("outputs", HOUSE)
    for other in ({"name": "House 2"}, {"happened_on": "2019-02-02"}, {"kind": "renovated_places"}):
        assert say("outputs", HOUSE | other).json()["recorded"]
    assert len(standing()) == 4


def test_a_thing_is_corrected_with_a_reason(say):
    first = say("outputs", HOUSE).json()["id"]
    answer = say(f"outputs/{first}/correction", {"quantity": 10, "reason": "two not built"})
    said = answer.json()
    assert answer.status_code == 200
    assert (said["corrects"], said["quantity"], said["is_void"], said["recorded"]) == (first, 10, False, True)
    assert (said["name"], said["happened_on"], said["reason"]) == ("House", "2019-02-01", "two not built")
    assert standing() == [("House", 10)]
    again = say(f"outputs/{first}/correction", {"quantity": 10, "reason": "two not built"})
    assert (again.status_code, again.json()["stands"]) == (409, said["id"])
    assert again.json()["address"].endswith(f"/outputs/{said['id']}/correction")


def test_a_thing_that_was_never_delivered_is_taken_back(say):
    first = say("outputs", HOUSE).json()["id"]
    answer = say(f"outputs/{first}/voiding", {"reason": "never built"})
    assert (answer.status_code, answer.json()["is_void"], answer.json()["corrects"]) == (200, True, first)
    assert standing() == []
    again = say(f"outputs/{first}/voiding", {"reason": "never built"})
    assert (again.status_code, again.json()["stands"], again.json()["address"]) == (409, None, None)
    assert say("outputs", HOUSE | {"quantity": 10}).json()["recorded"]


def test_a_correction_that_changes_nothing_records_nothing(say):
    first = say("outputs", HOUSE).json()["id"]
    for said in ({"reason": "x"}, {"quantity": 12, "name": None, "reason": "x"}):
        answer = say(f"outputs/{first}/correction", said)
        assert (answer.status_code, answer.json()["recorded"], answer.json()["id"]) == (200, False, first)
        assert (answer.json()["corrects"], answer.json()["reason"]) == (None, "")
    assert Output.objects.count() == 1


@pytest.mark.parametrize("what", ["correction", "voiding"])
@pytest.mark.parametrize("reason", ["", "  ", None])
def test_nothing_is_corrected_without_a_reason(say, what, reason):
    first = say("outputs", HOUSE).json()["id"]
    answer = say(f"outputs/{first}/{what}", {} if reason is None else {"reason": reason})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["reason"])
    assert Output.objects.count() == 1


def test_a_correction_is_refused_what_the_page_refuses(say, grant):
    first, other = (say("outputs", HOUSE | {"name": name}).json()["id"] for name in ("House", "Home"))
    correct = f"outputs/{first}/correction"
    unlawful = say(correct, {"happened_on": "2018-01-01", "reason": "x"})
    assert unlawful.status_code == 422
    assert any("R-02" in each for each in unlawful.json()["findings"])
    twice = say(correct, {"name": "home", "reason": "x"})
    assert (twice.status_code, twice.json()["stands"]) == (409, other)
    assert say(correct, {"name": " ", "reason": "x"}).json()["fields"] == ["name"]
    assert say(correct, {"quantitiy": 3, "reason": "x"}).json()["fields"] == ["quantitiy"]
    assert say(correct, {"reason": "x"}, by=programmes.responsible(grant.programme)).status_code == 403
    assert say(correct, {"reason": "x"}, by=people.person(RoleKind.BENEFICIARY)).status_code == 404
    elsewhere = register.signed_grant(grant.programme)
    assert say(correct, {"reason": "x"}, by=register.filler(elsewhere), of=elsewhere).status_code == 404
    assert Output.objects.count() == 2
