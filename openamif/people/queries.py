"""What a person holds, read once a request."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from openamif.people.models import Organisation, Person, Role
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
