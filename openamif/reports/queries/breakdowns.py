"""An indicator by grant, by region and over time; and the reports of a programme by how far they are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import Count, DecimalField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, NullIf

from openamif.grants.models import GrantTarget, ReportDue
from openamif.grants.states import GrantState
from openamif.law import codes
from openamif.reports.models import DeclaredValue, ProgressReport, ReportValue, Tally
from openamif.reports.queries.reach import Reach
from openamif.reports.states import ReportState

LETTERS_OF_NUTS_2 = 4
MONTHS_A_QUARTER = 3
SOON = timedelta(weeks=4)
ALL = Q()
NOT_SENT = (ReportState.PREPARING,)
IN_HAND = (ReportState.SUBMITTED, ReportState.CLARIFICATION, ReportState.EXAMINED)


def by_region(reach: Reach, code: str) -> dict[str, int]:
    """By region of NUTS 2; the empty key: grants of no place or of more than one region (``region_of``).

    A person in two grants counts in both: a region has no figure of its own in the tallies.
    """
    tallies = _tallies(reach).filter(indicator=code)
    found: dict[str, int] = {}
    for place, number in tallies.values_list("grant__location").annotate(Sum("number")).order_by("grant__location"):
        region = region_of(place, reach.programme.period)
        found[region] = found.get(region, 0) + number
    return found


def _tallies(reach: Reach) -> QuerySet[Tally]:
    """What is counted in each grant within reach."""
    tallies = Tally.objects.filter(programme=reach.programme)
    return tallies.filter(grant__isnull=False) if reach.is_whole else tallies.filter(grant__in=reach.grants)


def region_of(place: str, period: str) -> str:
    """The region of NUTS 2 that a place is in; blank where it is in more than one, or none is said."""
    place = _of_one_region(period).get(place, place)
    return place[:LETTERS_OF_NUTS_2] if len(place) >= LETTERS_OF_NUTS_2 else ""


def of_region(region: str, regions: Collection[str], period: str) -> Q:
    """The grants of a region of NUTS 2; where it is none of the ``regions``, those that are of none of them."""
    if region in regions:
        return _within(region, period)
    within = Q()
    for each in regions:
        within &= ~_within(each, period)
    return within


def _within(region: str, period: str) -> Q:
    wider = [unit for unit, only in _of_one_region(period).items() if only == region]
    return Q(location__startswith=region) | Q(location__in=wider)


@cache
def _of_one_region(period: str) -> Mapping[str, str]:
    """The units of NUTS 1 that are one region of NUTS 2, and which: all of BE1 is BE10."""
    regions: defaultdict[str, list[str]] = defaultdict(list)
    for each in codes("nuts", period=period):
        if len(each.code) == LETTERS_OF_NUTS_2:
            regions[each.code[:-1]].append(each.code)
    return {unit: within[0] for unit, within in regions.items() if len(within) == 1}


def by_grant(reach: Reach, code: str, *, within: Q = ALL) -> QuerySet[Any]:
    """The grants (``within``: of those alone) that count or aim at something for the indicator, the largest first.

    Each with ``counted``, ``declared``, ``aimed_at`` and ``value``: what is counted, else what is declared.
    """
    tallies = Tally.objects.filter(programme=reach.programme, indicator=code, grant=OuterRef("pk"))
    summed = tallies.order_by().values("grant").annotate(number=Sum("number")).values("number")
    targets = GrantTarget.objects.filter(grant=OuterRef("pk"), indicator=code)
    declared = DeclaredValue.objects.filter(grant=OuterRef("pk"), indicator=code)
    return (
        reach.grants.filter(within, Exists(tallies) | Exists(targets) | Exists(declared))
        .annotate(
            counted=Coalesce(Subquery(summed), 0),
            aimed_at=Subquery(targets.values("target")[:1]),
            declared=Subquery(declared.order_by("-as_of", "-pk").values("value")[:1]),
        )
        .annotate(value=Coalesce(NullIf(F("counted"), 0), F("declared"), 0, output_field=DecimalField()))
        .select_related("beneficiary")
        .order_by("-value", "reference", "pk")
    )


def values_by_grant(reach: Reach) -> dict[str, dict[int, int]]:
    """What is counted in each grant, by indicator and grant; one query, for the files that list them all."""
    found: dict[str, dict[int, int]] = {}
    rows = _tallies(reach).values_list("indicator", "grant").annotate(Sum("number")).order_by("indicator", "grant")
    for indicator, grant, number in rows:
        found.setdefault(indicator, {})[grant] = number
    return found


def quarter_end(day: date) -> date:
    """The last day of the quarter that a day is in."""
    last_month = (day.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + MONTHS_A_QUARTER
    after = date(day.year + last_month // 12, last_month % 12 + 1, 1)
    return after - timedelta(days=1)


def by_quarter(reach: Reach, code: str, *, is_share: bool = False) -> list[tuple[date, Decimal]]:
    """What the reports said altogether by the end of each quarter, from the first with a report to the last.

    Each grant with its latest report that was sent; as the authority corrected it, where it did. Of a percentage the
    numerators are added up, and the whole is the latest that was said.
    """
    latest: dict[int, Decimal] = {}
    series: list[tuple[date, Decimal]] = []
    for row in _reported(reach, code):
        whole = row.denominator
        if is_share and not whole:
            continue
        end = quarter_end(row.report.due.ends_on)
        while series and series[-1][0] < end:
            following = quarter_end(series[-1][0] + timedelta(days=1))
            series.append((following, series[-1][1]))
        latest[row.report.grant_id] = _numerator(row) if is_share else _said(row)
        together = sum(latest.values(), Decimal(0))
        point = (end, together * 100 / whole if is_share and whole else together)
        series = [*series[:-1], point] if series else [point]
    return series


def _reported(reach: Reach, code: str) -> QuerySet[ReportValue]:
    """What each report said that was sent, the earliest first; one that was accepted counts until its correction is."""
    values = ReportValue.objects.filter(
        indicator=code, report__grant__in=reach.grants, report__submitted_at__isnull=False
    ).exclude(report__state=ReportState.SUPERSEDED)
    values = values.filter(Q(report__corrects=None) | Q(report__accepted_at__isnull=False))
    return values.select_related("report__due").order_by("report__due__ends_on", "pk")


def _said(row: ReportValue) -> Decimal:
    return row.value if row.corrected_value is None else row.corrected_value


def _numerator(row: ReportValue) -> Decimal:
    """Of a percentage; of one that the authority corrected, what it then comes to."""
    if row.corrected_value is None and row.numerator is not None:
        return row.numerator
    return _said(row) * (row.denominator or 0) / 100


@dataclass(frozen=True, slots=True)
class ReportsStanding:
    """Reports by how far they are. ``late`` and ``soon``: not sent yet; ``states``: those begun, latest versions."""

    late: int = 0
    soon: int = 0
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def in_hand(self) -> int:
        """With the authority, or waiting for an answer to its question."""
        return sum(self.states.get(state, 0) for state in IN_HAND)

    @property
    def accepted(self) -> int:
        """Accepted."""
        return self.states.get(ReportState.ACCEPTED, 0)

    @property
    def returned(self) -> int:
        """With the beneficiary again."""
        return self.states.get(ReportState.RETURNED, 0)


def reports_standing(reach: Reach, *, on: date) -> ReportsStanding:
    """How many reports are late, due soon, in hand, accepted; two queries."""
    sent = ProgressReport.objects.filter(due=OuterRef("pk")).exclude(state__in=NOT_SENT)
    waiting = ReportDue.objects.filter(grant__in=reach.grants, due_on__lte=on + SOON).exclude(
        grant__state=GrantState.DRAFT
    )
    counts = waiting.filter(~Exists(sent)).aggregate(
        late=Count("pk", filter=Q(due_on__lt=on)), soon=Count("pk", filter=Q(due_on__gte=on))
    )
    begun = ProgressReport.objects.filter(grant__in=reach.grants, corrected_by=None)
    states = dict(begun.values_list("state").annotate(Count("pk")).order_by("state"))
    return ReportsStanding(counts["late"], counts["soon"], states)


def reports_by_grant(reach: Reach) -> QuerySet[Any]:
    """Every report that grants owe, with the state of its latest version; for the file that lists them all.

    Its days are those of the latest version that was sent.
    """
    latest = ProgressReport.objects.filter(due=OuterRef("pk")).order_by("-version", "pk")
    sent = latest.filter(submitted_at__isnull=False)
    return (
        ReportDue.objects.filter(grant__in=reach.grants)
        .exclude(grant__state=GrantState.DRAFT)
        .annotate(
            state=Subquery(latest.values("state")[:1]),
            sent_at=Subquery(sent.values("submitted_at")[:1]),
            accepted_at=Subquery(sent.values("accepted_at")[:1]),
            reference=F("grant__reference"),
        )
        .order_by("grant__reference", "number", "pk")
    )
