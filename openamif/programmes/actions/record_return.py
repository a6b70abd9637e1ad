"""Write down that the Commission returned a sent version."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.make_move import make_move


@transaction.atomic
def record_return(version: Version, *, reason: str, by: Person) -> Version:
    """The version stays frozen; a new one continues it."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "return_for_modification"))
    return make_move(version, "return_for_modification", by=by, reason=reason)
