"""Participants told by a program: whoever is named becomes a pseudonym, and what leads to nobody is told."""

import pytest

from openamif.register.models import Participant, Subject
from openamif.web.api.urls import api

ADA = {
    "local_reference": "A1",
    "surname": "Byron",
    "given_names": "Ada",
    "born_on": "1990-05-01",
    "sex": "female",
    "standing": "protected",
}


def test_names_are_neither_kept_nor_answered(say):
    answer = say("participants", ADA)
    assert "Byron" not in answer.content.decode()
    assert (answer.json()["local_reference"], answer.json()["birth_year"]) == ("A1", 1990)
    assert "Byron" not in str(list(Participant.objects.values()) + list(Subject.objects.values()))


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


@pytest.mark.parametrize(
    ("named", "by"),
    [
        ({"national_number": "85.07.30-033 28"}, "number"),
        ({"surname": "Byron", "given_names": "Ada", "born_on": "1990-05-01"}, "names"),
        ({"surname": "Byron", "born_on": "1990-05-01"}, "reference"),
        ({}, "reference"),
    ],
)
def test_a_program_is_told_by_what_she_is_known(say, named, by):
    assert say("participants", {"local_reference": "A1", **named}).json()["identified_by"] == by


def test_year_of_birth_that_differs_from_the_day_is_told(say):
    answer = say("participants", {**ADA, "birth_year": 1991})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["birth_year"])
    assert not Participant.objects.exists()


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    "named", [{"surname": "Byron"}, {"surname": "Byron", "given_names": "Ada", "birth_year": 1990}]
)
def test_a_name_that_leads_to_nobody_is_told_and_not_dropped_silently(say, named, is_known):
    if is_known:
        say("participants", {"local_reference": "A1"})
    answer = say("participants", {"local_reference": "A1", **named})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["born_on"])
    assert "leads to nobody" in answer.json()["detail"]
    assert "Byron" not in answer.content.decode()
    assert Participant.objects.count() == is_known
    assert (
        say("participants", {"local_reference": "A1", "national_number": "85.07.30-033 28", **named}).status_code == 200
    )


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


def test_what_names_a_person_is_not_repeated_and_a_choice_is_offered(say):
    wrong = {"local_reference": " Byron", "born_on": "1990-13-13", "sex": "f"}
    answer = say("participants", wrong)
    assert (answer.status_code, answer.json()["fields"]) == (422, ["born_on", "local_reference", "sex"])
    assert "sex: “f” was found (expected: one of female, male, other)" in answer.json()["detail"]
    assert "Byron" not in answer.content.decode()
    assert "1990-13" not in answer.content.decode()
