"""A list never answers a filter that it does not know with everything."""

from io import BytesIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from openamif.people.states import RoleKind
from tests.factories import grants, people, programmes
from tests.web.authority.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant():
    return grants.signed(programmes.programme())


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("grants", "state=approved"),
        ("grants", "objective=SO9"),
        ("grants", "beneficiary=999999"),
        ("reports", "objective=SO9"),
        ("reports", "stage=approved"),
        ("letters", "kind=poem"),
        ("register_participants", "sex=odd"),
        ("trail", "event=approved"),
    ],
)
def test_a_filter_that_is_not_known_is_told_and_nothing_is_shown(client, grant, name, query):
    client.force_login(grants.manager(grant.programme))
    if name == "trail":
        client.force_login(people.person(RoleKind.ADMINISTRATOR))
    of = {"grants": [grant.programme_id], "reports": [grant.programme_id], "register_participants": [grant.pk]}
    door = "administration" if name == "trail" else "authority"
    page = client.get(f"{reverse(f'{door}:{name}', args=of.get(name, []))}?{query}")
    assert page.status_code == 200
    assert f"This list does not know “{query.partition('=')[2]}”, so nothing is found." in words(page)
    assert list(page.context["rows"]) == []
    assert "Show all" in words(page)


def test_what_is_taken_away_under_such_a_filter_holds_nothing(client, grant):
    client.force_login(grants.manager(grant.programme))
    file = f"{reverse('authority:grants_export', args=[grant.programme_id, 'xlsx'])}?state="
    for state, lines in (("approved", 1), ("signed", 2)):
        book = CalamineWorkbook.from_filelike(BytesIO(client.get(file + state).content))
        assert len(book.get_sheet_by_index(0).to_python()) == lines


@pytest.mark.parametrize("year", ["1999", "2031", "next", "99999999999999999999"])
def test_a_year_of_checks_that_is_not_known_is_told_instead_of_another(client, grant, year):
    client.force_login(grants.manager(grant.programme))
    page = client.get(f"{reverse('authority:checks', args=[grant.programme_id])}?year={year}")
    assert page.status_code == 200
    assert f"“{year}” is no year in which grants of this programme ran, so nothing is shown of it." in words(page)
    assert "Financial year" not in words(page)
    assert "Show the last year" in words(page)
