"""Say which authorities carry the programme."""

from collections.abc import Sequence

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.revise_version import ChangedMeanwhile, keep_changes
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.queries import fields_of_authorities
from openamif.rules.national_programme.changes import changes


@transaction.atomic
def designate_authorities(
    version: Version, authorities: Sequence[DesignatedAuthority], *, revision: int, by: Person
) -> Version:
    """These in place of those the version had, every difference in the trail; no part of the Commission's decision."""
    version = Version.objects.locked(version.pk)
    require(policy.can_change_version(by, version))
    if version.revision != revision:
        raise ChangedMeanwhile(version)
    changed = changes(fields_of_authorities(version.designatedauthority_set.all()), fields_of_authorities(authorities))
    if not changed:
        return version
    version.designatedauthority_set.all().delete()
    for position, authority in enumerate(authorities):
        authority.pk, authority.version, authority.position = None, version, position
    DesignatedAuthority.objects.bulk_create(authorities)
    return keep_changes(version, changed, by=by)
