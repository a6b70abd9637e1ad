"""A register filled by a program: with a key, by its beneficiary, all or nothing; others read it under pseudonyms."""

import json

import pytest

from openamif.access.actions.give_access_key import give_access_key
from openamif.people.states import RoleKind
from openamif.register.models import Activity, Event, Output, Participant, Subject
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


@pytest.fixture
def grant(db):
    return register.signed_grant(programmes.adopted_version().programme)


@pytest.fixture
def say(client, grant):
    """Post to the grant's register with the key of somebody; of the beneficiary unless somebody else is named."""
    own = register.filler(grant)

    def post(what, said, *, by=own, of=grant):
        _key, secret = give_access_key(name="Planner", by=by)
        return client.post(
            f"/api/v1/grants/{of.pk}/{what}",
            json.dumps(said),
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )

    return post


def filled(say):
    assert say("activities", COURSE).status_code == 200
    assert say("participants", ADA).status_code == 200
    return say("events", {"events": [CAME]})


def test_register_is_filled_and_the_figures_follow(say, grant):
    assert filled(say).json() == {"recorded": 1}
    event = Event.objects.get()
    assert (event.participant.local_reference, event.activity.reference, event.hours) == ("A1", "C1", 3)
    assert Tally.objects.filter(grant=grant, indicator="SO2.C2").exists()


def test_same_request_again_changes_nothing(say):
    filled(say)
    assert filled(say).json() == {"recorded": 0}
    assert (Activity.objects.count(), Participant.objects.count(), Event.objects.count()) == (1, 1, 1)


def test_what_is_known_is_changed_to_what_is_sent(say):
    filled(say)
    assert say("activities", {**COURSE, "title": "French A1+"}).json()["title"] == "French A1+"
    assert say("participants", {**ADA, "sex": "other"}).json()["sex"] == "other"
    assert Participant.objects.get().past_descriptions.get().sex == "female"


def test_names_are_neither_kept_nor_answered(say):
    answer = say("participants", ADA)
    assert "Byron" not in answer.content.decode()
    assert (answer.json()["local_reference"], answer.json()["birth_year"]) == ("A1", 1990)
    assert "Byron" not in str(list(Participant.objects.values()) + list(Subject.objects.values()))


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


def test_word_that_is_not_known_is_refused(say):
    answer = say("outputs", {"kind": "new_places", "name": "House", "happened_on": "2019-02-01", "quantitiy": 3})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["quantitiy"])


def test_value_that_cannot_be_is_told_with_its_place(say):
    answer = say("events", {"events": [CAME, {**CAME, "happened_on": "2019-02-30"}, {**CAME, "hours": "two"}]})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["happened_on", "hours"])
    assert answer.json()["detail"].endswith(": events.1.happened_on, events.2.hours.")


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
    assert writing == ["can_fill_register"] * 4


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize("number", ["85.07.30-033 29", "12345", "Byron"])
def test_number_that_identifies_nobody_is_told_and_not_repeated(say, number, is_known):
    if is_known:
        say("participants", ADA)
    answer = say("participants", {**ADA, "national_number": number})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["national_number"])
    assert "identifies nobody" in answer.json()["detail"]
    assert number not in answer.content.decode()
    assert Participant.objects.count() == is_known


def test_year_of_birth_that_differs_from_the_day_is_told(say):
    answer = say("participants", {**ADA, "birth_year": 1991})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["birth_year"])
    assert not Participant.objects.exists()


def test_whoever_is_named_later_is_counted_once(say):
    numbered = {**ADA, "national_number": "85.07.30-033 28"}
    her = say("participants", {**numbered, "local_reference": "A2"}).json()["pseudonym"]
    assert say("participants", {"local_reference": "A1"}).json()["pseudonym"] != her
    assert say("participants", numbered).json()["pseudonym"] == her
    assert say("participants", numbered).json()["pseudonym"] == her
    assert Participant.objects.get(local_reference="A1").past_descriptions.count() == 2


def test_refusals_of_a_participant_are_described():
    said = api.get_openapi_schema()
    assert (
        "check digits" in said["components"]["schemas"]["ParticipantIn"]["properties"]["national_number"]["description"]
    )
    (path,) = (each for each in said["paths"] if each.endswith("/participants"))
    assert "422" in said["paths"][path]["post"]["description"]


@pytest.mark.parametrize(
    ("what", "said"), [("activities", COURSE | {"title": "A\0"}), ("participants", ADA | {"surname": "\0"})]
)
def test_the_sign_that_no_database_keeps_is_refused(say, what, said):
    answer = say(what, said)
    assert answer.status_code == 422
    assert answer.json()["fields"]
