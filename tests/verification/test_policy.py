"""Who may do what with a check: role by role, state by state, and the four eyes."""

import pytest

from openamif.people.states import RoleKind
from openamif.reports.models import ProgressReport
from openamif.verification import policy
from openamif.verification.models import OperationalCheck
from openamif.verification.states import CheckState
from tests.factories import checks, grants
from tests.factories.people import organisation, person, role, scope
from tests.factories.programmes import responsible
from tests.programmes.bare import INSTANT, bare_programme

pytestmark = pytest.mark.django_db
PART = ("SO2",)


@pytest.fixture
def delegate():
    return organisation()


@pytest.fixture
def grant(delegate):
    return checks.with_register(bare_programme(), delegated_authority=delegate)


@pytest.fixture
def somebody(grant, delegate):
    """A person by the name of her part in it."""
    programme = grant.programme

    def part(*objectives: str):
        return scope(parent=programme.scope, objectives=objectives)

    return {
        "responsible": lambda: responsible(programme),
        "delegated": lambda: person(RoleKind.DELEGATED_AUTHORITY, scope=part(*PART), of=delegate),
        "delegated elsewhere": lambda: person(RoleKind.DELEGATED_AUTHORITY, scope=part("SO3"), of=delegate),
        "another delegated": lambda: person(RoleKind.DELEGATED_AUTHORITY, scope=part(*PART)),
        "audit": lambda: person(RoleKind.AUDIT_AUTHORITY, scope=programme.scope),
        "evaluator": lambda: person(RoleKind.EVALUATOR, scope=programme.scope),
        "beneficiary": lambda: person(RoleKind.BENEFICIARY, scope=programme.scope, of=grant.beneficiary),
        "administrator": lambda: person(RoleKind.ADMINISTRATOR),
        "of another programme": lambda: responsible(bare_programme(country="LU")),
        "nobody": person,
    }


SEES = {"responsible", "delegated", "audit", "evaluator"}
SEES_SOME = {*SEES, "delegated elsewhere", "another delegated"}
CONTROLS = {"responsible", "delegated"}


@pytest.mark.parametrize(
    ("ask", "allowed"),
    [
        (lambda by, check: policy.can_see_checks(by, check.grant.programme), SEES_SOME),
        (policy.can_see_check, SEES),
        (lambda by, check: policy.can_see_checks_of(by, check.grant), SEES),
        (lambda by, check: policy.can_plan_check(by, check.grant), CONTROLS),
        (policy.can_write_finding, CONTROLS),
        (policy.can_link_correction, CONTROLS),
        (policy.can_see_sampled_references, CONTROLS),
        (policy.can_carry_out_check, CONTROLS),
        (policy.can_abandon_check, CONTROLS),
        (policy.can_close_check, set()),
    ],
)
def test_who_may_while_it_is_planned(grant, somebody, ask, allowed):
    check = checks.looked_at(grant, by=somebody["responsible"]())
    assert {name for name, made in somebody.items() if ask(made(), check)} == allowed


ASKED = {
    "write": policy.can_write_finding,
    "link": policy.can_link_correction,
    "carry out": policy.can_carry_out_check,
    "close": policy.can_close_check,
    "abandon": policy.can_abandon_check,
}


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        (CheckState.PLANNED, {"write", "link", "carry out", "abandon"}),
        (CheckState.CARRIED_OUT, {"link", "close"}),
        (CheckState.CLOSED, set()),
        (CheckState.ABANDONED, set()),
    ],
)
def test_what_is_open_in_which_state(grant, somebody, state, allowed):
    officer = somebody["responsible"]()
    check = checks.looked_at(grant, by=officer)
    check.state = str(state)
    assert {name for name, ask in ASKED.items() if ask(officer, check)} == allowed


@pytest.mark.parametrize("hand", ["submitted_by", "examined_by", "accepted_by"])
@pytest.mark.parametrize(("procedure", "allowed"), [("open_call", True), ("executing_body", False)])
def test_who_decided_on_a_report_does_not_check_what_the_authority_carries_out(hand, procedure, allowed):
    programme = bare_programme()
    officer, colleague = responsible(programme), responsible(programme)
    body = {} if allowed else {"beneficiary": programme.responsible_authority}
    grant = grants.signed(programme, **checks.WITHOUT_A_PLAN, procedure=procedure, **body)
    hands = {"submitted_by": person(), hand: officer}
    values = {"state": "submitted", "submitted_at": INSTANT, "digest": "0" * 64, **hands}
    ProgressReport.objects.create(grant=grant, due=grant.reports_due.first(), **values)
    verdict = policy.can_plan_check(officer, grant)
    assert bool(verdict) is allowed
    assert verdict.reason == ("" if allowed else "controller_decided_on_a_report")
    assert policy.can_plan_check(colleague, grant)


def test_a_role_that_ended_opens_nothing(grant):
    officer = responsible(grant.programme)
    check = OperationalCheck.objects.get(pk=checks.planned(grant, by=officer).pk)
    officer.roles.update(ended_at=INSTANT)
    officer.__dict__.pop("_holdings")
    assert not policy.can_see_check(officer, check)
    role(officer, RoleKind.AUDIT_AUTHORITY, scope=grant.programme.scope)
    assert policy.can_see_check(officer, check)
