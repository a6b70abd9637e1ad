"""Give a person a role."""

from django.db import transaction

from openamif.access.policy import can_give_role
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def give_role(person: Person, *, kind: str, organisation: Organisation, scope: Scope | None, by: Person) -> Role:
    """For a scope, on behalf of a body; an administrator's role has no scope. The database refuses it twice."""
    require(can_give_role(by, person))
    role = Role.objects.create(person=person, kind=kind, organisation=organisation, scope=scope)
    append_trail(person, "role_given", by=by, details=details_of(role))
    return role


def details_of(role: Role) -> dict[str, object]:
    """What the trail keeps of a role."""
    return {"role": role.pk, "kind": role.kind, "organisation": role.organisation_id, "scope": role.scope_id}
