"""Who may see a grant and who may change one. Each answer carries its reason."""

from openamif.grants.models import READERS, Grant
from openamif.grants.states import MOVES
from openamif.people.models import Organisation, Person, Role
from openamif.people.policy import ALLOWED, Verdict, because
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme

OWN = (RoleKind.DELEGATED_AUTHORITY, RoleKind.BENEFICIARY)


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
    """The same as ``visible_to``, for one grant."""
    owner = {
        RoleKind.DELEGATED_AUTHORITY: grant.delegated_authority_id,
        RoleKind.BENEFICIARY: grant.beneficiary_id,
    }
    seen = any(
        _covers(role, grant.programme, grant.objective)
        and (role.kind in READERS or role.organisation_id == owner[RoleKind(role.kind)])
        for role in _roles(by, grant.programme, *READERS, *OWN)
    )
    return because(seen, "no_role_for_grants")


def can_enter_grant(by: Person, programme: Programme) -> Verdict:
    """The responsible authority, and a delegated authority in its part."""
    kinds = (RoleKind.RESPONSIBLE_AUTHORITY, RoleKind.DELEGATED_AUTHORITY)
    return because(bool(_roles(by, programme, *kinds)), "not_managing_authority")


def can_hold_grant(by: Person, programme: Programme, objective: str, delegated: Organisation | None) -> Verdict:
    """Whether a grant of this objective, delegated to this body, is hers to look after."""
    if holdings(by).holds(RoleKind.RESPONSIBLE_AUTHORITY, scope_id=programme.scope_id):
        return ALLOWED
    own = any(
        delegated is not None and role.organisation_id == delegated.pk and _covers(role, programme, objective)
        for role in _roles(by, programme, RoleKind.DELEGATED_AUTHORITY)
    )
    return because(own, "grant_outside_your_part")


def can_change_grant(by: Person, grant: Grant) -> Verdict:
    """The responsible authority, and the delegated authority whose grant it is."""
    return can_hold_grant(by, grant.programme, grant.objective, grant.delegated_authority)


def can_move_grant(by: Person, grant: Grant, move: str) -> Verdict:
    """Whoever may change it, if the move leads from its state."""
    return can_change_grant(by, grant) and because(grant.state in MOVES[move].sources, "grant_in_another_state")


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
