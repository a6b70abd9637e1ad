"""The page of the trail."""

import pytest
from django.urls import reverse

from openamif.people.states import RoleKind
from openamif.record.actions.append_trail import append_trail
from tests.factories import grants, programmes, reports
from tests.factories.people import administrator, person, role
from tests.factories.trail import without_guards

pytestmark = pytest.mark.django_db
TRAIL = "/office/trail/"


@pytest.fixture
def reader(client):
    made = person(RoleKind.AUDIT_AUTHORITY)
    client.force_login(made)
    return made


@pytest.fixture
def events(reader):
    by, about = administrator(email="ada@example.org"), person(email="eve@example.org")
    for event in ("person_entered", "role_given", "person_closed"):
        append_trail(about, event, by=by, reason="A reason.")
    append_trail(by, "opened", by=None)
    return by, about


def numbers(response):
    return [row["number"] for row in response.context["rows"]]


def test_address_of_the_trail():
    assert reverse("administration:trail") == TRAIL


def test_events_come_latest_first(client, events):
    response = client.get(TRAIL)
    assert numbers(response) == [4, 3, 2, 1]
    html = response.content.decode()
    assert "Account closed" in html
    assert "A reason." in html
    assert "The system" in html


def test_events_are_found_by_kind_and_person(client, events):
    assert numbers(client.get(TRAIL, {"event": "role_given"})) == [2]
    assert numbers(client.get(TRAIL, {"person": "EVE@example.org"})) == [3, 2, 1]
    assert numbers(client.get(TRAIL, {"person": "ada@example.org", "event": "opened"})) == [4]


@pytest.mark.parametrize(
    ("event", "details", "told"),
    [
        ("opened", {"what": "participants", "count": 1204}, "Participants of the register: 1\u202f204 persons"),
        (
            "list_taken",
            {"what": "sample", "count": 1, "references": True},
            "Those drawn for the check: 1 person, with the",
        ),
        ("opened", {"what": "contributions", "indicator": "O.2.3"}, "Those who count for an indicator (O.2.3)"),
        ("opened", {"what": "something else"}, ""),
    ],
)
def test_a_list_that_was_read_is_told_in_words(client, reader, event, details, told):
    append_trail(grants.signed(programmes.programme()), event, by=reader, details=details)
    assert client.get(TRAIL).context["rows"][0]["reason"].startswith(told)


def test_events_of_nobody_are_none_rather_than_all(client, events):
    response = client.get(TRAIL, {"person": "nobody@example.org"})
    assert numbers(response) == []
    assert "No such event" in response.content.decode()
    assert "Nobody here has the address “nobody@example.org”" in response.content.decode()
    assert 'value="nobody@example.org"' in response.content.decode()


def test_events_come_by_pages_of_fifty(client, reader):
    for _each in range(51):
        append_trail(reader, "opened", by=reader)
    assert len(numbers(client.get(TRAIL))) == 50
    assert numbers(client.get(TRAIL, {"page": 2})) == [1]


def test_chain_is_followed_when_asked(client, events):
    assert "Check the chain" in client.get(TRAIL).content.decode()
    html = client.get(TRAIL, {"check": 1}).content.decode()
    assert "The chain holds." in html


def test_break_of_the_chain_is_told(client, events):
    without_guards("UPDATE record_trail SET reason = 'another' WHERE number = 2")
    html = client.get(TRAIL, {"check": 1}).content.decode()
    assert "The chain does not hold." in html
    assert "this event was changed after it was written" in html


def test_events_of_programmes_lead_to_them(client, reader):
    version = programmes.version()
    role(reader, RoleKind.AUDIT_AUTHORITY, scope=version.programme.scope)
    html = client.get(TRAIL).content.decode()
    assert reverse("authority:version", args=[version.pk]) in html


def test_events_lead_to_no_page_that_would_not_be_found(client, reader):
    of = reports.cast()
    role(reader, RoleKind.AUDIT_AUTHORITY, scope=of.grant.programme.scope)
    report, other = reports.begun(of), programmes.version(country="NL")
    html = client.get(TRAIL).content.decode()
    for name, subject in (("report", report), ("version", other)):
        assert f'href="{reverse(f"authority:{name}", args=[subject.pk])}"' not in html
    reports.submitted(of, reports.written(of, report))
    assert f'href="{reverse("authority:report", args=[report.pk])}"' in client.get(TRAIL).content.decode()


def test_events_lead_only_where_the_reader_may_go(client, reader, events):
    grant = grants.signed(programmes.version().programme)
    role(reader, RoleKind.AUDIT_AUTHORITY, scope=grant.programme.scope)
    append_trail(grant, "changed", by=reader)
    by_auditor = client.get(TRAIL).content.decode()
    client.force_login(events[0])
    by_administrator = client.get(TRAIL).content.decode()
    grant_page, person_page = (
        f'href="{reverse(name, args=[pk])}"'
        for name, pk in (("authority:grant", grant.pk), ("administration:person", events[1].pk))
    )
    assert (grant_page in by_auditor, person_page in by_auditor) == (True, False)
    assert (grant_page in by_administrator, person_page in by_administrator) == (False, True)


def test_subjects_are_called_by_their_words(client, reader):
    append_trail(grants.signed(programmes.version().programme), "changed", by=reader)
    html = client.get(TRAIL).content.decode()
    assert "grants.grant" not in html


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_events(client, reader, django_assert_num_queries, number):
    for _each in range(number):
        append_trail(person(), "opened", by=person(RoleKind.EVALUATOR))
    with django_assert_num_queries(7):
        client.get(TRAIL)
