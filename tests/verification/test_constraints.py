"""What the database must never hold of checks on the spot, tried past every form and action."""

from datetime import date

import pytest

from openamif.verification.models import OperationalCheck, SampledParticipant
from tests.constraints import forbidden
from tests.factories import checks
from tests.factories.programmes import responsible
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def check():
    grant = checks.with_register(bare_programme())
    return checks.planned(grant, by=responsible(grant.programme))


def change(check, **values) -> None:
    OperationalCheck.objects.filter(pk=check.pk).update(**values)


def change_first(check, **values) -> None:
    SampledParticipant.objects.filter(check_made=check, position=1).update(**values)


def test_operational_check_is_in_a_known_state(check):
    with forbidden("operational_check_is_in_a_known_state"):
        change(check, state="somewhere")


def test_operational_check_method_is_known(check):
    with forbidden("operational_check_method_is_known"):
        change(check, method="by_hand")


@pytest.mark.parametrize(
    "values",
    [
        {"state": "carried_out", "carried_out_on": date(2020, 4, 1)},
        {"state": "carried_out", "findings": "In order."},
        {"state": "closed", "findings": "In order.", "reaction": "Yes."},
        {"state": "planned", "carried_out_on": date(2020, 4, 1)},
        {"state": "abandoned", "carried_out_on": date(2020, 4, 1)},
    ],
)
def test_operational_check_carried_out_has_its_day_and_findings(check, values):
    with forbidden("operational_check_carried_out_has_its_day_and_findings"):
        change(check, **values)


def test_operational_check_is_planned_before_it_is_carried_out(check):
    with forbidden("operational_check_is_planned_before_it_is_carried_out"):
        change(check, state="carried_out", findings="In order.", carried_out_on=date(2020, 3, 1))


def test_operational_check_closed_has_the_reaction_of_the_beneficiary(check):
    with forbidden("operational_check_closed_has_the_reaction_of_the_beneficiary"):
        change(check, state="closed", findings="In order.", carried_out_on=date(2020, 4, 1))


def test_operational_check_sample_is_no_larger_than_its_population(check):
    with forbidden("operational_check_sample_is_no_larger_than_its_population"):
        change(check, size=11)


def test_sampled_participant_is_drawn_once(check):
    with forbidden("sampled_participant_is_drawn_once"):
        change_first(check, number=check.sample.get(position=2).number)


def test_sampled_participant_has_its_own_position(check):
    with forbidden("sampled_participant_has_its_own_position"):
        change_first(check, position=2)


def test_sampled_participant_outcome_is_known_or_blank(check):
    with forbidden("sampled_participant_outcome_is_known_or_blank"):
        change_first(check, outcome="perhaps", note="?")


@pytest.mark.parametrize("outcome", ["differs", "not_found"])
def test_sampled_participant_that_differs_has_a_note(check, outcome):
    with forbidden("sampled_participant_that_differs_has_a_note"):
        change_first(check, outcome=outcome)
