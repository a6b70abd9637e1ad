"""How far a grant has come on what it aims at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.reports.models import DeclaredValue, Tally
from openamif.reports.queries.tallies import tallies_of_grants
from openamif.reports.states import Origin
from openamif.rules.indicators.reading import every_rule
from openamif.rules.indicators.rule import SHARE


@dataclass(frozen=True, slots=True)
class Reached:
    """What an indicator stands at today; ``is_declared``: said without a register; ``by_sex``: of whom it is counted.

    ``is_part_counted``: of a percentage, whether the register counts its numerator, whoever declared of how many it is.
    Source of the breakdown: CPR, Annex XVII, fields 50 and 55.
    """

    number: Decimal
    is_declared: bool = False
    by_sex: Mapping[str, int] = field(default_factory=dict)
    is_part_counted: bool = False


def progress_of(grant: Grant) -> dict[str, Reached]:
    """By indicator: what is counted, else what was declared last; two queries, six where a percentage is aimed at."""
    declared = DeclaredValue.objects.filter(grant=grant).order_by("as_of", "pk")
    reached = {each.indicator: Reached(each.value, is_declared=True) for each in declared}
    tallies = Tally.objects.filter(programme=grant.programme_id, grant=grant)
    counted: dict[str, dict[str, int]] = {}
    for indicator, sex, number in tallies.order_by().values_list("indicator", "sex").annotate(Sum("number")):
        counted.setdefault(indicator, {})[sex] = number
    reached |= {
        indicator: Reached(Decimal(sum(by_sex.values())), by_sex=by_sex) for indicator, by_sex in counted.items()
    }
    return reached | _shares(grant)


def _shares(grant: Grant) -> dict[str, Reached]:
    """The percentages aimed at, whose tallies hold of how many they are one."""
    shares = {rule.indicator for rule in every_rule(grant.programme.period) if rule.counts == SHARE}
    if shares.isdisjoint(each.indicator for each in grant.targets.all()):
        return {}
    values = tallies_of_grants(grant.programme, [grant.pk], on=timezone.localdate())[grant.pk]
    found = (value for code, value in values.items() if code in shares and value.numerator)
    return {
        each.indicator: Reached(
            each.number, is_declared=each.origin == Origin.DECLARED, is_part_counted=not each.declared
        )
        for each in found
    }
