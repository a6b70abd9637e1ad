"""End a role that a person holds."""

from django.db import transaction
from django.utils import timezone

from openamif.access import policy
from openamif.access.actions.give_role import details_of
from openamif.people.models import Person, Role
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def end_role(role: Role, *, reason: str = "", by: Person) -> Role:
    """What she did in it stays; from now on it gives her nothing."""
    role = Role.objects.select_for_update().select_related("person").get(pk=role.pk)
    require(policy.can_end_role(by, role))
    if role.ended_at is None:
        role.ended_at = timezone.now()
        role.save(update_fields=["ended_at"])
        append_trail(role.person, "role_ended", by=by, reason=reason, details=details_of(role))
    return role
