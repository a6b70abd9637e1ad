"""The total, the minimum shares of asylum and of integration, technical assistance (P-01 to P-03)."""

from datetime import date
from decimal import Decimal

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.programme_2021.facts import Programme
from openamif.rules.programme_2021.table import PERIOD, says

OBJECTIVES = ("SO1", "SO2", "SO3", "SO4")
_MINIMUM = (("SO1", "shares.asylum_minimum"), ("SO2", "shares.integration_minimum"))
_CENT = Decimal(1) / 100


def total(programme: Programme) -> Finding:
    """P-01: the objectives and technical assistance come to the total."""
    added = sum((programme.amount(line) for line in (*OBJECTIVES, "TA")), Decimal(0))
    found, expected = {"total": programme.amount("TOTAL")}, {"total": added}
    holds = programme.amount("TOTAL") == added
    return says("P-01", holds, "financial_plan.TOTAL", variant="total", found=found, expected=expected)


def minimum_shares(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """P-02: asylum and integration each have their smallest share of the resources allocated."""
    return tuple(_share(programme, objective, key, on) for objective, key in _MINIMUM)


def _share(programme: Programme, objective: str, key: str, on: date) -> Finding:
    least = figure(key, on=on, period=PERIOD).number
    base, amount = programme.amount("TOTAL"), programme.amount(objective)
    rate = amount * 100 / base if base else Decimal(0)
    return says(
        "P-02",
        rate >= least,
        f"financial_plan.{objective}",
        variant="below_share",
        found={"amount": amount, "base": base, "rate": rate, "objective": objective},
        expected={"rate": least, "amount": (base * least / 100).quantize(_CENT)},
    )


def technical_assistance(programme: Programme, *, on: date) -> Finding:
    """P-03: assistance is no more than its flat rate on what the objectives have."""
    rate = figure("technical_assistance.flat_rate", on=on, period=PERIOD).number
    base = sum((programme.amount(line) for line in OBJECTIVES), Decimal(0))
    most = (base * rate / 100).quantize(_CENT)
    found, expected = {"amount": programme.amount("TA"), "base": base}, {"amount": most, "rate": rate}
    holds = programme.amount("TA") <= most
    return says("P-03", holds, "financial_plan.TA", variant="above_rate", found=found, expected=expected)
