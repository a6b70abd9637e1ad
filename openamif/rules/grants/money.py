"""The Union's share, the reason for a higher one, and the budget (G-07, G-08, G-09)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from openamif.law import BeforeFirstValue, Figure, LawError, code, figure
from openamif.rules.finding import Finding
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import FIRST, says

GROUNDS: Mapping[str, Mapping[str, str]] = {
    "2014-2020": {
        "standard": "cofinancing.standard_rate",
        "specific_action": "cofinancing.higher_rate",
        "strategic_priority": "cofinancing.higher_rate",
        "exceptional": "cofinancing.higher_rate",
        "technical_assistance": "cofinancing.technical_assistance_rate",
    },
    "2021-2027": {
        "standard": "cofinancing.standard_rate",
        "specific_action": "cofinancing.specific_actions_rate",
        "annex_iv": "cofinancing.annex_iv_rate",
        "operating_support": "cofinancing.operating_support_rate",
        "emergency_assistance": "cofinancing.emergency_assistance_rate",
        "technical_assistance": "cofinancing.technical_assistance_rate",
    },
}
"""Why the Union may pay up to the rate of this figure: Article 16 of 514/2014; Article 15(1) to (6) of 2021/1147."""
_EXPLAINED = ("strategic_priority", "exceptional")
_ROUNDING = Decimal(1) / 100


def share_of(union: Decimal, eligible: Decimal) -> Decimal | None:
    """Percent of the eligible expenditure that the Union pays; None where there is none."""
    return union * 100 / eligible if eligible else None


def rate_for(ground: str, *, period: str, on: date) -> Figure | None:
    """The highest share for that ground on the day of signature; None where the law knows none yet."""
    key = GROUNDS[period].get(ground)
    try:
        return figure(key, on=on, period=period) if key else None
    except BeforeFirstValue:
        return None


def union_share(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-07: the Union pays no more than the rate in force on the day of signature allows for the ground given."""
    limit = rate_for(grant.ground, period=frame.period, on=grant.signed_on or on)
    if limit is None:
        variant = "no_rate_yet" if grant.ground in GROUNDS[frame.period] else "unknown_ground"
        return (says("G-07", False, "ground", period=frame.period, variant=variant, found={"day": grant.signed_on}),)
    share = share_of(grant.union_amount, grant.eligible_amount)
    if share is None:
        return (says("G-07", not grant.union_amount, "eligible_amount", period=frame.period, variant="no_cost"),)
    most = (grant.eligible_amount * limit.number / 100).quantize(_ROUNDING)
    within = grant.union_amount <= most
    return (
        says(
            "G-07",
            within,
            "union_amount",
            period=frame.period,
            variant="share",
            source=limit.source,
            found={"amount": grant.union_amount, "eligible": grant.eligible_amount, "rate": share},
            expected={"rate": limit.number, "amount": most},
        ),
        *_ground_fits(grant, frame),
    )


def _ground_fits(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """Assistance is paid as assistance, a specific action as one: each ground has its place in the programme."""
    is_assistance = grant.objective == "TA"
    if is_assistance != (grant.ground == "technical_assistance"):
        return (says("G-07", False, "ground", period=frame.period, variant="assistance"),)
    if frame.period == FIRST and grant.ground == "specific_action" and ".SA" not in grant.objective:
        found = {"objective": grant.objective}
        return (says("G-07", False, "ground", period=frame.period, variant="no_specific_action", found=found),)
    return ()


def justification(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-08: a share above the standard one is explained, unless the ground explains itself; within its length.

    The ground of Annex IV is explained by the one of its actions that it is.
    """
    standard = rate_for("standard", period=frame.period, on=grant.signed_on or on)
    share = share_of(grant.union_amount, grant.eligible_amount)
    needed = bool(standard and share and share > standard.number and grant.ground in _EXPLAINED)
    given = bool(grant.justification.strip())
    found = {"rate": share or Decimal(0)}
    expected = {"rate": standard.number if standard else Decimal(0)}
    place = "justification"
    owed = says("G-08", given or not needed, place, period=frame.period, variant="owed", found=found, expected=expected)
    if frame.period != FIRST:
        return (owed, *_annex_iv(grant, frame, on))
    longest = int(figure("grants.justification_characters", on=on, period=FIRST).number)
    if len(grant.justification) <= longest:
        return (owed,)
    sizes = {"found": {"characters": len(grant.justification)}, "expected": {"characters": longest}}
    return (owed, says("G-08", False, place, period=FIRST, variant="too_long", **sizes))  # type: ignore[arg-type]


def _annex_iv(grant: Grant, frame: Frame, on: date) -> tuple[Finding, ...]:
    """One of the four actions, in force on the day of signature, where the ground is theirs, and nowhere else."""
    action, place = grant.annex_iv_action, "annex_iv_action"
    if grant.ground != "annex_iv":
        return (says("G-08", False, place, period=frame.period, variant="other_ground"),) if action else ()
    try:
        known = code("higher_cofinancing", action, period=frame.period).valid(grant.signed_on or on)
    except LawError:
        known = False
    return (says("G-08", known, place, period=frame.period, variant="annex_iv"),)


def budget(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-09: the cost categories come to the total eligible cost, where a budget by category is given."""
    if not grant.budget:
        return ()
    total = sum(grant.budget.values(), Decimal(0))
    holds = total == grant.eligible_amount
    found, expected = {"total": total}, {"total": grant.eligible_amount}
    return (says("G-09", holds, "budget", period=frame.period, variant="sum", found=found, expected=expected),)
