"""Where a beneficiary begins: what waits, her grants, and nothing of anybody else's."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openamif.grants.states import Right
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.return_report import return_report
from openamif.reports.queries.owed import dues_with_reports
from tests.factories import grants, people, register, reports
from tests.factories.people import PASSWORD


def labels(response) -> list[str]:
    return [item.label for section in response.context["nav"] for item in section.items]


def test_logging_in_leads_each_to_her_own_home(client, house):
    for who, home in ((house.member, "beneficiary:home"), (house.officer, "authority:home")):
        answer = client.post(reverse("account_login"), {"login": who.email, "password": PASSWORD})
        assert answer.url == reverse(home)
        client.logout()


def test_the_home_of_the_office_leads_a_beneficiary_to_hers(member):
    assert member.get(reverse("authority:home")).url == reverse("beneficiary:home")


def test_the_side_column_shows_what_is_hers(member, house, client):
    assert labels(member.get(reverse("beneficiary:home"))) == ["My work", "Grants", "Register", "Reports"]
    people.role(house.member, RoleKind.EVALUATOR, scope=house.grant.programme.scope)
    client.force_login(house.member)
    both = labels(client.get(reverse("beneficiary:home")))
    assert both.count("My work") == 2
    assert {"Programmes", "Register"} <= set(both)


def test_a_report_whose_days_are_over_waits(member, house):
    page = member.get(reverse("beneficiary:home"))
    waiting = page.context["tasks"]
    assert next(task.title for task in waiting) == f"Progress report 1 of {house.grant.reference}"
    assert waiting[0].badge.label == "To begin"
    assert house.foreign.reference not in page.content.decode()
    assert page.context["nav"][0].items[0].count == len(waiting)


def test_whoever_is_no_beneficiary_is_told_so(client, house):
    client.force_login(house.officer)
    assert "These pages are for beneficiaries" in client.get(reverse("beneficiary:home")).content.decode()


def test_without_a_grant_it_says_what_will_be_here(client, house):
    client.force_login(people.person(RoleKind.BENEFICIARY, scope=house.grant.programme.scope))
    for name in ("home", "grants", "registers", "reports"):
        page = client.get(reverse(f"beneficiary:{name}"))
        assert 'class="empty"' in page.content.decode()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "most"), [("home", 12), ("grants", 7), ("reports", 9)])
def test_it_asks_the_same_however_many_grants(member, house, name, most, number):
    for _ in range(number - 1):
        grants.signed(house.grant.programme, by=house.officer, beneficiary=house.grant.beneficiary)
    with CaptureQueriesContext(connection) as queries:
        assert member.get(reverse(f"beneficiary:{name}")).status_code == 200
    assert len(queries) == most


def test_one_register_is_opened_at_once_and_several_are_offered(member, house, at):
    registers = reverse("beneficiary:registers")
    assert member.get(registers).url == at("participants")
    grants.signed(house.grant.programme, by=house.officer, beneficiary=house.grant.beneficiary)
    assert len(member.get(registers).context["rows"]) == 2


PAGES = ("grant", "participants", "participant_enter", "activities", "activity_enter", "attendance", "outputs")


@pytest.mark.parametrize("name", [*PAGES, "output_enter", "imports"])
def test_the_pages_of_another_organisations_grant_are_not_there(client, house, at, name):
    for who in (house.rival, house.officer):
        client.force_login(who)
        assert client.get(at(name)).status_code == 404
    client.force_login(house.member)
    assert client.get(at(name)).status_code == 200


def test_what_belongs_to_another_organisations_grant_is_not_there(client, house):
    (someone,) = house.participants()
    event = register.event(someone, by=house.member, in_activity=house.course)
    client.force_login(house.rival)
    named = (
        ("participant", someone),
        ("participant_identify", someone),
        ("participant_describe", someone),
        ("event_record", someone),
    )
    for name, thing in (*named, ("event_correct", event), ("activity_change", house.course)):
        assert client.get(reverse(f"beneficiary:{name}", args=[thing.pk])).status_code == 404


def test_a_grant_shows_progress_reports_and_people(member, house, at):
    page = member.get(at("grant"))
    html = page.content.decode()
    assert next(row["indicator"].code for row in page.context["targets"][1]) == "SO2.C2"
    assert {row["name"] for row in page.context["colleagues"]} == {"Bea Member", "Carl Colleague"}
    assert re.search(r"Report 1.*Report 2", html, re.S)
    assert not page.context["may_give_rights"]


def test_whoever_may_sign_gives_rights(member, house, at):
    url = at("grant_rights")
    assert member.post(url, {"person": house.colleague.pk, "right": "view"}).status_code == 403
    house.grant.rights.create(person=house.member, right=Right.SIGN)
    assert member.post(url, {"person": house.colleague.pk, "right": "view"}).url.endswith("#people")
    assert house.grant.rights.get(person=house.colleague).right == Right.VIEW
    member.post(url, {"person": house.rival.pk, "right": "view"})
    assert not house.grant.rights.filter(person=house.rival).exists()
    page = member.post(url, {"person": house.member.pk, "right": "edit"}, follow=True)
    assert house.grant.rights.get(person=house.member).right == Right.SIGN
    assert "notice tone-bad" in page.content.decode()


def test_a_partner_is_asked_for_nothing_that_she_may_not_do(client, house, at):
    house.grant.partners.create(organisation=house.rival.roles.get().organisation)
    client.force_login(house.rival)
    home = client.get(reverse("beneficiary:home"))
    assert all(task.title.endswith(house.foreign.reference) for task in home.context["tasks"])
    links = {card["grant"].pk: [link.text for link in card["links"]] for card in home.context["running"]}
    assert links == {
        house.foreign.pk: ["Take attendance", "Participants", "Send in a file"],
        house.grant.pk: ["Participants"],
    }
    assert at("attendance") not in client.get(reverse("beneficiary:registers")).content.decode()


def test_what_waits_follows_the_right_that_was_given(client, house):
    house.grant.partners.create(organisation=house.rival.roles.get().organisation)
    house.grant.rights.create(person=house.rival, right=Right.EDIT)
    house.grant.rights.create(person=house.member, right=Right.VIEW)
    for who, number in ((house.rival, 4), (house.member, 0)):
        client.force_login(who)
        assert len(client.get(reverse("beneficiary:home")).context["tasks"]) == number


def test_of_its_reports_the_next_thing_to_do_is_first(house):
    held = holdings(house.member)
    for on, order in ((date(2019, 6, 1), [1, 2]), (date(2020, 6, 1), [1, 2])):
        assert [due.number for due in dues_with_reports(held, on=on)] == order


WAYS = {
    "begun": reports.begun,
    "returned": lambda made: return_report(reports.submitted(made), reason="Which groups?", by=made.officer),
    "asked": lambda made: ask_clarification(reports.submitted(made), question="Which groups?", by=made.officer),
    "sent": reports.submitted,
    "accepted": reports.accepted,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_sent_stands_after_what_is_to_be_done_and_before_what_is_to_come(db, way):
    made = reports.cast()
    WAYS[way](made)
    order = [2, 1] if way in ("sent", "accepted") else [1, 2]
    assert [due.number for due in dues_with_reports(holdings(made.editor), on=date(2020, 6, 1))] == order
    assert [due.number for due in dues_with_reports(holdings(made.editor), on=date(2019, 6, 1))] == [1, 2]


def test_whoever_only_sees_reads_the_register_and_is_offered_nothing_to_fill(member, house, at):
    (someone,) = house.participants(reference="F-2210")
    house.grant.rights.create(person=house.member, right=Right.VIEW)
    (card,) = member.get(reverse("beneficiary:home")).context["running"]
    assert [link.text for link in card["links"]] == ["Participants"]
    for name in ("participants", "activities", "outputs", "imports"):
        page = member.get(at(name))
        assert page.status_code == 200
        assert not page.context["actions"]
    assert "F-2210" in member.get(reverse("beneficiary:participant", args=[someone.pk])).content.decode()
    filling = ("participant_enter", "activity_enter", "attendance", "output_enter")
    for url in (*map(at, filling), reverse("beneficiary:event_record", args=[someone.pk])):
        answer = member.get(url)
        assert answer.status_code == 403
        assert "A colleague who signs can change that" in answer.content.decode()


def test_a_partner_does_not_read_what_stands_in_a_file_of_the_beneficiary(client, house, at):
    house.grant.partners.create(organisation=house.rival.roles.get().organisation)
    client.force_login(house.rival)
    assert client.get(at("imports")).status_code == 403
    assert at("imports") not in client.get(at("participants")).content.decode()
