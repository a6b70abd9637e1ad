"""What the database must never hold, tried past every form and action."""

from datetime import date
from decimal import Decimal

import pytest

from openamif.programmes.models import (
    Action,
    Amount,
    DesignatedAuthority,
    IndicatorTarget,
    Observation,
    Pledge,
    Programme,
    Section,
    TimetableRow,
    ValidationMessage,
    Version,
)
from openamif.programmes.states import IN_PROGRESS, VersionState
from tests.constraints import forbidden
from tests.factories.people import person
from tests.programmes.bare import bare_programme, bare_version

pytestmark = pytest.mark.django_db
SENT_OR_LATER = (
    "sent",
    "returned_by_commission",
    "decision_accepted",
    "adopted_by_commission",
    "adopted_by_member_state",
)


@pytest.fixture
def version() -> Version:
    return bare_version()


def change(version: Version, **values) -> None:
    """Past `save()` and every action."""
    Version.objects.filter(pk=version.pk).update(**values)


# Programmes.


def test_programme_is_one_a_fund_country_and_period():
    bare_programme()
    bare_programme(country="FR")
    bare_programme(period="2021-2027")
    bare_programme(fund="ISF")
    with forbidden("programme_is_one_a_fund_country_and_period"):
        bare_programme()


def test_programme_is_of_a_known_period():
    with forbidden("programme_is_of_a_known_period"):
        bare_programme(period="2007-2013")


def test_programme_reference_allocation_is_not_negative():
    programme = bare_programme(reference_allocation_amount=Decimal(0))
    with forbidden("programme_reference_allocation_is_not_negative"):
        Programme.objects.filter(pk=programme.pk).update(reference_allocation_amount=Decimal("-0.01"))


# Versions.


def test_version_is_in_a_known_state(version):
    with forbidden("version_is_in_a_known_state"):
        change(version, state="lost")


def test_version_number_is_used_once(version):
    done = {"programme": version.programme, "state": VersionState.WITHDRAWN}
    bare_version(**done, number=1, working=1)
    with forbidden("version_number_is_used_once"):
        bare_version(**done, number=1, working=0)


@pytest.mark.parametrize("state", IN_PROGRESS)
def test_version_in_progress_is_one_a_programme(version, state):
    done = bare_version(VersionState.WITHDRAWN, programme=version.programme, number=2)
    with forbidden("version_in_progress_is_one_a_programme"):
        change(done, state=state)


def test_version_is_sent_by_another_than_who_validated_it(version):
    change(version, validated_by=None, sent_by=None)
    change(version, validated_by=None, sent_by=person())
    with forbidden("version_is_sent_by_another_than_who_validated_it"):
        change(version, validated_by=version.sent_by, sent_by=version.sent_by)


@pytest.mark.parametrize("state", SENT_OR_LATER)
@pytest.mark.parametrize("missing", ["sent_by", "sent_at"])
def test_version_sent_has_a_sender_and_an_instant(version, state, missing):
    change(version, state=state)
    with forbidden("version_sent_has_a_sender_and_an_instant"):
        change(version, **{missing: None})


@pytest.mark.parametrize("missing", ["validated_by", "validated_at"])
def test_version_ready_has_been_validated(version, missing):
    change(version, state=VersionState.READY)
    with forbidden("version_ready_has_been_validated"):
        change(version, **{missing: None})


@pytest.mark.parametrize("missing", [{"decision_reference": ""}, {"decision_on": None}])
def test_version_adopted_by_the_commission_has_its_decision(version, missing):
    change(version, state=VersionState.ADOPTED_BY_MEMBER_STATE, **missing)
    with forbidden("version_adopted_by_the_commission_has_its_decision"):
        change(version, state=VersionState.ADOPTED_BY_COMMISSION)


def test_version_owes_nothing_before_it_goes_anywhere(version):
    for state in ("open", "returned_by_member_state", "withdrawn", "cancelled"):
        change(version, state=state, validated_by=None, validated_at=None, sent_by=None, sent_at=None)


def test_observation_says_something(version):
    with forbidden("observation_says_something"):
        Observation.objects.create(version=version, text="", made_on=date(2020, 6, 1), entered_by=version.entered_by)


# The rows of a version's content.


def test_section_is_written_once(version):
    Section.objects.create(version=version, key="summary")
    with forbidden("section_is_written_once"):
        Section.objects.bulk_create([Section(version=version, key="summary", text="Again.")])


def test_action_number_is_used_once(version):
    Action.objects.create(version=version, number=1, objective="SO1.NO1")
    with forbidden("action_number_is_used_once"):
        Action.objects.bulk_create([Action(version=version, number=1, objective="SO2.NO2")])


def test_timetable_row_is_entered_once(version):
    TimetableRow.objects.create(version=version, number=1, objective="SO1.NO1")
    TimetableRow.objects.create(version=version, number=1, objective="SO1.NO2")
    with forbidden("timetable_row_is_entered_once"):
        TimetableRow.objects.bulk_create([TimetableRow(version=version, number=1, objective="SO1.NO1")])


def test_amount_is_of_a_known_table(version):
    with forbidden("amount_is_of_a_known_table"):
        Amount.objects.bulk_create([Amount(version=version, table="budget", line="TA")])


def test_amount_of_the_plan_has_no_year(version):
    Amount.objects.create(version=version, table="annual", line="total", year=2014)
    with forbidden("amount_of_the_plan_has_no_year"):
        Amount.objects.bulk_create([Amount(version=version, table="plan", line="TA", year=2014)])


@pytest.mark.parametrize("table", ["plan", "annual"])
def test_amount_is_negative_only_for_special_cases(version, table):
    below = {"version": version, "line": "total", "amount": Decimal("-0.01")}
    Amount.objects.create(table="special", **below)
    with forbidden("amount_is_negative_only_for_special_cases"):
        Amount.objects.bulk_create([Amount(table=table, **below)])


@pytest.mark.parametrize("year", [None, 2014])
def test_amount_is_entered_once(version, year):
    cell = {"version": version, "table": "annual", "line": "total", "year": year}
    Amount.objects.create(**cell)
    Amount.objects.create(**cell | {"table": "special"})
    Amount.objects.create(**cell | {"year": 2015})
    with forbidden("amount_is_entered_once"):
        Amount.objects.bulk_create([Amount(**cell, amount=Decimal(1))])


def test_pledge_is_of_a_known_table(version):
    with forbidden("pledge_is_of_a_known_table"):
        Pledge.objects.bulk_create([Pledge(version=version, table="admission", kind="turkey")])


def test_indicator_is_entered_once(version):
    IndicatorTarget.objects.create(version=version, code="SO1.C1")
    with forbidden("indicator_is_entered_once"):
        IndicatorTarget.objects.bulk_create([IndicatorTarget(version=version, code="SO1.C1")])


def test_validation_message_has_a_known_severity(version):
    with forbidden("validation_message_has_a_known_severity"):
        ValidationMessage.objects.bulk_create([ValidationMessage(version=version, severity="fatal", message="No.")])


def test_designated_authority_is_of_a_known_kind(version):
    with forbidden("designated_authority_is_of_a_known_kind"):
        DesignatedAuthority.objects.bulk_create([DesignatedAuthority(version=version, kind="MA", name="Managing")])


@pytest.mark.parametrize("kind", ["RA", "AA"])
def test_designated_authority_responsible_and_audit_are_one_each(version, kind):
    DesignatedAuthority.objects.create(version=version, kind=kind, name="One")
    DesignatedAuthority.objects.create(version=version, kind="DA", name="Delegated")
    DesignatedAuthority.objects.create(version=version, kind="DA", name="Delegated too")
    with forbidden("designated_authority_responsible_and_audit_are_one_each"):
        DesignatedAuthority.objects.bulk_create([DesignatedAuthority(version=version, kind=kind, name="Another")])
