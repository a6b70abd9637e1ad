"""The coverage of a programme by checks on the spot, its grants as the rule wants to know them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Max, Min
from django.db.models.functions import Coalesce

from openamif.grants.models import Grant
from openamif.people.queries import Holdings
from openamif.programmes.models import Programme
from openamif.rules.verification import Checkable, Coverage, Year, measured, year_of
from openamif.verification.models import OperationalCheck
from openamif.verification.queries.checks import watched_grants


def coverage(programme: Programme, *, on: date, held: Holdings | None = None) -> Coverage:
    """Of the year in which the day lies, up to that day; in two queries. ``held``: of the grants whose checks she sees.

    The share that the law asks for is that of the whole programme; a part shows how it stands by the same measure.
    """
    grants = Grant.objects.filter(programme=programme)
    if held is not None:
        grants = grants.filter(pk__in=watched_grants(held).values("pk"))
    days: dict[int, list[date]] = defaultdict(list)
    done = OperationalCheck.objects.done().filter(grant__programme=programme, carried_out_on__lte=on)
    for grant, day in done.order_by("carried_out_on", "pk").values_list("grant", "carried_out_on"):
        days[grant].append(day)  # type: ignore[arg-type]
    rows = grants.order_by("reference", "pk").values_list("pk", "signed_on", "starts_on", "ends_on", "ended_on")
    facts = [
        Checkable(pk, signed_on, starts_on, ended_on or ends_on, tuple(days[pk]))
        for pk, signed_on, starts_on, ends_on, ended_on in rows
    ]
    return measured(facts, period=programme.period, on=on)


def grants_by_key(keys: Iterable[int]) -> list[Grant]:
    """The grants of a coverage, by reference."""
    grants = Grant.objects.filter(pk__in=list(keys)).select_related("beneficiary")
    return list(grants.order_by("reference", "pk"))


def years_of(programme: Programme, *, on: date, held: Holdings | None = None) -> list[Year]:
    """The years of the accounts in which grants of the programme run, up to that of the day; the latest first.

    ``held``: of the grants whose checks she sees.
    """
    signed = Grant.objects.filter(programme=programme, signed_on__isnull=False, starts_on__lte=on)
    if held is not None:
        signed = signed.filter(pk__in=watched_grants(held).values("pk"))
    days = signed.aggregate(first=Min("starts_on"), last=Max(Coalesce("ended_on", "ends_on")))
    first, last = days["first"] or on, min(days["last"] or on, on)
    years = [year_of(programme.period, on=last)]
    while years[-1].first > first:
        years.append(year_of(programme.period, on=years[-1].first - timedelta(days=1)))
    return years
