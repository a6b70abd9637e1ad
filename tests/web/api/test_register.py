"""A register filled by a program: with a key, by its beneficiary, all or nothing; others read it under pseudonyms."""

import json

import pytest

from openamif.people.states import RoleKind
from openamif.register.models import Activity, Event, Output, Participant
from openamif.reports.models import Tally
from openamif.web.api.urls import api
from tests.factories import people, programmes, register

COURSE = {"reference": "C1", "kind": "language_course", "title": "French A1", "starts_on": "2019-01-07"}
ADA = {
    "local_reference": "A1",
    "surname": "Byron",
    "given_names": "Ada",
    "born_on": "1990-05-01",
    "sex": "female",
    "standing": "protected",
}
CAME = {"participant": "A1", "kind": "language_course", "activity": "C1", "happened_on": "2019-03-04", "hours": "3.00"}


def filled(say):
    assert say("activities", COURSE).status_code == 200
    assert say("participants", ADA).status_code == 200
    return say("events", {"events": [CAME]})


def test_register_is_filled_and_the_figures_follow(say, grant):
    assert filled(say).json() == {"recorded": 1, "unchanged": 0, "passed_over": []}
    event = Event.objects.get()
    assert (event.participant.local_reference, event.activity.reference, event.hours) == ("A1", "C1", 3)
    assert Tally.objects.filter(grant=grant, indicator="SO2.C2").exists()


def test_same_request_again_changes_nothing(say):
    filled(say)
    assert filled(say).json() == {"recorded": 0, "unchanged": 1, "passed_over": []}
    assert (Activity.objects.count(), Participant.objects.count(), Event.objects.count()) == (1, 1, 1)


TEST = {"participant": "A1", "kind": "entry_test", "happened_on": "2019-03-04", "value": "A1", "instrument": "TCF"}


def test_what_is_passed_over_is_said_with_why(say):
    filled(say)
    assert say("events", {"events": [TEST]}).json()["recorded"] == 1
    again = [{**CAME, "hours": "4.00"}, {**CAME, "hours": None}, TEST, {**TEST, "value": "B1"}]
    answer = say("events", {"events": [*again, {**CAME, "happened_on": "2019-03-05"}]}).json()
    assert (answer["recorded"], answer["unchanged"]) == (1, 2)
    came, test = Event.objects.order_by("pk")[:2]
    assert [(each["row"], each["event"], each["fields"]) for each in answer["passed_over"]] == [
        (1, came.pk, ["hours"]),
        (4, test.pk, ["value"]),
    ]
    assert f"{came.pk}" in answer["passed_over"][0]["detail"]
    assert Event.objects.get(pk=came.pk).hours == 3


def test_two_of_one_request_that_differ_are_told(say):
    say("activities", COURSE)
    say("participants", ADA)
    answer = say("events", {"events": [CAME, {**CAME, "hours": "4.00"}]}).json()
    assert (answer["recorded"], [each["row"] for each in answer["passed_over"]]) == (1, [2])


def test_an_event_is_corrected_with_a_reason_and_the_figures_follow(say):
    filled(say)
    first = Event.objects.get()
    answer = say(f"events/{first.pk}/correction", {"hours": "4.50", "reason": "misread"})
    assert answer.status_code == 200
    said = answer.json()
    assert (said["corrects"], said["hours"], said["is_void"], said["reason"]) == (first.pk, "4.50", False, "misread")
    assert (said["activity"], said["happened_on"], said["participant"]) == ("C1", "2019-03-04", "A1")
    assert Event.objects.standing().get().corrects == first
    moved = say(f"events/{said['id']}/correction", {"happened_on": "2019-03-06", "hours": None, "reason": "day"}).json()
    assert (moved["happened_on"], moved["hours"]) == ("2019-03-06", None)


def test_an_event_that_did_not_happen_is_taken_back_with_a_reason(say, grant):
    filled(say)
    event = Event.objects.get()
    answer = say(f"events/{event.pk}/voiding", {"reason": "was ill"})
    assert (answer.status_code, answer.json()["is_void"], answer.json()["corrects"]) == (200, True, event.pk)
    assert not Event.objects.standing().exists()
    assert not Tally.objects.filter(grant=grant, indicator="SO2.C2", number__gt=0).exists()
    again = say(f"events/{event.pk}/voiding", {"reason": "was ill"})
    assert (again.status_code, again.json()["stands"], again.json()["address"]) == (409, None, None)
    assert str(event.pk) in again.json()["detail"]


def test_a_correction_that_changes_nothing_records_nothing(say):
    filled(say)
    event = Event.objects.get()
    for said in ({}, {"hours": "3.0", "activity": "C1", "happened_on": None}):
        answer = say(f"events/{event.pk}/correction", {**said, "reason": "x"})
        assert (answer.status_code, answer.json()["recorded"], answer.json()["id"]) == (200, False, event.pk)
        assert (answer.json()["corrects"], answer.json()["reason"]) == (None, "")
    assert Event.objects.count() == 1


@pytest.mark.parametrize("what", ["correction", "voiding"])
@pytest.mark.parametrize("reason", ["", "  ", None])
def test_nothing_is_corrected_without_a_reason(say, what, reason):
    filled(say)
    answer = say(f"events/{Event.objects.get().pk}/{what}", {} if reason is None else {"reason": reason})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["reason"])
    assert Event.objects.count() == 1


def test_a_correction_is_refused_what_the_page_refuses(say, grant):
    filled(say)
    say("events", {"events": [{**CAME, "happened_on": "2019-03-05"}]})
    event = Event.objects.order_by("pk").first()
    correct = f"events/{event.pk}/correction"
    unlawful = say(correct, {"happened_on": "2018-01-01", "reason": "x"})
    assert unlawful.status_code == 422
    assert any("R-02" in each for each in unlawful.json()["findings"])
    twice = say(correct, {"happened_on": "2019-03-05", "reason": "x"})
    assert (twice.status_code, twice.json()["fields"]) == (409, ["happened_on"])
    assert twice.json()["stands"] == Event.objects.latest("pk").pk
    assert say(correct, {"activity": "X9", "reason": "x"}).json()["fields"] == ["activity"]
    assert say(correct, {"reason": "x"}, by=programmes.responsible(grant.programme)).status_code == 403
    assert say(correct, {"reason": "x"}, by=people.person(RoleKind.BENEFICIARY)).status_code == 404
    other = register.signed_grant(grant.programme)
    assert say(correct, {"reason": "x"}, by=register.filler(other), of=other).status_code == 404
    assert Event.objects.count() == 2


def test_an_answer_is_no_level(say):
    say("participants", ADA)
    answer = say("events", {"events": [{**TEST, "value": "yes"}]})
    assert answer.status_code == 422
    assert any("R-10" in each for each in answer.json()["findings"])


def test_what_is_known_is_changed_to_what_is_sent(say):
    filled(say)
    assert say("activities", {**COURSE, "title": "French A1+"}).json()["title"] == "French A1+"
    assert say("participants", {**ADA, "sex": "other"}).json()["sex"] == "other"
    assert Participant.objects.get().past_descriptions.get().sex == "female"


def test_one_wrong_event_keeps_all_out_and_is_told_with_its_row(say):
    say("activities", COURSE)
    say("participants", ADA)
    answer = say("events", {"events": [CAME, {**CAME, "happened_on": "2018-01-01"}]})
    assert answer.status_code == 422
    assert any("row 2" in each for each in answer.json()["findings"])
    assert not Event.objects.exists()


@pytest.mark.parametrize("wrong", ["participant", "activity"])
def test_reference_that_leads_nowhere_is_named(say, wrong):
    say("activities", COURSE)
    say("participants", ADA)
    answer = say("events", {"events": [{**CAME, wrong: "X9"}]})
    assert (answer.status_code, answer.json()["fields"]) == (422, [wrong])
    assert "X9" in answer.json()["detail"]


def test_an_activity_is_no_test_nor_an_outcome(say):
    answer = say("activities", COURSE | {"kind": "entry_test"})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["kind"])
    assert not Activity.objects.exists()


def test_hours_are_answered_as_they_are_read(say, get, grant):
    assert say("activities", COURSE | {"planned_hours": "120"}).json()["planned_hours"] == "120.00"
    say("participants", ADA)
    say("events", {"events": [CAME]})
    assert say(f"events/{Event.objects.get().pk}/correction", {"hours": "4", "reason": "x"}).json()["hours"] == "4.00"


def test_what_rules_stand_against_is_told_with_its_fields(say):
    answer = say("outputs", {"kind": "new_places", "name": "House", "happened_on": "2018-02-01", "quantity": 0}).json()
    assert answer["fields"] == ["happened_on", "quantity"]
    assert len(answer["findings"]) == 2


def test_word_that_is_not_known_is_refused(say):
    answer = say("outputs", {"kind": "new_places", "name": "House", "happened_on": "2019-02-01", "quantitiy": 3})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["quantitiy"])


def test_value_that_cannot_be_is_told_with_its_place(say):
    answer = say("events", {"events": [CAME, {**CAME, "happened_on": "2019-02-30"}, {**CAME, "hours": "two"}]})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["happened_on", "hours"])
    first, second = answer.json()["detail"].partition(": ")[2].split("; ")
    assert first == "events.1.happened_on: “2019-02-30” was found (expected: day, as 2020-12-31)"
    assert second == 'events.2.hours: “two” was found (expected: hours as text with a point, as "1.50").'


@pytest.mark.parametrize(
    ("said", "fields", "told"),
    [
        ({"kind": "house"}, ["kind"], "kind: “house” was found (expected: one of new_places, "),
        ({"quantity": -1}, ["quantity"], "quantity: “-1” was found (expected: at least 0"),
        ({"quantity": "ten"}, ["quantity"], "(expected: whole number)"),
        ({"name": " "}, ["name"], "name: “ ” was found (expected: text that is not empty"),
        ({"name": 3}, ["name"], "name: “3” was found (expected: text"),
        ({"size": 3}, ["size"], "size is not known at this address"),
    ],
)
def test_a_program_is_told_what_was_found_and_what_is_expected(say, said, fields, told):
    house = {"kind": "new_places", "name": "House", "happened_on": "2019-02-01"}
    answer = say("outputs", house | said)
    assert (answer.status_code, answer.json()["fields"]) == (422, fields)
    assert told in answer.json()["detail"]


def test_many_faults_are_told_in_few_words(say):
    answer = say("events", {"events": [{}] * 5}).json()
    assert answer["fields"] == ["happened_on", "kind", "participant"]
    assert answer["detail"].endswith("; and 5 more.")


def test_a_body_that_is_no_json_is_told(say, client, grant):
    assert say("outputs", [1]).json()["fields"] == ["body"]
    answer = client.post(f"/api/v1/grants/{grant.pk}/outputs", "kind=x", content_type="application/json")
    assert (answer.status_code, answer.json()["fields"]) == (422, ["body"])


def test_what_was_delivered_is_recorded_once(say):
    said = {"kind": "policy_framework", "name": "Plan of the city", "happened_on": "2019-02-01"}
    assert say("outputs", said).json()["id"] == say("outputs", said).json()["id"]
    assert Output.objects.get().quantity == 1


def test_nothing_is_written_without_a_key(client, grant):
    client.force_login(register.filler(grant))
    answer = client.post(f"/api/v1/grants/{grant.pk}/activities", json.dumps(COURSE), content_type="application/json")
    assert answer.status_code == 401
    assert not Activity.objects.exists()


def test_others_do_not_fill_it(say, grant):
    officer = programmes.responsible(grant.programme)
    answer = say("activities", COURSE, by=officer)
    assert answer.status_code == 403
    assert answer.json()["detail"]
    stranger = people.person(RoleKind.BENEFICIARY)
    assert say("activities", COURSE, by=stranger).status_code == 404


def test_authority_reads_pseudonyms_and_the_beneficiary_its_references(say, grant, get):
    filled(say)
    path = f"grants/{grant.pk}/participants"
    (seen,) = get(path, by=programmes.responsible(grant.programme)).json()["items"]
    (own,) = get(path, by=register.filler(grant)).json()["items"]
    assert (seen["local_reference"], own["local_reference"]) == (None, "A1")
    (event,) = get(f"grants/{grant.pk}/events", by=programmes.responsible(grant.programme)).json()["items"]
    assert event["participant"] == seen["pseudonym"]
    assert (event["kind"], event["hours"]) == ("language_course", "3.00")


def test_grants_are_those_that_the_reader_may_see(grant, get):
    assert get("grants").status_code == 401
    assert get("grants", by=people.person(RoleKind.BENEFICIARY)).json()["count"] == 0
    (own,) = get("grants", by=register.filler(grant)).json()["items"]
    assert own["reference"] == grant.reference


def test_every_operation_that_writes_asks_whether_one_may_fill_the_register():
    writing = [
        operation.view_func.guard
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
        if operation.methods != ["GET"]
    ]
    assert writing == ["can_fill_register"] * 8


@pytest.mark.parametrize(
    ("what", "said"), [("activities", COURSE | {"title": "A\0"}), ("participants", ADA | {"surname": "\0"})]
)
def test_the_sign_that_no_database_keeps_is_refused(say, what, said):
    answer = say(what, said)
    assert answer.status_code == 422
    assert answer.json()["fields"]
