"""Who sees and who looks after a grant: a table of roles; one grant and the list agree."""

import pytest

from openamif.grants import policy
from openamif.grants.models import Grant
from openamif.grants.states import MOVES, GrantState, Right
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from tests.factories import grants
from tests.factories.people import organisation, person, scope
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
FLEMISH = "Flemish authority"
# who: may see it, may change it; the partner sees it as the beneficiary does
EXPECTED = {
    "responsible": (True, True),
    "delegated": (True, True),
    "delegated_whole": (True, True),
    "delegated_elsewhere": (False, False),
    "delegated_of_another_body": (False, False),
    "audit": (True, False),
    "evaluator": (True, False),
    "evaluator_of_another_part": (False, False),
    "beneficiary": (True, False),
    "partner": (True, False),
    "partner_for_another_part": (False, False),
    "other_beneficiary": (False, False),
    "committee": (False, False),
    "administrator": (False, False),
    "responsible_elsewhere": (False, False),
    "stranger": (False, False),
}


@pytest.fixture
def grant() -> Grant:
    body = organisation(FLEMISH)
    partner = organisation("Partner", kind="ngo")
    return grants.draft(bare_programme(), objective="SO2.NO2", delegated_authority=body, partners=(partner,))


@pytest.fixture
def people(grant) -> dict:
    whole = grant.programme.scope
    part, other = scope(parent=whole, objectives=("SO2.NO2",)), scope(parent=whole, objectives=("SO1.NO1",))
    body, partner = grant.delegated_authority, grant.partners.get().organisation
    return {
        "responsible": person(RoleKind.RESPONSIBLE_AUTHORITY, scope=whole),
        "delegated": person(RoleKind.DELEGATED_AUTHORITY, scope=part, of=body),
        "delegated_whole": person(RoleKind.DELEGATED_AUTHORITY, scope=whole, of=body),
        "delegated_elsewhere": person(RoleKind.DELEGATED_AUTHORITY, scope=other, of=body),
        "delegated_of_another_body": person(RoleKind.DELEGATED_AUTHORITY, scope=part),
        "audit": person(RoleKind.AUDIT_AUTHORITY, scope=whole),
        "evaluator": person(RoleKind.EVALUATOR, scope=part),
        "evaluator_of_another_part": person(RoleKind.EVALUATOR, scope=other),
        "beneficiary": person(RoleKind.BENEFICIARY, scope=whole, of=grant.beneficiary),
        "partner": person(RoleKind.BENEFICIARY, scope=whole, of=partner),
        "partner_for_another_part": person(RoleKind.BENEFICIARY, scope=other, of=partner),
        "other_beneficiary": person(RoleKind.BENEFICIARY, scope=whole),
        "committee": person(RoleKind.COMMITTEE_MEMBER, scope=whole),
        "administrator": person(RoleKind.ADMINISTRATOR),
        "responsible_elsewhere": person(RoleKind.RESPONSIBLE_AUTHORITY),
        "stranger": person(),
    }


def test_who_sees_and_who_changes(grant, people):
    may = {
        who: (bool(policy.can_see_grant(each, grant)), bool(policy.can_change_grant(each, grant)))
        for who, each in people.items()
    }
    assert may == EXPECTED


def test_the_list_shows_whom_the_grant_shows(grant, people):
    listed = {who: Grant.objects.visible_to(holdings(each)).exists() for who, each in people.items()}
    assert listed == {who: seen for who, (seen, _changes) in EXPECTED.items()}


def test_who_enters_and_who_imports(grant, people):
    enters = {who for who, each in people.items() if policy.can_enter_grant(each, grant.programme)}
    assert enters == {
        *("responsible", "delegated", "delegated_whole", "delegated_elsewhere", "delegated_of_another_body")
    }
    assert {who for who, each in people.items() if policy.can_import_grants(each, grant.programme)} == {"responsible"}


def test_a_delegated_authority_holds_only_what_is_delegated_to_it(grant, people):
    by, programme = people["delegated"], grant.programme
    assert policy.can_hold_grant(by, programme, "SO2.NO2", grant.delegated_authority)
    assert policy.can_hold_grant(by, programme, "SO2.NO2", None).reason == "grant_outside_your_part"
    assert not policy.can_hold_grant(by, programme, "SO1.NO1", grant.delegated_authority)


def test_only_who_looks_after_a_part_is_told_of_a_part(grant, people):
    told = {who: policy.can_change_grant(each, grant).reason for who, each in people.items()}
    assert {told[who] for who in ("audit", "evaluator", "beneficiary")} == {"not_managing_authority"}
    assert told["delegated_elsewhere"] == "grant_outside_your_part"


@pytest.mark.parametrize("who", ["audit", "evaluator"])
def test_who_is_not_of_the_beneficiary_is_not_told_of_colleagues_who_sign(grant, people, who):
    for wanted in (Right.EDIT, Right.SIGN):
        assert policy.has_right(people[who], grant, wanted).reason == "not_of_the_beneficiary"


@pytest.mark.parametrize("state", list(GrantState))
@pytest.mark.parametrize("move", sorted(MOVES))
def test_moves_lead_from_their_states(grant, people, state, move):
    grant.state = state
    verdict = policy.can_move_grant(people["responsible"], grant, move)
    assert bool(verdict) == (state in MOVES[move].sources)
    assert verdict or verdict.reason == "grant_in_another_state"
    assert not policy.can_move_grant(people["audit"], grant, move)


def test_owners_are_for_those_who_need_them(grant, people):
    seeing = {who for who, each in people.items() if policy.can_see_owners(each, grant)}
    assert seeing == {"responsible", "delegated", "delegated_whole", "audit", "beneficiary"}
    changing = {who for who, each in people.items() if policy.can_change_owners(each, grant)}
    assert changing == {"responsible", "delegated", "delegated_whole"}
