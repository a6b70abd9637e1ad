"""Reports that wait for somebody of an authority: to examine, to accept, and how many are late in each programme."""

from datetime import date
from operator import itemgetter
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind
from openamif.reports.models import ProgressReport
from openamif.reports.queries.reports import NEVER_SENT, owed_by
from openamif.reports.states import ReportState

DECIDING = (RoleKind.RESPONSIBLE_AUTHORITY, RoleKind.DELEGATED_AUTHORITY)


def deciding(held: Holdings) -> Holdings:
    """What she holds for an authority that decides on reports and carries out checks."""
    return Holdings(tuple(role for role in held.roles if role.kind in DECIDING))


def reports_to_decide(held: Holdings, *, by: Person) -> QuerySet[ProgressReport]:
    """Those that she may examine or accept, the oldest first: four eyes leave out what she examined or corrected."""
    seen = Grant.objects.visible_to(deciding(held)).order_by().values("pk")
    examined = Q(state=ReportState.EXAMINED)
    hers = examined & (Q(examined_by=by) | Q(values__corrected_by=by))
    to_accept = ProgressReport.objects.filter(examined).exclude(pk__in=ProgressReport.objects.filter(hers).values("pk"))
    found = ProgressReport.objects.filter(Q(state=ReportState.SUBMITTED) | Q(pk__in=to_accept.values("pk")))
    related = ("due", "grant__programme", "grant__beneficiary")
    return (
        found.filter(grant__in=seen).select_related(*related).prefetch_related("stops").order_by("submitted_at", "pk")
    )


def grants_and_reports_in_hand(held: Holdings, *, by: Person) -> tuple[int, int]:
    """How many grants she may see, and how many reports of them wait for her to decide. One query."""
    hers = Q(progress_reports__in=reports_to_decide(held, by=by).order_by().values("pk"))
    told = (
        Grant.objects.visible_to(held)
        .order_by()
        .aggregate(grants=Count("pk", distinct=True), reports=Count("progress_reports", filter=hers, distinct=True))
    )
    return told["grants"], told["reports"]


def late_reports(held: Holdings, *, on: date) -> list[dict[str, Any]]:
    """Programmes with reports whose day is gone by: ``programme``, ``title``, ``count``, ``oldest`` (its day)."""
    late = owed_by(Grant.objects.visible_to(deciding(held))).filter(NEVER_SENT, due_on__lt=on)
    named = late.order_by().values(programme=F("grant__programme"), title=F("grant__programme__title"))
    counted = named.annotate(count=Count("pk"), oldest=Min("due_on"))
    return sorted(counted, key=itemgetter("oldest", "programme"))
