"""What the database must never hold of grants, tried past every form and action."""

from datetime import date

import pytest

from openamif.grants.models import (
    Amendment,
    BeneficialOwner,
    BudgetLine,
    Contract,
    Grant,
    GrantRight,
    GrantTarget,
    Particulars,
    Partner,
    ReportDue,
    SavedView,
    WorkPackage,
)
from tests.constraints import forbidden
from tests.factories import grants
from tests.factories.people import organisation, person
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
DAY, LATER = date(2019, 1, 1), date(2019, 12, 31)


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


@pytest.mark.parametrize("sex", ["female", "male"])
def test_grant_target_by_sex_is_not_negative(grant, sex):
    with forbidden("grant_target_by_sex_is_not_negative"):
        GrantTarget.objects.filter(grant=grant).update(**{sex: -1})


def test_work_package_number_is_used_once(grant):
    WorkPackage.objects.create(grant=grant, number=1, title="A")
    with forbidden("work_package_number_is_used_once"):
        WorkPackage.objects.create(grant=grant, number=1, title="B")


def test_amendment_number_is_used_once(grant):
    Amendment.objects.create(grant=grant, number=1, signed_on=DAY, what="Longer")
    with forbidden("amendment_number_is_used_once"):
        Amendment.objects.create(grant=grant, number=1, signed_on=DAY, what="Shorter")


def test_amendment_says_what_changed(grant):
    with forbidden("amendment_says_what_changed"):
        Amendment.objects.create(grant=grant, number=1, signed_on=DAY, what="")


def contract(grant: Grant, **said) -> Contract:
    values = {"reference": "C1", "name": "Paper", "party": "Print", "signed_on": DAY, "amount": 1, **said}
    return Contract.objects.create(grant=grant, **values)


def test_contract_reference_is_used_once(grant):
    contract(grant)
    with forbidden("contract_reference_is_used_once"):
        contract(grant)


def test_contract_is_of_a_known_level(grant):
    with forbidden("contract_is_of_a_known_level"):
        contract(grant, level="")


def test_contract_amount_is_not_negative(grant):
    with forbidden("contract_amount_is_not_negative"):
        contract(grant, amount="-0.01")


def particulars(grant: Grant, **values) -> None:
    Particulars.objects.filter(grant=grant).update(**values)


def test_particulars_partnership_part_is_known(grant):
    with forbidden("particulars_partnership_part_is_known"):
        particulars(grant, partnership_part="friend")


def test_particulars_reimbursement_is_known(grant):
    with forbidden("particulars_reimbursement_is_known"):
        particulars(grant, reimbursement="article_96")


def test_particulars_aid_body_goes_with_aid(grant):
    particulars(grant, aid_body="Somebody", is_de_minimis=True)
    with forbidden("particulars_aid_body_goes_with_aid"):
        particulars(grant, is_de_minimis=False)


def test_particulars_public_amount_is_not_negative(grant):
    with forbidden("particulars_public_amount_is_not_negative"):
        particulars(grant, public_amount=-1)


@pytest.mark.parametrize("values", [{}, {"surname": "Owner"}, {"born_on": DAY, "given_names": "Anna"}])
def test_beneficial_owner_is_named_or_stands_in_the_register(grant, values):
    BeneficialOwner.objects.create(grant=grant, register_reference="UBO 1")
    BeneficialOwner.objects.create(grant=grant, surname="Owner", born_on=DAY)
    with forbidden("beneficial_owner_is_named_or_stands_in_the_register"):
        BeneficialOwner.objects.create(grant=grant, **values)


def test_beneficial_owner_is_of_a_partner_or_of_a_contract(grant):
    for values in ({}, {"partner": "Partner"}, {"contract": "C-1"}):
        BeneficialOwner.objects.create(grant=grant, register_reference="UBO 1", **values)
    with forbidden("beneficial_owner_is_of_a_partner_or_of_a_contract"):
        BeneficialOwner.objects.create(grant=grant, register_reference="UBO 1", partner="Partner", contract="C-1")


def test_saved_view_name_is_used_once(db):
    reader = person()
    SavedView.objects.create(person=reader, list="grants.1", name="Mine")
    with forbidden("saved_view_name_is_used_once"):
        SavedView.objects.create(person=reader, list="grants.1", name="Mine")


def test_saved_view_has_a_name(db):
    with forbidden("saved_view_has_a_name"):
        SavedView.objects.create(person=person(), list="grants.1", name="")


def test_grant_right_is_given_once():
    grant, of = grants.draft(bare_programme()), person()
    GrantRight.objects.create(grant=grant, person=of, right="view")
    with forbidden("grant_right_is_given_once"):
        GrantRight.objects.create(grant=grant, person=of, right="edit")


def test_grant_right_is_known():
    with forbidden("grant_right_is_known"):
        GrantRight.objects.create(grant=grants.draft(bare_programme()), person=person(), right="own")
