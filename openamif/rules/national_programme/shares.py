"""The ceiling of technical assistance and the minimum shares of asylum and integration (X-09, X-10)."""

from datetime import date
from decimal import Decimal

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.national_programme import plan as of
from openamif.rules.national_programme.facts import Programme
from openamif.rules.national_programme.table import ERROR, PERIOD, WARNING, says

_MINIMUM = (("SO1", "shares.asylum_minimum"), ("SO2", "shares.integration_minimum"))


def technical_assistance_cap(base: Decimal, *, on: date) -> Decimal:
    """EUR: the fixed amount and the share of ``base``, the total amount allocated."""
    fixed = figure("technical_assistance.fixed_amount", on=on, period=PERIOD).number
    rate = figure("technical_assistance.rate", on=on, period=PERIOD).number
    return (fixed + base * rate / 100).quantize(Decimal("0.01"))


def technical_assistance_is_lawful(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """X-09: technical assistance against its ceiling on three readings of "total amount allocated".

    Narrow: national objectives and technical assistance; middle: specific actions too; wide: the whole programme with
    its special cases. Over the wide one it is an error; over the narrow or middle one only, a warning.
    """
    plan = programme.financial_plan
    asked = of.technical_assistance(plan)
    narrow = of.basic_total(programme)
    middle = narrow + of.specific_total(plan)
    bases = {"narrow": narrow, "middle": middle, "wide": middle + (plan.get("SPECIAL") or Decimal(0))}
    caps = {f"cap_{name}": technical_assistance_cap(base, on=on) for name, base in bases.items()}
    over = [name for name, cap in caps.items() if asked > cap]
    variant = "under" if not over else "over" if "cap_wide" in over else "depends_on_base"
    found = {"amount": asked, **{f"base_{name}": base for name, base in bases.items()}}
    if over:
        found["excess"] = asked - caps[over[0] if variant == "depends_on_base" else "cap_wide"]
    severity = WARNING if variant == "depends_on_base" else ERROR
    return (
        says(
            "X-09", not over, "financial_plan.TA", variant=variant, severity=severity, found=found, expected=dict(caps)
        ),
    )


def minimum_shares(programme: Programme, reference: Decimal | None, *, on: date) -> tuple[Finding, ...]:
    """X-10: asylum and integration each take their minimum share of the basic allocation, or the plan says why not.

    Without a reference the base is what the programme itself allocates to national objectives and assistance.
    """
    base = reference or of.basic_total(programme)
    return tuple(_share(programme, objective, key, base, on) for objective, key in _MINIMUM)


def _share(programme: Programme, objective: str, key: str, base: Decimal, on: date) -> Finding:
    minimum = figure(key, on=on, period=PERIOD)
    amount = of.national(programme.financial_plan, objective)
    rate = amount * 100 / base if base else Decimal(0)
    met = rate >= minimum.number
    justified = any(paragraph.strip() for paragraph in programme.share_deviation)
    return says(
        "X-10",
        met or justified,
        f"financial_plan.{objective}.NO",
        variant="met" if met else "justified" if justified else "below",
        source=minimum.source,
        found={"amount": amount, "base": base, "rate": rate, "objective": objective},
        expected={"rate": minimum.number, "amount": (base * minimum.number / 100).quantize(Decimal("0.01"))},
    )
