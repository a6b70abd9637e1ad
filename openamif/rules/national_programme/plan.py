"""Reading the tables of money: which rows belong to which objective, and their sums (an empty cell counts nothing)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from openamif.law import codes
from openamif.rules.national_programme.facts import Programme
from openamif.rules.national_programme.table import PERIOD

Plan = Mapping[str, Decimal | None]
SUMS = ("TA", "SPECIAL", "TOTAL")


def added(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum, with two decimals' worth of cents and None as nothing."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def specific_objectives(plan: Plan) -> tuple[str, ...]:
    """The specific objectives of the law, in order, that the plan speaks of."""
    heads = {key.partition(".")[0] for key in plan}
    return tuple(
        code.code
        for code in codes("objectives", period=PERIOD)
        if code.text("kind") == "specific_objective" and code.code in heads
    )


def rows(plan: Plan, objective: str, kind: str) -> tuple[str, ...]:
    """The keys of an objective's rows of that kind, ``NO`` or ``SA``, without their subtotal."""
    head = f"{objective}.{kind}"
    return tuple(key for key in plan if key.startswith(head) and key != head)


def national(plan: Plan, objective: str) -> Decimal:
    """What the national objectives of a specific objective come to."""
    return added(plan[key] for key in rows(plan, objective, "NO"))


def national_total(plan: Plan) -> Decimal:
    """What all national objectives come to."""
    return added(national(plan, objective) for objective in specific_objectives(plan))


def specific_total(plan: Plan) -> Decimal:
    """What all specific actions come to."""
    return added(plan[key] for objective in specific_objectives(plan) for key in rows(plan, objective, "SA"))


def technical_assistance(plan: Plan) -> Decimal:
    """Technical assistance, nothing where the cell is empty."""
    return plan.get("TA") or Decimal(0)


def basic_total(programme: Programme) -> Decimal:
    """National objectives and technical assistance: the total that rule 2.22.1 looks at."""
    return national_total(programme.financial_plan) + technical_assistance(programme.financial_plan)


def years() -> tuple[str, ...]:
    """The years of the programme, in order, from the pledging periods of the law."""
    return tuple(year for period in codes("pledging_periods", period=PERIOD) for year in period.texts("years"))
