"""Describe the management and control system."""

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.models import Version
from openamif.record.actions.append_trail import append_trail

PLACE = "management_and_control_system"


@transaction.atomic
def describe_control_system(version: Version, text: str, *, revision: int, by: Person) -> Version:
    """In place of what was written; no part of the Commission's decision."""
    version = Version.objects.locked(version.pk)
    require(policy.can_change_version(by, version))
    if version.revision != revision:
        raise ChangedMeanwhile(version)
    before = version.management_and_control_system
    if before == text:
        return version
    version.management_and_control_system = text
    version.changed_again(by, timezone.now())
    version.save()
    append_trail(version, "changed", by=by, details={"changes": [[PLACE, before, text]]})
    return version
