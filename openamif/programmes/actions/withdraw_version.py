"""Withdraw a version at the Member State's request."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.make_move import make_move


@transaction.atomic
def withdraw_version(version: Version, *, reason: str, by: Person) -> Version:
    """It no longer counts; a new version may continue it."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "withdraw"))
    return make_move(version, "withdraw", by=by, reason=reason)
