"""A value computed again says what explains it; a value of a report opens as it was when it was signed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from openamif.access.actions.change_organisation import change_organisation
from openamif.grants.models import Grant
from openamif.people.states import RoleKind
from openamif.record.actions.append_trail import append_trail
from openamif.register.states import EventKind, OutputKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.declare_value import Declaration, declare_total
from openamif.reports.queries import counting
from openamif.reports.queries.frozen import differences
from openamif.web.authority.reports.later import later_rows
from tests.factories import grants, people, registers, reports
from tests.programmes.bare import bare_programme
from tests.reports.test_values_frozen import frozen

UNTIL = date(2019, 12, 31)


def at(name: str, *args: object) -> str:
    return reverse(f"authority:{name}", args=args)


@pytest.fixture
def programme(db):
    return bare_programme()


@pytest.fixture
def places(programme):
    """A grant that made ten of a hundred places, as its report says."""
    made = reports.cast(
        programme, objective="SO1", action=None, targets={"SO1.C2.1": Decimal(9), "SO1.C2.2": Decimal(50)}
    )
    registers.output(made.grant, OutputKind.NEW_PLACES, quantity=10)
    declare_total(programme, Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(100), note="Fedasil"), by=made.officer)
    return made


def later(client, report) -> list[dict]:
    return client.get(at("report_proof", report.pk)).context["later"][1]


def test_a_total_declared_again_is_told_with_who_said_it(places, client):
    report = reports.submitted(places)
    total = Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(200), note="Counted again")
    declare_total(places.grant.programme, total, by=places.second)
    client.force_login(places.officer)
    (row,) = (each for each in later(client, report) if each["indicator"] == "SO1.C2.2")
    assert (row["who"], row["what"]) == ("The programme as a whole. Counted again", "Declared: 0 of 200")
    assert places.second.name in row["recorded"]


@pytest.fixture
def town(db):
    """A project of a town, as one of 2023 counts."""
    body = people.organisation("Town", kind="local_public_body")
    said = {"objective": "SO2", "action": None, "beneficiary": body, "intervention_fields": "II.001", "targets": {}}
    grant = grants.draft(bare_programme(period="2021-2027"), **said)
    Grant.objects.filter(pk=grant.pk).update(state="signed", signed_on=date(2018, 12, 1))
    return Grant.objects.get(pk=grant.pk)


def test_what_was_changed_of_the_beneficiary_and_of_the_grant_is_told(town):
    report = frozen(town, "O.2.7", date(2023, 12, 31)).report
    administrator, officer = people.person(RoleKind.ADMINISTRATOR, name="Ada Admin"), grants.manager(town.programme)
    change_organisation(town.beneficiary, by=administrator, kind="ngo")
    changes = [["starts_on", "2019-01-01", "2019-02-01"], ["title", "Old", "New"]]
    append_trail(town, "changed", by=officer, from_state="signed", to_state="draft", details={"changes": changes})
    (found,) = differences(report)
    body, grant = later_rows(report, found, officer)
    assert (body["who"], body["what"]) == ("Town", "Kind: Local public body became Non-governmental organisation")
    assert "Ada Admin" not in body["recorded"]
    assert "Ada Admin" in next(later_rows(report, found, administrator))["recorded"]
    assert (
        grant["what"].replace("\u00a0", " ")
        == "Starts on: 1 January 2019 became 1 February 2019; State: Signed became Draft"
    )
    assert (grant["who"], officer.name in grant["recorded"]) == (town.reference, True)


def test_another_version_of_the_rule_is_told(places, client, monkeypatch):
    report = reports.submitted(places)
    stands = counting.counting_rules

    def other(period, *, on):
        other_one = {"version": "2", "outputs": frozenset({"staff"})}
        return tuple(replace(r, **other_one) if r.indicator == "SO1.C2.1" else r for r in stands(period, on=on))

    monkeypatch.setattr(counting, "counting_rules", other)
    client.force_login(places.officer)
    page = client.get(at("report_proof", report.pk))
    states = {row["indicator"].code: str(row["state"].label) for row in page.context["values"][1]}
    assert states["SO1.C2.1"] == "counted by another rule now"
    assert states["SO1.C2.2"] == "counted by another rule now"
    told = [each for each in page.context["later"][1] if each["who"] == "Counting rule"]
    assert {each["indicator"] for each in told} == {"SO1.C2.1", "SO1.C2.2"}
    assert all(each["what"].endswith(": 1 became 2") for each in told)


def test_a_value_opens_as_it_was_known_when_it_was_signed(client, programme):
    made = reports.cast(programme)
    someone = registers.participant(made.grant)
    registers.event(someone, EventKind.LANGUAGE_COURSE)
    report = reports.submitted(made)
    late = registers.participant(made.grant)
    registers.event(late, EventKind.LANGUAGE_COURSE)
    client.force_login(made.officer)
    page = at("situation_contributions", programme.pk, "SO2.C2", made.grant.pk)
    way = f"{page}?report={report.pk}"
    assert way in client.get(at("report_value", report.values.get(indicator="SO2.C2").pk)).content.decode()
    shown = client.get(way).content.decode()
    assert "1 in all" in shown
    assert f"P{someone.subject_id}" in shown
    assert f"P{late.subject_id}" not in shown
    assert "as it was known when it was signed on" in shown
    assert f'href="{page}"' in shown
    assert "2 in all" in client.get(page).content.decode()


@pytest.mark.parametrize("asked", ["0", "x", "9" * 5000, "-1"])
def test_what_is_no_report_of_the_grant_is_not_found(client, programme, asked):
    made = reports.cast(programme)
    client.force_login(made.officer)
    page = at("situation_contributions", programme.pk, "SO2.C2", made.grant.pk)
    assert client.get(f"{page}?report={asked}").status_code == 404
    other = reports.submitted(reports.cast(programme))
    assert client.get(f"{page}?report={other.pk}").status_code == 404
    whole = at("situation_contributions_of_all", programme.pk, "SO2.C2")
    assert client.get(f"{whole}?report={other.pk}").status_code == 404


def test_a_draft_opens_nothing_for_an_officer(client, programme):
    made = reports.cast(programme)
    draft = reports.begun(made)
    client.force_login(made.officer)
    page = at("situation_contributions", programme.pk, "SO2.C2", made.grant.pk)
    assert client.get(f"{page}?report={draft.pk}").status_code == 404


def test_a_percentage_opens_to_its_numerator_and_says_of_how_many(places, client):
    report = reports.submitted(places)
    registers.output(places.grant, OutputKind.NEW_PLACES, quantity=30)
    total = Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(200))
    declare_total(places.grant.programme, total, by=places.second)
    client.force_login(places.officer)
    page = at("situation_contributions", places.grant.programme_id, "SO1.C2.2", places.grant.pk)
    way = f"{page}?report={report.pk}"
    assert way in client.get(at("report_value", report.values.get(indicator="SO1.C2.2").pk)).content.decode()
    shown = client.get(way).content.decode()
    assert "SO1.C2.2 is a percentage: 10 of 100. This is its numerator." in shown
    assert "10 in all" in shown
    today = client.get(page).content.decode()
    assert "SO1.C2.2 is a percentage: 40 of 200. This is its numerator." in today
    registers.output(places.grant, OutputKind.RECEPTION_CAPACITY, quantity=400)
    today = client.get(page).content.decode()
    assert "40 of 400" in today
    assert "Of how many it is a percentage" in today
    whole = at("situation_contributions_of_all", places.grant.programme_id, "SO1.C2.2")
    assert "is a percentage" in client.get(whole).content.decode()


def test_the_beneficiary_opens_a_value_of_a_report_by_its_own_references(client, programme):
    made = reports.cast(programme)
    someone = registers.participant(made.grant, local_reference="B-1")
    registers.event(someone, EventKind.LANGUAGE_COURSE)
    page = reverse("beneficiary:counted", args=[made.grant.pk, "SO2.C2"])
    client.force_login(made.signer)
    draft = reports.begun(made)
    assert f"{page}?report={draft.pk}" in client.get(reverse("beneficiary:report", args=[draft.pk])).content.decode()
    assert "not signed yet" in client.get(f"{page}?report={draft.pk}").content.decode()
    report = reports.submitted(made, draft)
    late = registers.participant(made.grant, local_reference="B-2")
    registers.event(late, EventKind.LANGUAGE_COURSE)
    assert f"{page}?report={report.pk}" in client.get(reverse("beneficiary:report", args=[report.pk])).content.decode()
    shown = client.get(f"{page}?report={report.pk}").content.decode()
    assert "B-1" in shown
    assert "B-2" not in shown
    assert "as it was known when it was signed on" in shown
    assert f'href="{page}"' in shown
    other = reports.submitted(reports.cast(programme))
    assert client.get(f"{page}?report={other.pk}").status_code == 404


def test_a_percentage_aimed_at_stands_on_the_page_of_the_grant_as_one(places, client):
    registers.output(places.grant, OutputKind.RECEPTION_CAPACITY, quantity=400)
    count_tallies(places.grant.programme)
    client.force_login(places.officer)
    rows = {row["indicator"].code: row for row in client.get(at("grant", places.grant.pk)).context["targets"][1]}
    assert rows["SO1.C2.2"]["reached"].text == "2.5"
    assert rows["SO1.C2.1"]["reached"].text == "10"
