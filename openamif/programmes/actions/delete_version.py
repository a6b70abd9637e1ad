"""Delete a version that was never sent."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def delete_version(version: Version, *, by: Person) -> None:
    """Its content goes; its trail stays."""
    version = Version.objects.locked(version.pk)
    require(policy.can_delete_version(by, version))
    append_trail(version, "deleted", by=by, from_state=version.state, details={"version": version.label})
    version.delete()
