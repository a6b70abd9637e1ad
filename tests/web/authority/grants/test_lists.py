"""The list of grants: who sees what, what is looked for, the same number of queries, and the files."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from openamif.people.states import RoleKind
from tests.factories import grants, people, programmes

LIST_QUERIES = 13


@pytest.fixture
def others(desk):
    return [
        grants.draft(desk.programme, by=desk.officer, reference="BE/2019/PR/0002", title="Return", objective="SO3.NO1",
                     action=4, targets={"SO3.C1": Decimal(5)}),
        grants.ended(desk.programme, by=desk.officer, reference="BE/2019/PR/0003", title="=Work"),
    ]  # fmt: skip


def references(response) -> list[str]:
    return [row["reference"].text[-1] for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("who", "seen"), [("officer", "123"), ("delegate", "1"), ("auditor", "123"), ("beneficiary", "1")]
)
def test_everyone_sees_their_grants(desk, others, client, at, who, seen):
    client.force_login(getattr(desk, who))
    response = client.get(at("grants"))
    assert "".join(references(response)) == seen
    assert response.context["figures"][0].value == len(seen)
    assert ("Enter a grant" in response.content.decode()) == (who in ("officer", "delegate"))
    assert ("Import grants" in response.content.decode()) == (who == "officer")


def test_who_holds_no_role_finds_no_list(desk, client, at):
    client.force_login(desk.stranger)
    assert client.get(at("grants")).status_code == 404
    client.force_login(people.person(RoleKind.COMMITTEE_MEMBER, scope=desk.programme.scope))
    assert client.get(at("grants")).status_code == 403


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("q=welcome", "1"),
        ("objective=SO3.NO1", "2"),
        ("state=ended", "3"),
        ("delegated=0", "23"),
        ("sort=-reference", "321"),
        ("sort=title&page=9", "312"),
        ("q=nothing+of+it", ""),
        ("objective=XX&state=odd&beneficiary=a&sort=1%3D1", ""),
    ],
)
def test_list_is_as_sought_and_the_address_keeps_it(officer, others, at, query, seen):
    response = officer.get(f"{at('grants')}?{query}")
    assert response.status_code == 200
    assert "".join(references(response)) == seen
    assert all(query.partition("&page")[0] in link.url for link in response.context["exports"])


def test_nothing_found_is_said(officer, others, at):
    assert "No grant is as you look for it." in officer.get(f"{at('grants')}?q=zzz").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_however_long(desk, officer, at, number):
    for _ in range(number - 1):
        grants.draft(desk.programme, by=desk.officer)
    with CaptureQueriesContext(connection) as queries:
        response = officer.get(at("grants"))
    assert len(response.context["rows"]) == number
    assert len(queries) == LIST_QUERIES


def test_pages_are_of_fifty(desk, officer, at):
    for _ in range(50):
        grants.draft(desk.programme, by=desk.officer)
    assert len(officer.get(at("grants")).context["rows"]) == 50
    assert len(officer.get(f"{at('grants')}?page=2").context["rows"]) == 1


def test_what_is_seen_is_taken_away_as_a_workbook(officer, others, at):
    response = officer.get(f"{at('grants_export', 'xlsx')}?objective=SO2.NO2")
    assert response["Content-Disposition"].startswith('attachment; filename="AMIF-BE-2014-2020-grants-')
    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet] == ["Reference", "BE/2019/PR/0001", "BE/2019/PR/0003"]
    assert sheet[1][1:6] == ["A first welcome", "House of the Four Winds", "Flemish authority", "SO2.NO2", "Signed"]
    assert sheet[2][1] == "=Work"
    assert sheet[1][12:14] == [200000.0, 150000.0]


def test_what_is_seen_is_taken_away_as_values(desk, others, client, at):
    client.force_login(desk.delegate)
    lines = client.get(at("grants_export", "csv")).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("BE/2019/PR/0001,A first welcome,House of the Four Winds,Flemish authority,SO2.NO2,")
    assert client.get(at("grants_export", "pdf")).status_code == 404


def test_one_programme_leads_straight_to_its_list(desk, officer, at, client):
    everywhere = reverse("authority:all_grants")
    assert officer.get(everywhere)["Location"] == at("grants")
    second = programmes.programme(country="NL", title="Dutch fund")
    people.role(desk.officer, RoleKind.EVALUATOR, scope=second.scope)
    page = officer.get(everywhere)
    assert [(row["title"].text, row["grant_count"]) for row in page.context["rows"]] == [
        ("Fund in BE", 1),
        ("Dutch fund", 0),
    ]


def test_side_column_counts_what_she_may_see(desk, others, client):
    for who, count in ((desk.officer, 3), (desk.delegate, 1)):
        client.force_login(who)
        sections = client.get(reverse("authority:home")).context["nav"]
        (item,) = (item for section in sections for item in section.items if item.label == "Grants")
        assert item.count == count
    client.force_login(people.administrator())
    assert "Grants" not in client.get(reverse("authority:home")).content.decode()


def test_views_are_saved_shown_and_forgotten(desk, others, officer, at):
    listed = officer.get(f"{at('grants')}?state=ended&q=&page=1")
    assert listed.context["view_form"] is not None
    saved = officer.post(at("grants_save_view"), {"name": "Over", "query": listed.context["query"]})
    assert saved["Location"] == f"{at('grants')}?state=ended"
    page = officer.get(saved["Location"])
    assert '<li class="is-here"><a href="?state=ended" aria-current="true">Over</a>' in page.content.decode()
    nameless = officer.post(at("grants_save_view"), {"name": "", "query": "q=x"}, follow=True)
    assert "Give the view a name" in nameless.content.decode()
    (view,) = page.context["views"]
    assert officer.get(at("grants_delete_view", view.pk), follow=True).context["views"]
    officer.post(at("grants_delete_view", view.pk))
    assert not officer.get(at("grants")).context["views"]


def test_a_saved_view_is_known_however_it_was_reached_and_is_not_saved_twice(desk, officer, at):
    officer.post(at("grants_save_view"), {"name": "Over", "query": "sort=-title&state=ended&q=&objective="})
    for query in ("state=ended&sort=-title", "sort=-title&q=&objective=&state=ended&page=1"):
        page = officer.get(f"{at('grants')}?{query}")
        assert 'aria-current="true">Over</a>' in page.content.decode()
        assert page.context["view_form"] is None
    assert officer.get(f"{at('grants')}?state=ended").context["view_form"] is not None
    assert officer.get(f"{at('grants')}?sort=title").context["view_form"] is not None, "an order is worth keeping too"
    assert officer.get(f"{at('grants')}?sort=reference").context["view_form"] is None


def test_the_same_name_again_says_that_it_shows_something_else_now(desk, officer, at):
    officer.post(at("grants_save_view"), {"name": "Over", "query": "state=ended"})
    again = officer.post(at("grants_save_view"), {"name": "Over", "query": "state=signed"}, follow=True)
    assert "The view Over now shows this." in again.content.decode()
    assert [view.query for view in again.context["views"]] == ["state=signed"]


def test_a_forgotten_view_is_told_and_what_was_looked_for_stays(desk, officer, at):
    page = officer.post(at("grants_save_view"), {"name": "Over", "query": "state=ended"}, follow=True)
    (view,) = page.context["views"]
    answer = officer.post(at("grants_delete_view", view.pk), {"query": "state=ended"}, follow=True)
    assert answer.redirect_chain[-1][0] == f"{at('grants')}?state=ended"
    assert "The view Over is forgotten." in answer.content.decode()
    assert answer.context["view_form"] is not None


def test_views_are_for_those_who_see_the_list(desk, client, at):
    client.force_login(people.person(RoleKind.COMMITTEE_MEMBER, scope=desk.programme.scope))
    assert client.post(at("grants_save_view"), {"name": "Over", "query": ""}).status_code == 403
