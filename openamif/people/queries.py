"""What a person holds, read once a request."""

import hashlib
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from openamif.people.models import AccessKey, Organisation, Person, Role
from openamif.people.states import RoleKind


@dataclass(frozen=True, slots=True)
class Holdings:
    """The roles a person holds, in memory."""

    roles: tuple[Role, ...]

    def holds(self, *kinds: RoleKind, scope_id: int | None = None) -> bool:
        """Whether she holds a role of one of these kinds, for this scope where one is named."""
        return any(role.kind in kinds and (scope_id is None or role.scope_id == scope_id) for role in self.roles)

    def parts_of(self, scope_id: int) -> tuple[Role, ...]:
        """Her roles for a part of this scope."""
        return tuple(role for role in self.roles if role.scope and role.scope.parent_id == scope_id)

    def scope_ids(self) -> set[int]:
        """Every scope she holds a role for, and the whole of which it is a part."""
        own = {role.scope_id for role in self.roles if role.scope_id}
        return own | {role.scope.parent_id for role in self.roles if role.scope and role.scope.parent_id}


def holdings(person: Person) -> Holdings:
    """Her roles; kept on the person for the length of a request (one query)."""
    if not person.is_authenticated or not person.is_active:
        return Holdings(())
    if not hasattr(person, "_holdings"):
        roles = Role.objects.held().filter(person=person).select_related("organisation", "scope")
        person._holdings = Holdings(tuple(roles))  # type: ignore[attr-defined]
    return person._holdings  # type: ignore[attr-defined,no-any-return]


def organisation_of(person: Person) -> Organisation | None:
    """The body she acts for: that of her first role."""
    roles = holdings(person).roles
    return roles[0].organisation if roles else None


def persons_with_roles() -> QuerySet[Person]:
    """Everyone with an account, each with the roles held."""
    held = Prefetch("roles", Role.objects.held().select_related("organisation", "scope"), to_attr="held_roles")
    return Person.objects.prefetch_related(held).order_by("name", "pk")


def digest_of_key(secret: str) -> str:
    """What is kept of an access key: SHA-256 suffices for a secret that nobody chose."""
    return hashlib.sha256(secret.encode()).hexdigest()


def person_with_key(secret: str) -> Person | None:
    """For whom a program with this key acts (one query)."""
    key = AccessKey.objects.in_use().select_related("person").filter(digest=digest_of_key(secret)).first()
    return key.person if key else None


def access_keys_of(person: Person) -> QuerySet[AccessKey]:
    """Her keys in use, latest first."""
    return AccessKey.objects.in_use().filter(person=person).order_by("-given_at", "-pk")


def access_key_in_use(pk: int) -> AccessKey | None:
    """One key, unless it has ended."""
    return AccessKey.objects.in_use().filter(pk=pk).first()
