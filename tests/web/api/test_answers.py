"""What the interface answers: the document's figures, pages of lists, refusals in the reader's language."""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext

from openamif.sfc.json_2014 import as_json
from openamif.sfc.programme_2014 import Reading
from tests.factories import programmes


def test_a_version_is_its_document(world, get):
    answer = get(f"versions/{world.draft.pk}", by=world.officer).json()
    expected = as_json(Reading(programme=programmes.SMALL))
    for part in (
        "financial_plan",
        "special_cases",
        "annual_commitments",
        "pledges",
        "timetable",
        "indicators",
        "sections",
    ):
        assert answer["document"][part] == expected[part]
    assert answer["version"]["label"] == "1.0"
    assert answer["version"]["state"] == "open"


def test_a_programme_lists_its_versions(world, get):
    answer = get(f"programmes/{world.adopted.programme_id}").json()
    assert [each["id"] for each in answer["versions"]] == [world.adopted.pk]
    assert answer["total"] == "9260000.00"
    assert answer["latest_version"] == "1.0"


def test_the_plan_names_its_rows_and_says_which_are_sums(world, get):
    rows = {row["code"]: row for row in get(f"versions/{world.adopted.pk}/financial-plan").json()["rows"]}
    assert rows["SO1.NO1"] == {"code": "SO1.NO1", "name": "Reception/Asylum", "amount": "2500000.00", "is_sum": False}
    assert rows["SO1.NO3"]["amount"] is None
    assert rows["TOTAL"]["is_sum"]


def test_pledges_come_with_their_lump_sums(world, get):
    rows = get(f"versions/{world.adopted.pk}/pledges").json()["rows"]
    assert [(row["total"], row["lump_sum"], row["amount"]) for row in rows] == [
        (60, "10000.00", "600000.00"),
        (0, "6000.00", "0.00"),
        (10, "6000.00", "60000.00"),
    ]


def test_findings_can_be_asked_for_by_whether_they_hold(world, get):
    path = f"versions/{world.draft.pk}/findings"
    every, failing = get(path, by=world.officer).json(), get(f"{path}?holds=false", by=world.officer).json()
    assert every["count"] > failing["count"]
    assert not any(each["holds"] for each in failing["items"])
    assert all(each["title"] and each["source"] for each in every["items"])


def test_a_list_comes_in_pages(world, get):
    path = f"versions/{world.adopted.pk}/indicators"
    whole = get(path).json()
    second = get(f"{path}?limit=2&offset=2").json()
    assert second["items"] == whole["items"][2:4]
    assert (second["count"], second["limit"], second["offset"]) == (len(whole["items"]), 2, 2)
    assert get(f"{path}?offset=100000").json()["items"] == []


def test_programmes_are_chosen_by_country_and_period(world, get):
    assert get("programmes?country=BE&period=2014-2020").json()["count"] == 1
    assert get("programmes?country=FR").json()["count"] == 0
    assert get("programmes?country=belgium").status_code == 422


def test_names_come_in_the_language_asked_for(world, get):
    answer = get(f"versions/{world.adopted.pk}/financial-plan", **{"accept-language": "fr"})
    assert answer["Content-Language"] == "fr"
    assert answer.json()["rows"][0]["name"] == "Accueil/Asile"


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_a_refusal_is_json_in_the_language_asked_for(db, get, language):
    with translation.override(language):
        sentence = gettext("There is no such record, or you may not see it.")
    for path in ("versions/1", "programmes/1", "law/codes/nothing", "law/figures/no.thing", "nowhere/at/all"):
        answer = get(path, **{"accept-language": language})
        assert (answer.status_code, answer.json()) == (404, {"detail": sentence, "fields": []})


@pytest.mark.parametrize("path", ["programmes?limit=0", "programmes?limit=501", "law/figures?limit=x"])
def test_a_page_has_its_limits(db, get, path):
    answer = get(path)
    assert answer.status_code == 422
    assert answer.json()["fields"] == ["limit"]


@pytest.mark.parametrize("pk", ["0", "-1", "9007199254740992", "99999999999999999999999", "x"])
def test_a_key_that_cannot_be_is_refused(db, get, pk):
    assert get(f"versions/{pk}").status_code == 422


def test_a_figure_of_the_law_is_that_of_its_day(db, get):
    answer = get("law/figures/lump_sums.turkey?on=2017-01-01").json()
    assert (answer["value"], answer["unit"], answer["sure"]) == ("6500", "EUR per person", False)
    assert get("law/figures/lump_sums.turkey?on=2015-01-01").status_code == 404
    for day in ("yesterday", "0", "20170101"):
        assert get(f"law/figures/lump_sums.turkey?on={day}").status_code == 422
    keys = [each["key"] for each in get("law/figures?on=2015-01-01&limit=500").json()["items"]]
    assert "lump_sums.resettlement" in keys
    assert "lump_sums.turkey" not in keys


def test_codes_have_names_in_four_languages(db, get):
    answer = get("law/codes/objectives").json()
    assert answer["items"][0]["code"] == "SO1"
    assert set(answer["items"][0]["names"]) == {"en", "fr", "nl", "de"}
    lists = {each["name"]: each["count"] for each in get("law/codes").json()["items"]}
    assert lists["objectives"] == answer["count"]


def test_a_head_is_answered_as_a_get(world, client):
    assert client.head(f"/api/v1/versions/{world.adopted.pk}").status_code == 200


@pytest.mark.parametrize("path", ["", "docs"])
def test_the_page_for_people_runs_no_script_of_its_own(db, client, path):
    answer = client.get(f"/api/{path}")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "/api/v1/versions/{id}/financial-plan" in page
    assert not re.search(r"<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|javascript:", page)
    assert not re.search(r'(?:src|href)="https?://', page)


def test_the_page_for_people_says_what_goes_into_a_body(db, client):
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get("/api/docs").content.decode()))
    for said in (
        "events[].happened_on day, as 2020-12-31 must be said",
        "sex female, male, other –",
        "is_vulnerable true or false false",
        "quantity whole",
    ):
        assert said in page, said
    assert "new_places, new_places_for_minors" in page
    assert "409 It contradicts what stands" in page


def test_a_version_is_read_in_a_fixed_number_of_queries(world, client, django_assert_num_queries):
    path = f"/api/v1/versions/{world.adopted.pk}"
    for page in ("", "/financial-plan", "/indicators"):
        with django_assert_num_queries(11):
            client.get(path + page)


def test_the_list_of_programmes_does_not_grow_its_queries(world, client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/api/v1/programmes")
    programmes.adopted_version(country="DE", cci="2014DE65AMNP001")
    programmes.adopted_version(country="FR", cci="2014FR65AMNP001")
    with django_assert_num_queries(1):
        assert client.get("/api/v1/programmes").json()["count"] == 3
