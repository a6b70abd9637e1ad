"""Who may see a grant and who may change one. Each answer carries its reason."""

from openamif.grants.models import READERS, Grant
from openamif.grants.queries.rights import reaches, right_of
from openamif.grants.states import MOVES, Right
from openamif.people.models import Organisation, Person, Role
from openamif.people.policy import ALLOWED, Verdict, because
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme

OWN = (RoleKind.DELEGATED_AUTHORITY, RoleKind.BENEFICIARY)
IN_ANOTHER_STATE = "grant_in_another_state"


def _roles(by: Person, programme: Programme, *kinds: RoleKind) -> list[Role]:
    """Her roles of these kinds for the programme or a part of it."""
    held = holdings(by)
    whole = [role for role in held.roles if role.scope_id == programme.scope_id]
    return [role for role in (*whole, *held.parts_of(programme.scope_id)) if role.kind in kinds]


def _covers(role: Role, programme: Programme, objective: str) -> bool:
    """Whether the role is for the whole programme, or for a part with this objective."""
    return role.scope_id == programme.scope_id or bool(role.scope and objective in role.scope.objectives)


def can_see_grants(by: Person, programme: Programme) -> Verdict:
    """Whoever runs, checks or evaluates the programme, and whoever has grants of her own in it."""
    return because(bool(_roles(by, programme, *READERS, *OWN)), "no_role_for_grants")


def can_see_grant(by: Person, grant: Grant) -> Verdict:
    """The same as ``visible_to``, for one grant: its beneficiary and partners see theirs."""
    covering = _covering(by, grant, *READERS, *OWN)
    if any(role.kind in READERS or role.organisation_id == _owner(role, grant) for role in covering):
        return ALLOWED
    bodies = {role.organisation_id for role in covering if role.kind == RoleKind.BENEFICIARY}
    is_partner = bool(bodies) and any(partner.organisation_id in bodies for partner in grant.partners.all())
    return because(is_partner, "no_role_for_grants")


def _covering(by: Person, grant: Grant, *kinds: RoleKind) -> list[Role]:
    return [role for role in _roles(by, grant.programme, *kinds) if _covers(role, grant.programme, grant.objective)]


def _owner(role: Role, grant: Grant) -> int | None:
    """Whose the grant is, for a role that sees its own body's grants alone."""
    return grant.delegated_authority_id if role.kind == RoleKind.DELEGATED_AUTHORITY else grant.beneficiary_id


def can_see_owners(by: Person, grant: Grant) -> Verdict:
    """Personal data: whoever looks after the grant, its beneficiary, and the audit authority."""
    if can_change_grant(by, grant):
        return ALLOWED
    kinds = (RoleKind.BENEFICIARY, RoleKind.AUDIT_AUTHORITY)
    seen = any(
        role.kind == RoleKind.AUDIT_AUTHORITY or role.organisation_id == grant.beneficiary_id
        for role in _covering(by, grant, *kinds)
    )
    return because(seen, "no_role_for_owners")


def can_change_owners(by: Person, grant: Grant) -> Verdict:
    """Whoever looks after the grant."""
    return can_change_grant(by, grant)


def can_enter_grant(by: Person, programme: Programme) -> Verdict:
    """The responsible authority, and a delegated authority in its part."""
    kinds = (RoleKind.RESPONSIBLE_AUTHORITY, RoleKind.DELEGATED_AUTHORITY)
    return because(bool(_roles(by, programme, *kinds)), "not_managing_authority")


def can_hold_grant(by: Person, programme: Programme, objective: str, delegated: Organisation | None) -> Verdict:
    """Whether a grant of this objective, delegated to this body, is hers to look after."""
    if holdings(by).holds(RoleKind.RESPONSIBLE_AUTHORITY, scope_id=programme.scope_id):
        return ALLOWED
    parts = _roles(by, programme, RoleKind.DELEGATED_AUTHORITY)
    own = any(
        delegated is not None and role.organisation_id == delegated.pk and _covers(role, programme, objective)
        for role in parts
    )
    return because(own, "grant_outside_your_part" if parts else "not_managing_authority")


def can_change_grant(by: Person, grant: Grant) -> Verdict:
    """The responsible authority, and the delegated authority whose grant it is."""
    return can_hold_grant(by, grant.programme, grant.objective, grant.delegated_authority)


def can_move_grant(by: Person, grant: Grant, move: str) -> Verdict:
    """Whoever may change it, if the move leads from its state."""
    return can_change_grant(by, grant) and because(grant.state in MOVES[move].sources, IN_ANOTHER_STATE)


def can_sign_grant(by: Person, grant: Grant) -> Verdict:
    """From a draft."""
    return can_move_grant(by, grant, "sign")


def can_end_grant(by: Person, grant: Grant) -> Verdict:
    """Once it was signed."""
    return can_move_grant(by, grant, "end")


def can_import_grants(by: Person, programme: Programme) -> Verdict:
    """Many at once: the responsible authority."""
    responsible = holdings(by).holds(RoleKind.RESPONSIBLE_AUTHORITY, scope_id=programme.scope_id)
    return because(responsible, "not_responsible_authority")


def has_right(by: Person, grant: Grant, wanted: Right) -> Verdict:
    """Whether she was given this right or a larger one, or has it by herself as a colleague or a partner."""
    reasons = {Right.VIEW: "not_of_the_beneficiary", Right.EDIT: "no_right_to_edit", Right.SIGN: "no_right_to_sign"}
    right = right_of(by, grant)
    return because(reaches(right, wanted), reasons[wanted if right else Right.VIEW])


def can_give_rights(by: Person, grant: Grant) -> Verdict:
    """Whoever looks after the grant, so that there is a first signer; then those who may sign."""
    given = bool(can_change_grant(by, grant)) or bool(has_right(by, grant, Right.SIGN))
    return because(given, "cannot_give_rights")
