"""How much of what a programme reports can be checked: counted from registers, or only declared."""

from dataclasses import dataclass
from decimal import Decimal

from openamif.programmes.models import Programme
from openamif.reports.models import Tally
from openamif.reports.queries.declared import declared_values
from openamif.reports.queries.values import Values
from openamif.reports.states import AgeGroup, SexGroup


@dataclass(frozen=True, slots=True)
class Origins:
    """Values of a programme, each of a grant and an indicator: counted from a register, or declared without one."""

    counted: int
    declared: int

    @property
    def counted_rate(self) -> Decimal:
        """Percent of all that can be checked; a hundred where there is nothing."""
        every = self.counted + self.declared
        return (Decimal(self.counted) * 100 / every).quantize(Decimal("0.00")) if every else Decimal(100)


def origins_of(programme: Programme) -> Origins:
    """Two queries. A value declared beside a register does not count, and is left out."""
    counted = Tally.objects.filter(programme=programme, grant__isnull=False).order_by()
    pairs = set(counted.values_list("grant", "indicator").distinct())
    said = {key for key in declared_values(programme) if key[0] is not None}
    return Origins(len(pairs), len(said - pairs))


def unknown_rates(values: Values, indicator: str) -> tuple[Decimal, Decimal]:
    """Percent of the persons of an indicator whose age, and whose sex, is not known."""
    cells = values[indicator].breakdown
    every = sum(sum(by_sex.values()) for by_sex in cells.values())
    if not every:
        return Decimal(0), Decimal(0)
    ages = sum(cells.get(AgeGroup.UNKNOWN, {}).values())
    sexes = sum(by_sex.get(SexGroup.UNKNOWN, 0) for by_sex in cells.values())
    return tuple((Decimal(each) * 100 / every).quantize(Decimal("0.00")) for each in (ages, sexes))  # type: ignore[return-value]
