"""Say who owns the bodies that a grant pays."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from openamif.grants import policy
from openamif.grants.facts import OwnerContent
from openamif.grants.models import BeneficialOwner, Grant
from openamif.grants.queries.owners import OWNER, owners_as_seen, owners_of
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail


class OwnersChangedMeanwhile(Exception):
    """Somebody else named owners after they were read."""


@transaction.atomic
def name_owners(grant: Grant, owners: Sequence[OwnerContent], *, seen: str = "", by: Person) -> bool:
    """These in place of those that were there; the trail keeps how many, never who. False where nothing differs.

    ``seen``: those that stood when the page was opened, as ``owners_as_seen`` says; others now raise
    OwnersChangedMeanwhile.
    """
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_change_owners(by, grant))
    standing = owners_of(grant)
    if tuple(owners) == standing:
        return False
    if seen and seen != owners_as_seen(standing):
        raise OwnersChangedMeanwhile(grant)
    write_owners({grant: owners})
    append_trail(grant, "owners_named", by=by, details={"count": len(owners)})
    return True


def write_owners(owners: Mapping[Grant, Sequence[OwnerContent]]) -> None:
    """Two queries for many grants."""
    BeneficialOwner.objects.filter(grant__in=list(owners)).delete()
    BeneficialOwner.objects.bulk_create(
        BeneficialOwner(grant=grant, position=position, **{name: getattr(each, name) for name in OWNER})
        for grant, every in owners.items()
        for position, each in enumerate(every)
    )
