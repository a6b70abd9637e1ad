"""Finding persons, bodies, and what roles can be held for."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet

from openamif.people.models import Organisation, Person, PersonChange, Role, Scope
from openamif.people.queries import persons_with_roles
from openamif.people.states import RoleKind


def persons_found(words: str) -> QuerySet[Person]:
    """Those whose name or address has these words, each with the roles held; everyone where no word is given."""
    return persons_with_roles().filter(Q(name__icontains=words) | Q(email__icontains=words))


def person_with_every_role(pk: int) -> Person | None:
    """The person, with the roles held (``held_roles``) and those she once held (``ended_roles``)."""
    roles = Role.objects.select_related("organisation", "scope", "person").order_by("kind", "given_at", "pk")
    held = Prefetch("roles", roles.filter(ended_at=None), to_attr="held_roles")
    ended = Prefetch("roles", roles.exclude(ended_at=None), to_attr="ended_roles")
    return Person.objects.prefetch_related(held, ended).filter(pk=pk).first()


def role_held(pk: int) -> Role | None:
    """A role that has not ended, with its person, body and scope."""
    return Role.objects.held().select_related("person", "organisation", "scope").filter(pk=pk).first()


def who_has_address(email: str, *, besides: int | None = None) -> Person | None:
    """Who, other than ``besides``, has this address already, in capitals or not."""
    return Person.objects.filter(email__iexact=email).exclude(pk=besides or 0).first()


def changes_by_event(numbers: Iterable[int]) -> dict[int, list[PersonChange]]:
    """What was corrected of persons, by the number of the event of the trail (one query)."""
    found: dict[int, list[PersonChange]] = defaultdict(list)
    for each in PersonChange.objects.filter(number__in=list(numbers)).order_by("number", "pk"):
        found[each.number].append(each)
    return found


def person_by_address(email: str) -> Person | None:
    """Who has this address, in capitals or not."""
    return Person.objects.filter(email__iexact=email.strip()).first()


def organisation_of_name(name: str, country: str, *, besides: int | None = None) -> Organisation | None:
    """The body of this name, other than ``besides``, that is entered for this country already, in capitals or not."""
    return Organisation.objects.filter(name__iexact=name, country=country).exclude(pk=besides or 0).first()


def who_has_number(
    *, country: str, enterprise_number: str = "", vat_number: str = "", besides: int | None = None
) -> Organisation | None:
    """The body, other than ``besides``, that has this enterprise number or VAT number already."""
    by_number = Q(country=country, enterprise_number=enterprise_number) if enterprise_number else Q(pk=None)
    by_vat = Q(vat_number=vat_number) if vat_number else Q(pk=None)
    return Organisation.objects.filter(by_number | by_vat).exclude(pk=besides or 0).first()


def role_is_held(person: Person, *, kind: str, organisation: Organisation, scope: Scope | None) -> bool:
    """Whether she holds this very role already."""
    return Role.objects.held().filter(person=person, kind=kind, organisation=organisation, scope=scope).exists()


def organisations_found(words: str) -> QuerySet[Organisation]:
    """Bodies whose name or short name has these words."""
    return Organisation.objects.filter(Q(name__icontains=words) | Q(short_name__icontains=words)).order_by("name", "pk")


def the_organisation(pk: int) -> Organisation | None:
    """The body of this number."""
    return Organisation.objects.filter(pk=pk).first()


def scopes_to_give() -> QuerySet[Scope]:
    """Everything that a role can be held for, each with the whole that it is a part of."""
    return Scope.objects.select_related("parent").order_by("name", "pk")


def wholes() -> QuerySet[Scope]:
    """The scopes that are programmes, not parts."""
    return Scope.objects.filter(parent=None, programme__isnull=False).order_by("name", "pk")


def part_is_entered(whole: Scope, name: str) -> bool:
    """Whether the programme has a part of this name already, in capitals or not."""
    return Scope.objects.filter(parent=whole, name__iexact=name).exists()


def takes_scope(kind: str) -> bool:
    """Whether a role of this kind is held for something; an administrator's is held for everything."""
    return kind != RoleKind.ADMINISTRATOR
