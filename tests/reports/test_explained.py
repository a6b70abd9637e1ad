"""What explains a difference besides later events: totals, the beneficiary, the grant, another rule."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openamif.access.actions.change_organisation import change_organisation
from openamif.grants.actions.change_grant import change_grant
from openamif.grants.facts import content_of
from openamif.grants.models import Grant
from openamif.people.states import RoleKind
from openamif.record.actions.append_trail import append_trail
from openamif.register.states import EventKind, OutputKind
from openamif.reports.actions.declare_value import Declaration, declare_total, declare_value
from openamif.reports.queries import counting
from openamif.reports.queries.contributions import contributions
from openamif.reports.queries.frozen import differences, known_now
from tests.factories import grants, people, registers
from tests.programmes.bare import bare_programme
from tests.reports.test_values_frozen import UNTIL, frozen

pytestmark = pytest.mark.django_db


@pytest.fixture
def host() -> Grant:
    return grants.signed(bare_programme(), objective="SO1", action=None, targets={})


@pytest.fixture
def officer(host):
    return grants.manager(host.programme)


def test_a_total_declared_again_explains_a_percentage(host, officer):
    registers.output(host, OutputKind.NEW_PLACES, quantity=10)
    declare_total(host.programme, Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(100)), by=officer)
    row = frozen(host, "SO1.C2.2")
    assert (row.value, differences(row.report)[0].is_same) == (10, True)
    again = declare_total(host.programme, Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(200)), by=officer)
    declare_total(host.programme, Declaration("SO1.C2.2", date(2020, 1, 1), Decimal(0), Decimal(9)), by=officer)
    (told,) = differences(row.report)
    assert (told.is_reproduced, told.is_same, told.today.number) == (True, False, 5)
    assert told.declared == (again,)


def test_what_is_declared_of_the_part_explains_a_percentage(host, officer):
    declare_total(host.programme, Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(100)), by=officer)
    row = frozen(host, "SO1.C2.2")
    said = declare_value(host, Declaration("SO1.C2.1", UNTIL, Decimal(7)), by=officer)
    assert differences(row.report)[0].declared == (said,)


@pytest.fixture
def town():
    return people.organisation("Town", kind="local_public_body")


@pytest.fixture
def project(town) -> Grant:
    programme = bare_programme(period="2021-2027")
    said = {"objective": "SO2", "action": None, "beneficiary": town, "intervention_fields": "II.001", "targets": {}}
    grant = grants.draft(programme, **said)
    Grant.objects.filter(pk=grant.pk).update(state="signed", signed_on=date(2018, 12, 1))
    return Grant.objects.get(pk=grant.pk)


@pytest.fixture
def project_row(project):
    row = frozen(project, "O.2.7", date(2023, 12, 31))
    assert row.value == 1
    return row


def test_another_kind_of_beneficiary_is_put_back_and_named(project, project_row, town):
    administrator = people.person(RoleKind.ADMINISTRATOR)
    change_organisation(town, by=administrator, short_name="T")
    change_organisation(town, by=administrator, kind="ngo")
    (told,) = differences(project_row.report)
    assert (told.is_reproduced, told.is_same, told.then.number, told.today.number) == (True, False, 1, 0)
    (change,) = told.changed
    assert (change.event, change.by) == ("organisation_changed", administrator)


@pytest.mark.parametrize(
    "said", [{"intervention_fields": "II.008"}, {"starts_on": date(2024, 1, 1), "ends_on": date(2024, 12, 31)}]
)
def test_a_changed_grant_is_put_back_and_named(project, project_row, said):
    by = grants.manager(project.programme)
    now = Grant.objects.get(pk=project.pk)
    content = replace(content_of(now), title="Another title", **said)
    Grant.objects.filter(pk=project.pk).update(state="draft", signed_on=None)
    append_trail(now, "changed", by=by, from_state="signed", to_state="draft")
    change_grant(now, replace(content, signed_on=None), revision=now.revision, by=by, on=date(2020, 3, 1))
    (told,) = differences(project_row.report)
    assert (told.is_reproduced, told.is_same) == (True, False)
    assert [each.event for each in told.changed] == ["changed", "changed"]
    assert {place for each in told.changed for place, *_ in each.details.get("changes", ())} >= set(said)


def test_another_objective_is_put_back_and_named():
    grant = grants.signed(bare_programme(), objective="SO2", action=None, targets={})
    registers.event(registers.participant(grant), EventKind.LANGUAGE_COURSE)
    row, known = frozen(grant), known_now(grant)
    content = replace(content_of(grant), objective="SO1")
    change_grant(grant, content, revision=grant.revision, by=grants.manager(grant.programme), on=date(2020, 3, 1))
    (told,) = differences(row.report)
    assert (told.is_reproduced, told.is_same, told.today) == (True, False, None)
    assert [each.event for each in told.changed] == ["changed"]
    grant.refresh_from_db()
    assert contributions(grant, "SO2.C2", until=UNTIL, known=known).total == 1
    assert contributions(grant, "SO2.C2", until=UNTIL).total == 0


def test_a_change_that_counts_for_nothing_else_explains_nothing_else(host, officer):
    row = frozen(host, "SO1.C2.1")
    now = Grant.objects.get(pk=host.pk)
    change_grant(now, replace(content_of(now), starts_on=date(2019, 2, 1)), revision=now.revision, by=officer, on=UNTIL)
    registers.output(host, OutputKind.NEW_PLACES, quantity=10)
    (told,) = differences(row.report)
    assert (told.changed, len(told.outputs)) == ((), 1)


def test_another_version_of_the_counting_rule_is_named(monkeypatch):
    grant = grants.draft(bare_programme())
    registers.event(registers.participant(grant), EventKind.LANGUAGE_COURSE)
    row = frozen(grant)
    assert differences(row.report)[0].rule_now is None
    stands = counting.counting_rules

    def other(period, *, on):
        changed = {"version": "2", "kinds": frozenset({"housing_advice"})}
        return tuple(replace(r, **changed) if r.indicator == "SO2.C2" else r for r in stands(period, on=on))

    monkeypatch.setattr(counting, "counting_rules", other)
    (told,) = differences(row.report)
    assert (told.is_reproduced, told.frozen.rule_version, told.rule_now.version) == (False, "1", "2")
