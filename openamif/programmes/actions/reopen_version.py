"""Open a version again that was ready to send."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.make_move import make_move


@transaction.atomic
def reopen_version(version: Version, *, by: Person) -> Version:
    """It can be edited again, and must be validated anew."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "reopen"))
    return make_move(version, "reopen", by=by)
