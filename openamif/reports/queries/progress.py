"""How far a grant has come on what it aims at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Sum

from openamif.grants.models import Grant
from openamif.reports.models import DeclaredValue, Tally


@dataclass(frozen=True, slots=True)
class Reached:
    """What an indicator stands at today; ``is_declared``: said without a register; ``by_sex``: of whom it is counted.

    Source of the breakdown: CPR, Annex XVII, fields 50 and 55.
    """

    number: Decimal
    is_declared: bool = False
    by_sex: Mapping[str, int] = field(default_factory=dict)


def progress_of(grant: Grant) -> dict[str, Reached]:
    """By indicator: what is counted, else what was declared last; two queries."""
    declared = DeclaredValue.objects.filter(grant=grant).order_by("as_of", "pk")
    reached = {each.indicator: Reached(each.value, is_declared=True) for each in declared}
    tallies = Tally.objects.filter(programme=grant.programme_id, grant=grant)
    counted: dict[str, dict[str, int]] = {}
    for indicator, sex, number in tallies.order_by().values_list("indicator", "sex").annotate(Sum("number")):
        counted.setdefault(indicator, {})[sex] = number
    return reached | {
        indicator: Reached(Decimal(sum(by_sex.values())), by_sex=by_sex) for indicator, by_sex in counted.items()
    }
