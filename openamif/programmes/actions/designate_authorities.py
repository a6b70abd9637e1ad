"""Say which authorities carry the programme."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def designate_authorities(
    version: Version, authorities: Sequence[DesignatedAuthority], *, revision: int, by: Person
) -> Version:
    """These in place of those the version had; no part of the Commission's decision."""
    version = Version.objects.locked(version.pk)
    require(policy.can_change_version(by, version))
    if version.revision != revision:
        raise ChangedMeanwhile(version)
    before = [f"{authority.kind} {authority.name}" for authority in version.designatedauthority_set.all()]
    version.designatedauthority_set.all().delete()
    for position, authority in enumerate(authorities):
        authority.pk, authority.version, authority.position = None, version, position
    DesignatedAuthority.objects.bulk_create(authorities)
    version.revision += 1
    version.changed_by, version.changed_at = by, timezone.now()
    version.save()
    after = [f"{authority.kind} {authority.name}" for authority in authorities]
    append_trail(version, "changed", by=by, details={"changes": [["authorities", "; ".join(before), "; ".join(after)]]})
    return version
