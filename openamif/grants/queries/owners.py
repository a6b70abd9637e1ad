"""The beneficial owners of bodies that grants pay: personal data, read only where they are asked for."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from openamif.grants.facts import OwnerContent
from openamif.grants.models import BeneficialOwner, Grant

OWNER = tuple(OwnerContent.__dataclass_fields__)


def owners_of(grant: Grant) -> tuple[OwnerContent, ...]:
    """Those of a grant, in their order."""
    return owners_by_grant([grant]).get(grant.pk, ())


def owners_as_seen(owners: Sequence[OwnerContent]) -> str:
    """What stands of them, in one word that names nobody: another one as soon as one of them changes."""
    return sha256(repr(tuple(owners)).encode()).hexdigest()


def owners_by_grant(grants: Sequence[Grant]) -> dict[int, tuple[OwnerContent, ...]]:
    """By the key of their grant, in one query."""
    found: dict[int, list[OwnerContent]] = defaultdict(list)
    for each in BeneficialOwner.objects.filter(grant__in=grants).order_by("position", "pk"):
        found[each.grant_id].append(OwnerContent(**{name: getattr(each, name) for name in OWNER}))
    return {key: tuple(owners) for key, owners in found.items()}
