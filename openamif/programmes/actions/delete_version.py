"""Delete a version that was never sent."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import Verdict, require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def delete_version(version: Version, *, by: Person) -> None:
    """Its content goes, its trail stays; a programme keeps one version."""
    version = Version.objects.locked(version.pk)
    require(policy.can_delete_version(by, version))
    if version.programme.versions.count() == 1:
        require(Verdict(False, "only_version"))
    append_trail(version, "deleted", by=by, from_state=version.state, details={"version": version.label})
    version.delete()
