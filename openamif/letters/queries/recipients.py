"""To whom letters about a grant go."""

from openamif.grants.models import Grant
from openamif.grants.queries.rights import colleagues_of, covers, reaches
from openamif.grants.states import Right
from openamif.people.models import Role
from openamif.people.states import RoleKind


def editors_of(grant: Grant) -> set[int]:
    """The keys of those who may edit or sign the reports of the grant, and whose account is open."""
    return {each.person.pk for each in colleagues_of(grant) if reaches(each.right, Right.EDIT)}


def officers_of(grant: Grant) -> set[int]:
    """The keys of those of the authority that looks after the grant: of the delegated one, where it has officers."""
    held = Role.objects.held().filter(person__is_active=True).select_related("scope").order_by("pk")
    if grant.delegated_authority_id:
        delegated = held.of_kind(RoleKind.DELEGATED_AUTHORITY).filter(organisation=grant.delegated_authority_id)
        if officers := {role.person_id for role in delegated if covers(role, grant)}:
            return officers
    responsible = held.of_kind(RoleKind.RESPONSIBLE_AUTHORITY).filter(scope=grant.programme.scope_id)
    return {role.person_id for role in responsible}
