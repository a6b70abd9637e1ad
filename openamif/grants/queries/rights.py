"""Who of a beneficiary and of its partners may do what with a grant: its register and its reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from openamif.grants.models import Grant, GrantRight
from openamif.grants.states import Right
from openamif.people.models import Person, Role
from openamif.people.queries import Holdings, holdings
from openamif.people.states import RoleKind

ORDER = tuple(Right)


def reaches(right: Right | None, wanted: Right) -> bool:
    """Whether a right includes another: to sign is also to edit, to edit also to view."""
    return right is not None and ORDER.index(right) >= ORDER.index(wanted)


def partners_of(grant: Grant) -> set[int]:
    """The keys of its partners."""
    return {partner.organisation_id for partner in grant.partners.all()}


def covers(role: Role, grant: Grant) -> bool:
    """Whether a role is held for the programme of the grant, or for a part of it with its objective."""
    scope = role.scope
    if scope is None:
        return False
    whole = grant.programme.scope_id
    return scope.pk == whole or (scope.parent_id == whole and grant.objective in scope.objectives)


def right_of(by: Person, grant: Grant) -> Right | None:
    """What was given to her; otherwise colleagues of the beneficiary edit and those of a partner view.

    Whoever no longer acts for one of these bodies has no right, whatever was given.
    """
    bodies = acts_for(by, grant)
    if grant.beneficiary_id not in bodies and not (bodies and bodies & partners_of(grant)):
        return None
    given = next((each.right for each in grant.rights.all() if each.person_id == by.pk), None)
    return Right(given) if given else default_right(bodies, grant)


def acts_for(by: Person, grant: Grant) -> set[int]:
    """The keys of the bodies for which she holds a role of a beneficiary where this grant is."""
    roles = holdings(by).roles
    return {role.organisation_id for role in roles if role.kind == RoleKind.BENEFICIARY and covers(role, grant)}


def default_right(bodies: Iterable[int], grant: Grant) -> Right:
    """What somebody of these bodies may do where nothing was given."""
    return Right.EDIT if grant.beneficiary_id in bodies else Right.VIEW


def editable_by(held: Holdings) -> Q:
    """What ``right_of`` answers, as a condition on what belongs to a grant: whether she edits."""
    persons, bodies = ({getattr(role, key) for role in held.roles} for key in ("person_id", "organisation_id"))
    given = GrantRight.objects.filter(person__in=persons)
    edits, views = given.exclude(right=Right.VIEW), given.filter(right=Right.VIEW)
    of_beneficiary = Q(grant__beneficiary__in=bodies) & ~Q(grant__in=views.values("grant"))
    return Q(grant__in=edits.values("grant")) | of_beneficiary


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the beneficiary or of a partner; ``is_given``: the right was given, and does not come by itself."""

    person: Person
    role: Role
    right: Right
    is_given: bool


def colleagues_of(grant: Grant) -> tuple[Colleague, ...]:
    """Everybody who has a right to a grant, by name; three queries."""
    given = dict(GrantRight.objects.filter(grant=grant).values_list("person", "right"))
    found: dict[int, Colleague] = {}
    for role in _roles_for(grant):
        right = (
            Right(given[role.person_id]) if role.person_id in given else default_right({role.organisation_id}, grant)
        )
        before = found.get(role.person_id)
        if covers(role, grant) and (before is None or reaches(right, before.right)):
            found[role.person_id] = Colleague(role.person, role, right, role.person_id in given)
    return tuple(found.values())


def _roles_for(grant: Grant) -> QuerySet[Role]:
    return (
        Role.objects.held()
        .of_kind(RoleKind.BENEFICIARY)
        .filter(organisation__in={grant.beneficiary_id, *partners_of(grant)}, person__is_active=True)
        .select_related("person", "organisation", "scope")
        .order_by("person__name", "pk")
    )


def colleague_found(grant: Grant, person_pk: int) -> Person | None:
    """The person, if she has a right to this grant."""
    return next((each.person for each in colleagues_of(grant) if each.person.pk == person_pk), None)


def signers_of(grant: Grant) -> tuple[Colleague, ...]:
    """Those who may sign."""
    return tuple(each for each in colleagues_of(grant) if each.right == Right.SIGN)
