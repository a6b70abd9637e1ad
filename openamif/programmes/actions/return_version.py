"""Return a version within the Member State."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.make_move import make_move


@transaction.atomic
def return_version(version: Version, *, reason: str, by: Person) -> Version:
    """Somebody in the Member State wants it modified and says why."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "return_by_member_state"))
    return make_move(version, "return_by_member_state", by=by, reason=reason)
