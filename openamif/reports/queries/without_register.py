"""What is said of a programme without a register: by its grants, and of it as a whole."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from openamif.programmes.models import Programme
from openamif.reports.models import DeclaredValue, ProgrammeIndicator, Tally
from openamif.reports.queries.counting import specific
from openamif.reports.queries.reach import Reach
from openamif.rules.indicators.reading import every_rule

Declared = tuple[dict[str, dict[int, Decimal]], dict[str, DeclaredValue]]
"""By indicator and grant; and of the programme as a whole, by indicator."""


@cache
def numerators(period: str) -> Mapping[str, str]:
    """Of each percentage, the indicator that is its numerator."""
    return {rule.indicator: rule.numerator for rule in every_rule(period) if rule.numerator}


def declared_values(reach: Reach) -> Declared:
    """What grants say without a register, the latest of each, by indicator and grant; and what the programme says.

    A grant that has a register for an indicator is not asked what it declares for it.
    """
    of_grants = Q(grant__in=reach.grants) | Q(grant=None)
    own = ProgrammeIndicator.objects.filter(programme=reach.programme, code=OuterRef("indicator")).values("objective")
    told = DeclaredValue.objects.filter(of_grants, programme=reach.programme)
    told = told.annotate(objective=F("grant__objective"), own=Subquery(own[:1]))
    objectives = {rule.indicator: rule.objective for rule in every_rule(reach.programme.period)}
    rows = [row for row in told.order_by("as_of", "pk") if _is_counted(row, objectives)]
    declared: dict[str, dict[int, Decimal]] = {}
    wholes: dict[str, DeclaredValue] = {}
    for row in rows:
        if row.grant_id is None:
            wholes[row.indicator] = row
        else:
            declared.setdefault(row.indicator, {})[row.grant_id] = row.value
    if declared:
        _leave_to_registers(reach.programme, declared)
    return declared, _of_grants(rows) | wholes


def _is_counted(row: Any, objectives: Mapping[str, str]) -> bool:
    """Of the programme; or of a grant that has the objective of the indicator, and has not gone over to another."""
    return row.grant_id is None or (row.own or objectives.get(row.indicator)) == specific(row.objective)


def _leave_to_registers(programme: Programme, declared: dict[str, dict[int, Decimal]]) -> None:
    """Of a percentage, its part is left to whatever the grant has of the indicator that is its numerator."""
    parts = {code: above for code, above in numerators(programme.period).items() if code in declared}
    grants = {grant for by_grant in declared.values() for grant in by_grant}
    asked = {*declared, *parts.values()}
    tallies = Tally.objects.filter(programme=programme, grant__in=grants, indicator__in=asked)
    counted: dict[str, set[int | None]] = {code: set() for code in asked}
    for code, grant in tallies.values_list("indicator", "grant").order_by("pk"):
        counted[code].add(grant)
    for code, by_grant in declared.items():
        above = parts.get(code, code)
        said = declared.get(above, {}) if code in parts else {}
        for grant in [each for each in by_grant if each in counted[above] or said.get(each)]:
            del by_grant[grant]


def _of_grants(rows: Iterable[DeclaredValue]) -> dict[str, DeclaredValue]:
    """The latest percentage that a grant said of each indicator: it counts where the programme says none."""
    return {row.indicator: row for row in rows if row.grant_id is not None and row.denominator is not None}
