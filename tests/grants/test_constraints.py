"""What the database must never hold of grants, tried past every form and action."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from openamif.grants.models import BudgetLine, Grant, GrantTarget, Partner, ReportDue
from tests.factories import grants
from tests.factories.people import organisation
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
DAY, LATER = date(2019, 1, 1), date(2019, 12, 31)


@contextmanager
def forbidden(constraint: str) -> Iterator[None]:
    """The database refuses, and because of this constraint; SQLite names the columns where one is to be unique."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    assert constraint in str(refusal.value) or (connection.vendor == "sqlite" and "UNIQUE" in str(refusal.value))


@pytest.fixture
def grant() -> Grant:
    return grants.draft(bare_programme())


def change(grant: Grant, **values) -> None:
    Grant.objects.filter(pk=grant.pk).update(**values)


def test_grant_reference_is_used_once(grant):
    with forbidden("grant_reference_is_used_once"):
        grants.draft(grant.programme, reference=grant.reference)


def test_grant_is_in_a_known_state(grant):
    with forbidden("grant_is_in_a_known_state"):
        change(grant, state="", signed_on=DAY)


def test_grant_procedure_is_known(grant):
    with forbidden("grant_procedure_is_known"):
        change(grant, procedure="")


def test_grant_ground_is_known(grant):
    with forbidden("grant_ground_is_known"):
        change(grant, ground="")


def test_grant_signed_on_goes_with_its_state(grant):
    with forbidden("grant_signed_on_goes_with_its_state"):
        change(grant, signed_on=DAY)


def test_grant_ended_on_goes_with_its_state(grant):
    with forbidden("grant_ended_on_goes_with_its_state"):
        change(grant, state="signed", signed_on=DAY, ended_on=LATER)


def test_grant_starts_before_it_ends(grant):
    with forbidden("grant_starts_before_it_ends"):
        change(grant, starts_on=date(2021, 1, 1))


def test_grant_is_over_after_it_started(grant):
    with forbidden("grant_is_over_after_it_started"):
        change(grant, state="ended", signed_on=DAY, ended_on=date(2018, 12, 31))


def test_grant_amounts_are_not_negative(grant):
    with forbidden("grant_amounts_are_not_negative"):
        change(grant, union_amount="-0.01")


def test_grant_union_pays_no_more_than_the_cost(grant):
    with forbidden("grant_union_pays_no_more_than_the_cost"):
        change(grant, eligible_amount="149999.99")


def test_partner_is_named_once(grant):
    body = organisation()
    Partner.objects.create(grant=grant, organisation=body)
    with forbidden("partner_is_named_once"):
        Partner.objects.create(grant=grant, organisation=body)


def test_budget_line_category_is_used_once(grant):
    with forbidden("budget_line_category_is_used_once"):
        BudgetLine.objects.create(grant=grant, category="staff", amount=1)


def test_budget_line_is_of_a_known_category(grant):
    with forbidden("budget_line_is_of_a_known_category"):
        BudgetLine.objects.create(grant=grant, category="cake", amount=1)


def test_budget_line_is_not_negative(grant):
    with forbidden("budget_line_is_not_negative"):
        BudgetLine.objects.create(grant=grant, category="travel", amount=-1)


def test_grant_target_is_set_once(grant):
    with forbidden("grant_target_is_set_once"):
        GrantTarget.objects.create(grant=grant, indicator="SO2.C2", target=1)


def test_grant_target_is_not_negative(grant):
    with forbidden("grant_target_is_not_negative"):
        GrantTarget.objects.create(grant=grant, indicator="SO2.C3", target=-1)


def test_report_due_number_is_used_once(grant):
    with forbidden("report_due_number_is_used_once"):
        ReportDue.objects.create(grant=grant, number=1, starts_on=DAY, ends_on=DAY, due_on=DAY)


@pytest.mark.parametrize(("ends_on", "due_on"), [(date(2018, 1, 1), LATER), (LATER, DAY)])
def test_report_due_follows_its_period(grant, ends_on, due_on):
    with forbidden("report_due_follows_its_period"):
        ReportDue.objects.create(grant=grant, number=9, starts_on=DAY, ends_on=ends_on, due_on=due_on)
