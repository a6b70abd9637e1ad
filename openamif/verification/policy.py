"""Who may see checks on the spot, plan one, write its findings and close it. Each answer carries its reason."""

from openamif.grants.models import READERS, Grant
from openamif.grants.policy import can_change_grant
from openamif.grants.states import GrantState, Procedure
from openamif.people.models import Person, Role
from openamif.people.policy import ALLOWED, Verdict, because
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.verification.models import OperationalCheck
from openamif.verification.queries import decided_on_reports, is_looked_at
from openamif.verification.states import MOVES, OPEN, CheckState

IN_ANOTHER_STATE, NOT_LOOKED_AT = "check_in_another_state", "sample_not_looked_at"
WATCHERS = (*READERS, RoleKind.DELEGATED_AUTHORITY)


def can_see_checks(by: Person, programme: Programme) -> Verdict:
    """Whoever runs, checks or evaluates the programme or a part of it."""
    held = holdings(by)
    whole = held.holds(*WATCHERS, scope_id=programme.scope_id)
    part = any(role.kind in WATCHERS for role in held.parts_of(programme.scope_id))
    return because(whole or part, "no_role_for_checks")


def can_see_checks_of(by: Person, grant: Grant) -> Verdict:
    """The same, for one grant; a delegated authority sees those of its own grants."""
    seen = any(_covers(role, grant) and _watches(role, grant) for role in holdings(by).roles)
    return because(seen, "no_role_for_checks")


def _covers(role: Role, grant: Grant) -> bool:
    """Whether the role is for the whole programme, or for a part with the objective of the grant."""
    whole = grant.programme.scope_id
    if role.scope is None or whole not in (role.scope_id, role.scope.parent_id):
        return False
    return role.scope_id == whole or grant.objective in role.scope.objectives


def _watches(role: Role, grant: Grant) -> bool:
    if role.kind == RoleKind.DELEGATED_AUTHORITY:
        return role.organisation_id == grant.delegated_authority_id
    return role.kind in READERS


def can_see_check(by: Person, check: OperationalCheck) -> Verdict:
    """As the grant."""
    return can_see_checks_of(by, check.grant)


def can_control(by: Person, grant: Grant) -> Verdict:
    """Somebody of the authority whose grant it is.

    Where an authority carries the grant out itself, as executing body, nobody who submitted, examined or accepted a
    report of it: four eyes. Source: Deleg. Reg. (EU) No 1042/2014, Article 8.
    """
    verdict = can_change_grant(by, grant)
    if verdict and grant.procedure == Procedure.EXECUTING_BODY:
        return because(not decided_on_reports(by, grant), "controller_decided_on_a_report")
    return verdict


def can_plan_check(by: Person, grant: Grant) -> Verdict:
    """Once the grant is signed."""
    return can_control(by, grant) and because(grant.state != GrantState.DRAFT, "grant_not_signed")


def can_write_finding(by: Person, check: OperationalCheck) -> Verdict:
    """Until the check is carried out."""
    return can_control(by, check.grant) and because(check.state == CheckState.PLANNED, IN_ANOTHER_STATE)


def can_link_correction(by: Person, check: OperationalCheck) -> Verdict:
    """Until the check is closed: the beneficiary mends its register when it has seen the findings."""
    return can_control(by, check.grant) and because(check.state in OPEN, IN_ANOTHER_STATE)


def can_see_sampled_references(by: Person, check: OperationalCheck) -> Verdict:
    """Under which references the beneficiary keeps those drawn: for the controllers, who look into its files."""
    return can_control(by, check.grant)


def can_carry_out_check(by: Person, check: OperationalCheck) -> Verdict:
    """Once everybody drawn has an outcome."""
    verdict = can_write_finding(by, check)
    return verdict and because(is_looked_at(check), NOT_LOOKED_AT)


def can_close_check(by: Person, check: OperationalCheck) -> Verdict:
    """Once it was carried out."""
    return can_control(by, check.grant) and _from_here(check, "close_check")


def can_abandon_check(by: Person, check: OperationalCheck) -> Verdict:
    """While it is only planned."""
    return can_control(by, check.grant) and _from_here(check, "abandon_check")


def _from_here(check: OperationalCheck, move: str) -> Verdict:
    return ALLOWED if check.state in MOVES[move].sources else Verdict(False, IN_ANOTHER_STATE)
