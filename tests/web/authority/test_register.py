"""The register of a grant for those who look after it: pseudonyms, never the beneficiary's own references."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.register.states import EventKind
from tests.factories import grants, people, programmes, register

PAGE_QUERIES, LIST_QUERIES = 20, 16
SECRET = "DOSSIER-7"


@pytest.fixture
def grant(db):
    return grants.signed(programmes.programme())


@pytest.fixture
def filler(grant):
    return register.filler(grant)


@pytest.fixture
def officer(grant, client):
    client.force_login(grants.manager(grant.programme))
    return client


@pytest.fixture
def someone(grant, filler):
    made = register.participant(grant, by=filler, reference=SECRET, sex="female")
    register.event(made, by=filler, in_activity=register.activity(grant, by=filler))
    return made


def url(name, thing):
    return reverse(f"authority:{name}", args=[thing.pk])


def test_an_empty_register_says_what_will_be_here(officer, grant):
    assert 'class="empty"' in officer.get(url("register", grant)).content.decode()
    assert url("register", grant) in officer.get(url("grant", grant)).content.decode()


def test_it_shows_what_was_recorded_and_what_is_missing(officer, grant, someone):
    page = officer.get(url("register", grant))
    assert [figure.value for figure in page.context["figures"]] == [1, 1, 1, 0]
    assert page.context["kinds"][1] == [{"kind": "Language course", "events": 1, "persons": 1}]
    missing = {str(getattr(row["name"], "text", row["name"])): row["number"] for row in page.context["quality"][1]}
    assert missing["Year of birth"] == 1
    assert missing["Sex"] == 0
    assert SECRET not in page.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 1), ("sex=male", 0), ("lacks=entry_test", 1), ("q=P{}", 1), ("q=999", 0), ("q=x&page=9", 0)],
)
def test_participants_are_found_by_pseudonym_alone(officer, grant, someone, query, found):
    page = officer.get(f"{url('register_participants', grant)}?{query.format(someone.subject_id)}")
    assert len(page.context["rows"]) == found
    assert SECRET not in page.content.decode()


def test_opening_somebody_is_written_down(officer, someone):
    page = officer.get(url("register_participant", someone))
    assert f"Participant P{someone.subject_id}" in page.content.decode()
    assert SECRET not in page.content.decode()
    assert [entry.title for entry in page.context["entries"]] == ["Language course"]
    opened = Trail.objects.filter(event="opened").get()
    assert opened.subject_pk == someone.pk


def test_a_list_under_pseudonyms_is_written_down_once_a_day(officer, grant, someone):
    for query in ("", "?sex=male", "?page=2", ""):
        officer.get(url("register_participants", grant) + query)
    opened = Trail.objects.get(event="opened")
    assert (opened.subject_kind, opened.subject_pk) == ("grants.grant", grant.pk)
    assert opened.details == {"what": "participants", "count": 1}
    assert "Record with personal data opened" not in officer.get(url("grant", grant)).content.decode()


def test_who_may_be_a_double_is_told(officer, grant, filler):
    names = {"surname": "Kowalska", "given_names": "Anna"}
    one, other = (
        register.participant(grant, by=filler, identity=register.Identity(**names, born_on=register.date(1990, *day)))
        for day in ((5, 17), (6, 18))
    )
    assert one.subject_id != other.subject_id
    page = officer.get(url("register", grant))
    assert {link.text for link in page.context["doubles"]} == {f"P{one.subject_id}", f"P{other.subject_id}"}
    alike = officer.get(url("register_participant", one)).context["alike"]
    assert alike == [f"P{other.subject_id}, {grant.reference}"]


def test_the_register_of_a_programme_not_hers_is_not_there(client, grant, someone):
    client.force_login(people.person(RoleKind.RESPONSIBLE_AUTHORITY))
    for name, thing in (("register", grant), ("register_participants", grant), ("register_participant", someone)):
        assert client.get(url(name, thing)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_same_however_many_there_are(officer, grant, filler, number):
    course = register.activity(grant, by=filler)
    for _ in range(number):
        register.event(register.participant(grant, by=filler), by=filler, in_activity=course)
        register.activity(grant, by=filler, kind=EventKind.CIVIC_ORIENTATION)
    for name, most in (("register", PAGE_QUERIES), ("register_participants", LIST_QUERIES)):
        officer.get(url(name, grant))
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(url(name, grant)).status_code == 200
        assert len(queries) == most, name
