"""Lists of grants as a reader asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from openamif.grants.models import Grant, GrantQuerySet
from openamif.grants.states import GrantState
from openamif.people.models import Organisation
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.rules.grants import Frame

SORTS: Mapping[str, str] = {
    "reference": "reference",
    "title": "title",
    "beneficiary": "beneficiary__name",
    "objective": "objective",
    "state": "state",
    "starts_on": "starts_on",
    "ends_on": "ends_on",
    "eligible_amount": "eligible_amount",
    "union_amount": "union_amount",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked of a list. ``words``: in reference, title or beneficiary; ``beneficiary``, ``delegated``: keys.

    ``delegated`` may be 0: no delegated authority. ``sort``: one of SORTS, with a minus for the other way round.
    """

    words: str = ""
    objective: str = ""
    state: str = ""
    beneficiary: int | None = None
    delegated: int | None = None
    sort: str = "reference"


def grants_found(programme: Programme, held: Holdings, sought: Sought) -> GrantQuerySet:
    """The grants of a programme that she may see and that are as sought, in the order asked for."""
    found = Grant.objects.filter(programme=programme).visible_to(held)
    for word in sought.words.split():
        in_words = Q(reference__icontains=word) | Q(title__icontains=word) | Q(beneficiary__name__icontains=word)
        found = found.filter(in_words)
    if sought.objective:
        found = found.filter(Q(objective=sought.objective) | Q(objective__startswith=f"{sought.objective}."))
    if sought.state:
        found = found.filter(state=sought.state)
    if sought.beneficiary is not None:
        found = found.filter(beneficiary=sought.beneficiary)
    if sought.delegated is not None:
        found = found.filter(delegated_authority=sought.delegated or None)
    return found.select_related("beneficiary", "delegated_authority").order_by(*_order(sought.sort))


def _order(sort: str) -> tuple[str, str]:
    backwards, name = sort.startswith("-"), sort.removeprefix("-")
    field = SORTS.get(name, SORTS["reference"])
    return f"{'-' if backwards else ''}{field}", "pk"


@dataclass(frozen=True, slots=True)
class Sums:
    """How many grants, and what they come to in EUR."""

    count: int
    eligible_amount: Decimal
    union_amount: Decimal


def sums_of(grants: QuerySet[Grant]) -> Sums:
    """In one query."""
    sums = grants.order_by().aggregate(count=Count("pk"), eligible=Sum("eligible_amount"), union=Sum("union_amount"))
    return Sums(sums["count"], sums["eligible"] or Decimal(0), sums["union"] or Decimal(0))


def sums_of_signed(grants: QuerySet[Grant]) -> tuple[Sums, int]:
    """Of those that both sides have signed, and how many drafts stand beside them; one query."""
    signed = ~Q(state=GrantState.DRAFT)
    sums = grants.order_by().aggregate(
        all=Count("pk"),
        count=Count("pk", filter=signed),
        eligible=Sum("eligible_amount", filter=signed),
        union=Sum("union_amount", filter=signed),
    )
    found = Sums(sums["count"], sums["eligible"] or Decimal(0), sums["union"] or Decimal(0))
    return found, sums["all"] - found.count


def beneficiaries_of(programme: Programme, held: Holdings) -> QuerySet[Organisation]:
    """The bodies that have a grant she may see."""
    seen = Grant.objects.filter(programme=programme).visible_to(held).values("beneficiary")
    return Organisation.objects.filter(pk__in=seen).order_by("name", "pk")


def programmes_of(beneficiary: Organisation) -> QuerySet[Programme]:
    """The programmes that gave the body a grant."""
    given = Grant.objects.filter(beneficiary=beneficiary).values("programme")
    return Programme.objects.filter(pk__in=given).order_by("pk")


def delegated_authorities_of(programme: Programme, held: Holdings) -> QuerySet[Organisation]:
    """The delegated authorities of the grants she may see."""
    seen = Grant.objects.filter(programme=programme).visible_to(held).values("delegated_authority")
    return Organisation.objects.filter(pk__in=seen).order_by("name", "pk")


def bodies_to_delegate_to(frame: Frame, *, and_to: Organisation | None = None) -> QuerySet[Organisation]:
    """The delegated authorities that the programme knows, by name (all bodies where it knows none); ``and_to``: too."""
    bodies = Organisation.objects.order_by("name", "pk")
    if frame.delegated is None:
        return bodies
    known = {pk for pk, name in bodies.values_list("pk", "name") if name.casefold() in frame.delegated}
    return bodies.filter(pk__in=known | ({and_to.pk} if and_to else set()))


def delegated_body_of(programme: Programme, held: Holdings) -> Organisation | None:
    """The delegated authority for which alone she looks after grants; None where she does so for the programme."""
    if held.holds(RoleKind.RESPONSIBLE_AUTHORITY, scope_id=programme.scope_id):
        return None
    whole = [role for role in held.roles if role.scope_id == programme.scope_id]
    kind = RoleKind.DELEGATED_AUTHORITY
    bodies = {role.organisation for role in (*whole, *held.parts_of(programme.scope_id)) if role.kind == kind}
    return bodies.pop() if len(bodies) == 1 else None


def grant_for(held: Holdings, pk: int) -> Grant | None:
    """The grant with everything it says, if she may see it."""
    return Grant.objects.visible_to(held).with_content().prefetch_related("reports_due").filter(pk=pk).first()


def grants_with_content(programme: Programme) -> GrantQuerySet:
    """Every grant of a programme with all it says, by reference."""
    return Grant.objects.filter(programme=programme).with_content().order_by("reference", "pk")


def reference_is_taken(programme: Programme, reference: str, *, but: Grant | None = None) -> bool:
    """Whether another grant of the programme has this reference."""
    same = Grant.objects.filter(programme=programme, reference=reference)
    return (same.exclude(pk=but.pk) if but else same).exists()


def grants_seen_by(held: Holdings) -> int:
    """How many grants she may see."""
    return Grant.objects.visible_to(held).count()


def grants_seen(held: Holdings) -> QuerySet[Grant]:
    """The grants she may see, with their beneficiaries."""
    return Grant.objects.visible_to(held).select_related("beneficiary").order_by("programme", "reference", "pk")


def programmes_with_grants(held: Holdings) -> QuerySet[Any]:
    """The programmes she may see, each with how many grants she may see in it and what the Union gives to them.

    ``signed_…``: the same of those that both sides have signed.
    """
    seen = Q(grants__in=Grant.objects.visible_to(held))
    signed = seen & Q(grants__signed_on__isnull=False)
    return (
        Programme.objects.visible_to(held)
        .select_related("responsible_authority")
        .annotate(
            grant_count=Count("grants", filter=seen),
            grant_union_amount=Sum("grants__union_amount", filter=seen),
            signed_count=Count("grants", filter=signed),
            signed_union_amount=Sum("grants__union_amount", filter=signed),
        )
        .order_by("-period", "country", "pk")
    )
