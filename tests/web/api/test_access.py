"""Adopted versions are everyone's; a draft is its officer's, its delegate's in part, and nobody else's."""

import pytest

from openamif.people.states import RoleKind
from openamif.web.api.urls import api, routes
from tests.factories import people

PAGES = [
    "",
    "/financial-plan",
    "/special-cases",
    "/annual-commitments",
    "/pledges",
    "/timetable",
    "/actions",
    "/indicators",
    "/texts",
    "/findings",
]
NOT_FOR_EVERYONE = ("/findings",)
PEOPLE_OF = {
    "everyone": lambda world: (),
    "its people": lambda world: (world.officer, world.delegate),
}


@pytest.mark.parametrize("page", PAGES)
def test_who_reads_which_version(world, get, page):
    for version, seen_by in ((world.adopted, "everyone"), (world.draft, "its people")):
        for reader in (None, world.stranger, world.officer, world.delegate):
            everyones = seen_by == "everyone" and page not in NOT_FOR_EVERYONE
            allowed = everyones or reader in PEOPLE_OF[seen_by](world)
            answer = get(f"versions/{version.pk}{page}", by=reader)
            assert answer.status_code == (200 if allowed else 404), (seen_by, reader)


def test_a_draft_is_not_even_named_to_others(world, get):
    for reader, titles in (
        (None, ["Fund in BE"]),
        (world.stranger, ["Fund in BE"]),
        (world.officer, ["Fund in NL", "Fund in BE"]),
        (world.delegate, ["Fund in NL", "Fund in BE"]),
    ):
        assert [each["title"] for each in get("programmes", by=reader).json()["items"]] == titles
        answer = get(f"programmes/{world.draft.programme_id}", by=reader)
        assert answer.status_code == (200 if "Fund in NL" in titles else 404)


def test_the_committee_reads_what_everybody_reads(world, get):
    member = people.person(RoleKind.COMMITTEE_MEMBER, scope=world.draft.programme.scope)
    people.role(member, RoleKind.COMMITTEE_MEMBER, scope=world.adopted.programme.scope)
    assert [each["title"] for each in get("programmes", by=member).json()["items"]] == ["Fund in BE", "Fund in NL"]
    assert get(f"programmes/{world.draft.programme_id}", by=member).json()["versions"] == []
    for page in PAGES:
        assert get(f"versions/{world.draft.pk}{page}", by=member).status_code == 404
        expected = 404 if page in NOT_FOR_EVERYONE else 200
        assert get(f"versions/{world.adopted.pk}{page}", by=member).status_code == expected
    adopted = f"versions/{world.adopted.pk}"
    assert get(adopted, by=member).json() == get(adopted, by=None).json()


def test_an_account_that_was_closed_sees_what_the_public_sees(world, get):
    answer = get(f"versions/{world.draft.pk}", by=world.officer)
    assert answer.status_code == 200
    world.officer.is_active = False
    world.officer.save()
    assert get(f"versions/{world.draft.pk}", by=None).status_code == 404


def test_a_delegate_reads_her_part_and_no_more(world, get):
    def read(page=""):
        return get(f"versions/{world.draft.pk}{page}", by=world.delegate).json()

    assert {row["code"][:3] for row in read("/financial-plan")["rows"]} == {"SO2"}
    assert {each["code"][:3] for each in read("/indicators")["items"]} == {"SO2"}
    assert {each["objective"][:3] for each in read("/actions")["items"]} == {"SO2"}
    assert read("/pledges")["rows"] == []
    assert read("/special-cases")["rows"] == []
    assert all("SO2" in each["place"] for each in read("/findings")["items"])
    whole = read()["document"]
    assert set(whole["financial_plan"]) == {row["code"] for row in read("/financial-plan")["rows"]}
    assert whole["sections"]["baseline"] == []


def test_a_delegate_reads_no_total_of_the_whole(world, get):
    def totals(by):
        return {each["title"]: each["total"] for each in get("programmes", by=by).json()["items"]}

    assert totals(world.officer)["Fund in NL"] is not None
    assert totals(world.delegate)["Fund in NL"] is None
    assert totals(world.delegate)["Fund in BE"] is not None
    assert get(f"programmes/{world.draft.programme_id}", by=world.delegate).json()["total"] is None


def test_a_delegate_of_another_programme_sees_nothing(world, get):
    scope = people.scope(parent=people.scope(), objectives=("SO2",))
    other = people.person(RoleKind.DELEGATED_AUTHORITY, scope=scope)
    assert get(f"versions/{world.draft.pk}", by=other).status_code == 404


def test_who_sent_a_document_is_not_told_to_the_public(world, get):
    def sender(by):
        return get(f"versions/{world.adopted.pk}", by=by).json()["document"]["documents"][0]["sent_by"]

    assert sender(None) == ""
    assert sender(world.stranger) == ""
    assert sender(world.adopted.entered_by) == "n00abc12"


def test_every_route_is_open_without_log_in_and_says_its_guard():
    names = dict(routes())
    assert names["api:version"] == names["api:programme"] == "can_read_version"
    assert names["api:law_figures"] == names["api:openapi-json"] == "open_to_all"
    for pattern in api.urls[0]:
        assert pattern.callback.login_required is False
        assert pattern.callback.guard in (
            "open_to_all",
            "can_fill_register",
            "can_read_version",
            "can_see_register",
            "can_see_situation",
            "is_known",
        )
    assert len(names) == len(api.urls[0])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(world, client, method):
    for path in (f"versions/{world.adopted.pk}", "programmes", "law/codes"):
        answer = getattr(client, method)(f"/api/v1/{path}")
        assert answer.status_code == 405
        assert answer["Allow"] == "GET"
        assert answer.json()["detail"]
