"""Who may let others in; nobody locks herself out."""

from openamif.people.models import AccessKey, Person, Role
from openamif.people.policy import ALLOWED, Verdict, because, can_administer_people, is_known
from openamif.people.queries import holdings
from openamif.people.states import RoleKind


def can_close_account(by: Person, person: Person) -> Verdict:
    """Any account but her own."""
    return can_administer_people(by) and because(by.pk != person.pk, "own_account")


def can_give_role(by: Person, person: Person) -> Verdict:
    """A role for anyone but herself: what she may do is for another administrator to say."""
    return can_administer_people(by) and because(by.pk != person.pk, "own_role")


def can_end_role(by: Person, role: Role) -> Verdict:
    """Any role but her own last one as administrator, so that there is always one."""
    verdict = can_administer_people(by)
    if not verdict or role.kind != RoleKind.ADMINISTRATOR or role.person_id != by.pk:
        return verdict
    held = [each for each in holdings(by).roles if each.kind == RoleKind.ADMINISTRATOR]
    return ALLOWED if len(held) > 1 else Verdict(False, "own_last_administrator_role")


def can_hold_access_keys(by: Person) -> Verdict:
    """Whoever has a role: a program then may what she may, and nothing else."""
    return is_known(by) and because(bool(holdings(by).roles), "no_role_yet")


def can_end_access_key(by: Person, key: AccessKey) -> Verdict:
    """Her own."""
    return is_known(by) and because(key.person_id == by.pk, "key_of_another")
