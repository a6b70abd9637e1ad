"""A value that no register tells is said by hand: shown as declared, refused where it cannot be, and put right."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from openamif.grants.models import Grant
from openamif.record.models import Trail
from openamif.register.states import EventKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.models import DeclaredValue
from openamif.reports.queries.values import values_of
from openamif.reports.states import Origin
from tests.factories import grants, register

TOLD = {"indicator": "SO2.C2", "as_of": "2020-06-30", "value": "1 200", "note": "Lists of the old register, 2020"}


@pytest.fixture(autouse=True)
def aimed_at_much(house):
    """So that nothing is far above what the grant aims at."""
    house.grant.targets.update(target=2000)


def said(page) -> list[tuple[str, str]]:
    return [(str(row["value"]), str(row["state"].label)) for row in page.context["listed"]["rows"]]


def test_a_value_is_declared_and_shown_as_such(member, house, at):
    page = member.post(at("declared"), TOLD, follow=True)
    assert page.redirect_chain == [(at("declared"), 302)]
    assert said(page) == [("1200.00", "counts")]
    assert "Lists of the old register, 2020" in page.content.decode()
    told = values_of(house.grant, until=localdate())["SO2.C2"]
    assert (told.number, told.origin) == (1200, Origin.DECLARED)
    assert Trail.objects.get(event="value_declared").by == house.member
    words = member.get(at("grant")).content.decode()
    assert at("declared") in words
    assert "declared, without register" in words


def test_the_latest_counts_and_what_it_replaces_stays_to_be_seen(member, at):
    for value in ("12", "13"):
        page = member.post(at("declared"), TOLD | {"value": value}, follow=True)
    assert said(page) == [("13.00", "counts"), ("12.00", "replaced")]


def test_the_same_said_again_is_not_kept_twice_and_what_came_between_is(member, at):
    for value in ("12", "12"):
        page = member.post(at("declared"), TOLD | {"value": value}, follow=True)
    assert said(page) == [("12.00", "counts")]
    assert "This was declared already: nothing changed." in page.content.decode()
    for value in ("13", "12"):
        page = member.post(at("declared"), TOLD | {"value": value}, follow=True)
    assert [value for value, _state in said(page)] == ["12.00", "13.00", "12.00"]


def test_it_gives_way_to_the_register(member, house, at):
    member.post(at("declared"), TOLD)
    someone = register.participant(house.grant, by=house.member, standing="protected")
    register.event(someone, by=house.member, in_activity=house.course, kind=EventKind.LANGUAGE_COURSE)
    count_tallies(house.grant.programme)
    assert values_of(house.grant, until=localdate())["SO2.C2"].origin == Origin.REGISTER
    assert said(member.get(at("declared"))) == [("1200.00", "the register counts 1")]


@pytest.mark.parametrize(
    ("wrong", "where", "told"),
    [
        ({"indicator": ""}, "indicator", "This field is required."),
        ({"indicator": "SO1.C1"}, "indicator", "Select a valid choice."),
        ({"value": "-1"}, "value", "out of range"),
        ({"value": "1.5"}, "value", "no whole number"),
        ({"note": " "}, "note", "This field is required."),
        ({"note": "x" * 256}, "note", "at most 255"),
        ({"as_of": "soon"}, "as_of", "is no date"),
        ({"as_of": "1999-12-31"}, "as_of", "nothing can have been reached"),
        ({"as_of": (localdate() + timedelta(days=1)).isoformat()}, "as_of", "still to come"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(member, at, wrong, where, told):
    page = member.post(at("declared"), TOLD | wrong)
    assert page.status_code == 422
    assert told in str(page.context["form"].errors[where])
    assert not DeclaredValue.objects.exists()


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"denominator": ""}, "denominator"),
        ({"denominator": "0"}, "denominator"),
        ({"denominator": "1199"}, "value"),
        ({"indicator": "SO1.C2.1", "denominator": "1200"}, "denominator"),
        ({"denominator": "2400"}, ""),
    ],
)
def test_a_percentage_says_of_how_many(member, house, at, said, where):
    Grant.objects.filter(pk=house.grant.pk).update(objective="SO1.NO1")
    page = member.post(at("declared"), TOLD | {"indicator": "SO1.C2.2"} | said)
    assert (list(page.context["form"].errors) if page.context else []) == ([where] if where else [])
    if not where:
        grant = Grant.objects.get(pk=house.grant.pk)
        assert values_of(grant, until=localdate())["SO1.C2.2"].number == Decimal(50)


def test_only_who_writes_its_reports_declares(client, house, at):
    for who, status in ((house.rival, 404), (house.officer, 404), (house.colleague, 200)):
        client.force_login(who)
        assert client.get(at("declared")).status_code == status


def test_the_authority_declares_of_a_grant_that_was_signed(client, house):
    client.force_login(house.officer)
    url = reverse("authority:grant_declared", args=[house.grant.pk])
    assert url in client.get(reverse("authority:grant", args=[house.grant.pk])).content.decode()
    assert said(client.post(url, TOLD, follow=True)) == [("1200.00", "counts")]
    draft = grants.draft(house.grant.programme, by=house.officer)
    assert client.get(reverse("authority:grant_declared", args=[draft.pk])).status_code == 403


def test_the_whole_of_a_percentage_is_said_of_the_programme(client, house):
    client.force_login(house.officer)
    url = reverse("authority:situation_totals", args=[house.grant.programme_id])
    shown = client.get(reverse("authority:situation_indicator", args=[house.grant.programme_id, "SO1.C2.2"]))
    assert f"{url}?indicator=SO1.C2.2" in shown.content.decode()
    assert client.get(f"{url}?indicator=SO1.C2.2").context["form"]["indicator"].value() == "SO1.C2.2"
    page = client.post(url, TOLD | {"indicator": "SO1.C2.2", "denominator": "33 000"}, follow=True)
    assert [str(row["whole"]) for row in page.context["listed"]["rows"]] == ["33000.00"]
    client.force_login(house.member)
    assert client.get(url).status_code == 403
