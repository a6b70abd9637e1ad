"""The files a register is filled from: those of a grant, those that wait for somebody."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from openamif.grants.models import Grant
from openamif.grants.queries.rights import editable_by
from openamif.people.queries import Holdings
from openamif.register.models import ColumnMapping, RegisterImport
from openamif.register.states import ImportState

CHANGES = (
    *("participants_new", "descriptions_changed", "events_new", "events_changed"),
    *("activities_new", "activities_changed", "outputs_new", "outputs_changed"),
)
"""Those of the counts of a file that say that it would write something."""


def files_of(grant: Grant) -> QuerySet[RegisterImport]:
    """Every file sent in for the grant, the latest first."""
    found = RegisterImport.objects.defer("cells").filter(grant=grant)
    return found.select_related("sent_by").order_by("-sent_at", "-pk")


def remembered_columns(grant: Grant) -> QuerySet[ColumnMapping]:
    """What the headings of its beneficiary's files mean."""
    return ColumnMapping.objects.filter(organisation=grant.beneficiary_id).order_by("heading", "pk")


def files_waiting(held: Holdings) -> QuerySet[RegisterImport]:
    """Files of her organisation's own grants that wait for her, the oldest first.

    For her yes: right, and with something new. Or for her answer: what their headings mean.
    """
    bodies = {role.organisation_id for role in held.roles}
    own = Grant.objects.visible_to(held).filter(beneficiary__in=bodies)
    changes = reduce(or_, (Q(**{f"result__counts__{key}__gt": 0}) for key in CHANGES))
    to_confirm = Q(changes, ~Q(staged=""), state=ImportState.READ)
    to_explain = Q(state=ImportState.KEPT, result__has_key="headings")
    waiting = RegisterImport.objects.defer("cells").filter(to_confirm | to_explain, editable_by(held), grant__in=own)
    return waiting.select_related("grant").order_by("sent_at", "pk")


def file_for(held: Holdings, pk: int) -> RegisterImport | None:
    """The file, if it is of a grant she may see; what was found in its cells is read once it is asked for."""
    found = RegisterImport.objects.defer("cells").filter(pk=pk, grant__in=Grant.objects.visible_to(held))
    return found.select_related("grant__programme", "sent_by").first()
