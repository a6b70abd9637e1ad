"""The grants of one's own organisation, as a beneficiary looks at them."""

from datetime import date

from django.db.models import F, Min, Q, QuerySet

from openamif.grants.models import Grant
from openamif.grants.queries.lists import grant_for
from openamif.grants.states import GrantState
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind


def as_beneficiary(held: Holdings) -> Holdings:
    """Of what she holds, the roles of a beneficiary alone."""
    return Holdings(tuple(role for role in held.roles if role.kind == RoleKind.BENEFICIARY))


def own_grants(held: Holdings, *, on: date) -> QuerySet[Grant]:
    """Those that run first, the next to end first; each with ``next_due_on``, the day its next report is due."""
    coming = Min("reports_due__due_on", filter=Q(reports_due__due_on__gte=on))
    return (
        Grant.objects.visible_to(as_beneficiary(held))
        .select_related("programme", "beneficiary")
        .annotate(next_due_on=coming)
        .order_by(F("ended_on").asc(nulls_first=True), "ends_on", "pk")
    )


def running_grants(held: Holdings, *, on: date) -> QuerySet[Grant]:
    """Those that are signed and not over."""
    return own_grants(held, on=on).filter(state=GrantState.SIGNED)


def own_grant(held: Holdings, pk: int) -> Grant | None:
    """The grant with everything it says, if it is her organisation's."""
    return grant_for(as_beneficiary(held), pk)


def own_grant_in_short(held: Holdings, pk: int) -> Grant | None:
    """The grant alone, for the pages of its register."""
    seen = Grant.objects.visible_to(as_beneficiary(held))
    return seen.select_related("programme__scope", "beneficiary").prefetch_related("rights").filter(pk=pk).first()
