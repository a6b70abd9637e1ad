"""Persons, organisations and roles, one call each; whatever is not said is filled in and does not clash."""

from itertools import count

from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.states import OrganisationKind, RoleKind

PASSWORD = "a long enough password"
numbers = count(1)


def organisation(name: str = "", *, kind: str = OrganisationKind.STATE_AUTHORITY, country: str = "BE") -> Organisation:
    """A body."""
    return Organisation.objects.create(name=name or f"Organisation {next(numbers)}", kind=kind, country=country)


def person(
    kind: str = "",
    *,
    scope: Scope | None = None,
    of: Organisation | None = None,
    name: str = "",
    email: str = "",
    language: str = "en",
    password: str = PASSWORD,
    is_active: bool = True,
) -> Person:
    """Somebody with an account; with ``kind``, holding that role for ``scope``, or for a scope of its own."""
    number = next(numbers)
    made = Person.objects.create_user(
        email or f"person-{number}@example.org",
        password,
        name=name or f"Person {number}",
        language=language,
        is_active=is_active,
    )
    if kind:
        role(made, kind, scope=scope, of=of)
    return made


def administrator(**said) -> Person:
    """Somebody who looks after persons and roles."""
    return person(RoleKind.ADMINISTRATOR, **said)


def scope(name: str = "", *, parent: Scope | None = None, objectives: tuple[str, ...] = ()) -> Scope:
    """What a role is held for."""
    return Scope.objects.create(name=name or f"Scope {next(numbers)}", parent=parent, objectives=list(objectives))


def role(of_person: Person, kind: str, *, scope: Scope | None = None, of: Organisation | None = None) -> Role:
    """A role for a scope on behalf of a body; the person asks anew what she holds."""
    fresh = scope or Scope(name=f"Scope {next(numbers)}")
    held_for = None if kind == RoleKind.ADMINISTRATOR else fresh
    if held_for and held_for.pk is None:
        held_for.save()
    given = Role.objects.create(person=of_person, kind=kind, organisation=of or organisation(), scope=held_for)
    of_person.__dict__.pop("_holdings", None)
    return given
