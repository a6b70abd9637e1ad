"""The indicators of a programme's own: those entered, those it only states, and what speaks of each."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from openamif.grants.models import Grant, GrantTarget
from openamif.programmes.models import IndicatorTarget, Programme
from openamif.programmes.queries import latest_adopted, latest_version
from openamif.reports.models import DeclaredValue, KeptTally, ProgrammeIndicator, ReportValue
from openamif.reports.queries.overview import listed

TARGETS, DECLARATIONS, REPORTS, ERASED = "targets", "declarations", "reports", "erased"
"""What may speak of an indicator."""


def own_indicators(programme: Programme) -> QuerySet[ProgrammeIndicator]:
    """Those entered, by objective and code."""
    return ProgrammeIndicator.objects.filter(programme=programme).order_by("objective", "code", "pk")


def own_indicator(programme: Programme, code: str) -> ProgrammeIndicator | None:
    """The one of that code."""
    return own_indicators(programme).filter(code=code).first()


def codes_of_the_law(period: str) -> frozenset[str]:
    """The codes that no indicator of a programme's own may have: indicators, and the lines of a report under them."""
    return frozenset(each.code for each in listed(period))


def names_of_own(programme: Programme, codes: Collection[str]) -> dict[str, str]:
    """The names of those among these that are the programme's own; no query where all are of the law."""
    others = set(codes) - codes_of_the_law(programme.period)
    return dict(own_indicators(programme).filter(code__in=others).values_list("code", "name")) if others else {}


def stated_only(programme: Programme) -> list[IndicatorTarget]:
    """Those that the version in force (else the latest) states beside the law's, and that were not entered here."""
    version = latest_adopted(programme) or latest_version(programme)
    known = codes_of_the_law(programme.period) | set(own_indicators(programme).values_list("code", flat=True))
    return [row for row in IndicatorTarget.objects.filter(version=version) if row.code not in known]


def spoken_of(programme: Programme, codes: Collection[str]) -> dict[str, str]:
    """What speaks of each of these codes, so that it cannot go. Four queries."""
    return {
        code: what
        for what, rows in _speaking(programme)
        for code in rows.filter(indicator__in=codes).order_by().values_list("indicator", flat=True).distinct()
    }


def grants_speaking(programme: Programme, code: str) -> QuerySet[Grant]:
    """The grants whose target, value or report keeps the indicator, by reference; none where nothing does."""
    what = spoken_of(programme, [code]).get(code)
    if what is None:
        return Grant.objects.none()
    rows = dict(_speaking(programme))[what].filter(indicator=code)
    grant = "report__grant" if what == REPORTS else "grant"
    return Grant.objects.filter(pk__in=rows.order_by().values(grant)).order_by("reference", "pk")


def _speaking(programme: Programme) -> tuple[tuple[str, QuerySet[Any]], ...]:
    return (
        (ERASED, KeptTally.objects.filter(grant__programme=programme)),
        (TARGETS, GrantTarget.objects.filter(grant__programme=programme)),
        (DECLARATIONS, DeclaredValue.objects.filter(programme=programme)),
        (REPORTS, ReportValue.objects.filter(report__grant__programme=programme)),
    )
