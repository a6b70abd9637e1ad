"""Who sees, fills, and reads the references of a register: a table of roles."""

import pytest

from openamif.grants.models import Grant, Partner
from openamif.grants.states import Right
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.register import policy
from openamif.register.models import Erasure
from tests.factories import grants, register
from tests.factories.people import organisation, person, scope

pytestmark = pytest.mark.django_db
# who: sees it, fills it, reads local references, leaves a trail on opening somebody's page
EXPECTED = {
    "beneficiary": (True, True, True, False),
    "beneficiary_of_the_part": (True, True, True, False),
    "colleague_who_only_sees": (True, False, True, False),
    "colleague_who_signs": (True, True, True, False),
    "partner_who_edits": (True, False, False, True),
    "beneficiary_elsewhere": (False, False, False, True),
    "partner": (True, False, False, True),
    "other_beneficiary": (False, False, False, True),
    "responsible": (True, False, False, True),
    "delegated": (True, False, False, True),
    "audit": (True, False, False, True),
    "evaluator": (True, False, False, True),
    "committee": (False, False, False, True),
    "administrator": (False, False, False, True),
    "stranger": (False, False, False, True),
}


@pytest.fixture
def people(grant) -> dict:
    whole, partner = grant.programme.scope, organisation("A partner")
    Partner.objects.create(grant=grant, organisation=partner)
    delegated = organisation("A delegated authority")
    Grant.objects.filter(pk=grant.pk).update(delegated_authority=delegated)
    grant.refresh_from_db()
    part, elsewhere = scope(parent=whole, objectives=("SO2.NO2",)), scope(parent=whole, objectives=("SO1.NO1",))
    return {
        "beneficiary": register.filler(grant),
        "beneficiary_of_the_part": person(RoleKind.BENEFICIARY, scope=part, of=grant.beneficiary),
        "colleague_who_only_sees": given(grant, register.filler(grant), Right.VIEW),
        "colleague_who_signs": given(grant, register.filler(grant), Right.SIGN),
        "partner_who_edits": given(grant, person(RoleKind.BENEFICIARY, scope=whole, of=partner), Right.EDIT),
        "beneficiary_elsewhere": person(RoleKind.BENEFICIARY, scope=elsewhere, of=grant.beneficiary),
        "partner": person(RoleKind.BENEFICIARY, scope=whole, of=partner),
        "other_beneficiary": person(RoleKind.BENEFICIARY, scope=whole),
        "responsible": grants.manager(grant.programme),
        "delegated": person(RoleKind.DELEGATED_AUTHORITY, scope=whole, of=delegated),
        "audit": person(RoleKind.AUDIT_AUTHORITY, scope=whole),
        "evaluator": person(RoleKind.EVALUATOR, scope=whole),
        "committee": person(RoleKind.COMMITTEE_MEMBER, scope=whole),
        "administrator": person(RoleKind.ADMINISTRATOR),
        "stranger": person(),
    }


def given(grant: Grant, to: Person, right: Right) -> Person:
    grant.rights.create(person=to, right=right)
    return to


def test_who_may_what(grant, by, people):
    somebody = register.participant(grant, by=by)
    may = {
        who: (
            bool(policy.can_see_register(each, grant)),
            bool(policy.can_fill_register(each, grant)),
            bool(policy.can_see_local_references(each, grant)),
            policy.leaves_trail(each, somebody),
        )
        for who, each in people.items()
    }
    assert may == EXPECTED


def test_a_register_is_filled_from_the_signature_to_the_erasure(grant, by):
    draft = grants.draft(grant.programme)
    assert policy.can_fill_register(register.filler(draft), draft).reason == "grant_not_signed"
    Erasure.objects.create(grant=grant, due_on=register.DAY)
    assert policy.can_fill_register(by, Grant.objects.get(pk=grant.pk)).reason == "register_erased"
