"""How far a grant has come on what it aims at."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from openamif.grants.models import Grant
from openamif.reports.models import DeclaredValue, Tally


@dataclass(frozen=True, slots=True)
class Reached:
    """What an indicator stands at today; ``is_declared``: said without a register."""

    number: Decimal
    is_declared: bool = False


def progress_of(grant: Grant) -> dict[str, Reached]:
    """By indicator: what is counted, else what was declared last; two queries."""
    declared = DeclaredValue.objects.filter(grant=grant).order_by("as_of", "pk")
    reached = {each.indicator: Reached(each.value, is_declared=True) for each in declared}
    tallies = Tally.objects.filter(programme=grant.programme_id, grant=grant)
    counted = tallies.order_by().values_list("indicator").annotate(Sum("number"))
    return reached | {indicator: Reached(Decimal(number)) for indicator, number in counted}
