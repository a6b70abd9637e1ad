"""Whom to ask at a partner (Annex XVII, field 7): by hand, by workbook, never in the trail, gone in time."""

from datetime import date

import pytest

from openamif.grants.actions.erase_persons import erase_persons
from openamif.grants.actions.import_grants import import_grants
from openamif.grants.facts import ContactContent, content_of
from openamif.grants.models import Grant
from openamif.grants.queries import plan_import
from openamif.grants.queries.retention import persons_due
from openamif.record.queries import trail_of
from openamif.web.authority.grants.filled import rows_of_grants
from openamif.web.authority.grants.workbook import grant_form
from openamif.workbooks import read
from tests.factories import people
from tests.grants.workbooks import filled, row
from tests.web.authority.grants.test_pages import form_of, rows_of

DAY = date(2021, 3, 1)
PARTNER = "Side by Side"
ADA = ContactContent("Ada Byron", "ada@side.example", "+32 2 123")
SAID = {"partner": PARTNER, "contact_name": ADA.contact_name, "contact_email": ADA.contact_email,
        "contact_phone": ADA.contact_phone}  # fmt: skip


@pytest.fixture
def partner(desk):
    return desk.grant.partners.create(organisation=people.organisation(PARTNER))


@pytest.fixture
def asked(desk, officer, at, partner):
    """The contact entered by hand."""
    page = officer.get(at("grant_rows", "contacts"))
    assert officer.post(at("grant_rows", "contacts"), rows_of(page, **SAID)).status_code == 302
    return Grant.objects.get(pk=desk.grant.pk)


def test_a_contact_is_entered_and_shown(asked, officer, at):
    assert content_of(asked).contacts == {PARTNER: ADA}
    assert "ada@side.example" in officer.get(at("grant")).content.decode()


def test_a_contact_stays_when_something_else_is_changed(asked, officer, at):
    changed = form_of(officer.get(at("grant_edit"))) | {"title": "Another title"}
    assert officer.post(at("grant_edit"), changed).status_code == 302
    assert content_of(Grant.objects.get()).contacts == {PARTNER: ADA}


def test_the_trail_says_that_it_changed_and_not_to_whom(asked):
    row = trail_of(asked).latest("number")
    assert row.details["changes"] == [[f"contacts.{PARTNER}", "", ""]]
    assert "Byron" not in str(list(trail_of(asked).values()))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"partner": "Another"}, "Another is not one of the available choices"),
        ({"contact_email": "ada at side"}, "“ada at side” is no e-mail address"),
        ({"contact_name": "", "contact_email": "", "contact_phone": ""}, "Enter a name, an e-mail address"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_in_words(officer, at, partner, said, told):
    page = officer.get(at("grant_rows", "contacts"))
    answer = officer.post(at("grant_rows", "contacts"), rows_of(page, **SAID | said))
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert content_of(Grant.objects.get()).contacts == {}


def test_a_contact_goes_when_the_law_lets_it_go(asked):
    due = date(2028, 10, 16)
    assert [(each.grant, each.has_contact) for each in persons_due(due)] == [(asked, True)]
    erase_persons(asked, on=due)
    assert content_of(Grant.objects.get()).contacts == {}
    assert list(persons_due(due)) == []


def import_of(desk, **partner):
    form = grant_form(desk.programme)
    rows = [{"reference": "BE/2019/PR/0011", "organisation": "House of the Four Winds"} | partner]
    bodies = [{"name": PARTNER, "kind": "ngo", "country": "BE"}]
    return read(filled(form, grants=[row(11)], organisations=bodies, partners=rows), form)


def test_a_contact_comes_with_the_workbook_and_stays_where_it_has_no_column(desk):
    said = {**SAID, "organisation": PARTNER}
    del said["partner"]
    import_grants(desk.programme, import_of(desk, **said), by=desk.officer, on=DAY)
    made = Grant.objects.get(reference="BE/2019/PR/0011")
    assert content_of(made).contacts == {PARTNER: ADA}
    assert not import_grants(desk.programme, import_of(desk, **said), by=desk.officer, on=DAY).changes_anything
    without = import_of(desk, organisation=PARTNER)
    for name in ("contact_name", "contact_email", "contact_phone"):
        del without.letters["partners", name]
    assert not plan_import(desk.programme, without, on=DAY).changed
    assert rows_of_grants([made])["partners"] == ({"reference": made.reference, **said},)


def test_an_address_that_is_none_stands_at_its_cell(desk):
    found = import_of(desk, organisation=PARTNER, contact_email="ada at side")
    plan_import(desk.programme, found, on=DAY)
    assert [(each.sheet, each.row, each.key, each.code) for each in found.errors] == [
        ("Partners", 2, "contact_email", "not_an_address")
    ]
