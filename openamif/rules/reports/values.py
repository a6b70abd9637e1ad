"""What a report counts: its plan (P-03), evidence (P-05), gaps (P-06), the report before (P-10), wholes (P-13).

The plan is the target spread evenly over the days of the grant; what is counted in wholes is expected in wholes.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import ceil, floor

from openamif.law import figure
from openamif.rules.finding import Finding, Severity
from openamif.rules.reports.facts import Report, Value
from openamif.rules.reports.table import WARNING, says


def planned(target: Decimal, *, starts_on: date, ends_on: date, until: date) -> Decimal:
    """How much of a target the plan expects by the end of a day, exact; all of it from the last day on."""
    days = (ends_on - starts_on).days + 1
    gone = min(max((until - starts_on).days + 1, 0), days)
    return target * gone / days


def deviations(report: Report, *, on: date) -> tuple[Finding, ...]:
    """P-03: what is far under its plan is explained; a word is asked on what is far above it."""
    return tuple(
        _against_plan(report, value, value.target, on) for value in report.values if value.target and not value.is_share
    )


def _against_plan(report: Report, value: Value, target: Decimal, on: date) -> Finding:
    exact = planned(target, starts_on=report.grant_starts_on, ends_on=report.grant_ends_on, until=report.ends_on)
    plan = ceil(exact) if value.value > exact else floor(exact)
    rate = value.value * 100 / plan if plan else Decimal(100)
    lowest = figure("report_checks.lowest_rate", on=on, period=report.period).number
    highest = figure("report_checks.highest_rate", on=on, period=report.period).number
    is_above = rate > highest
    limit = highest if is_above else lowest
    return says(
        "P-03",
        value.is_explained or lowest <= rate <= highest,
        f"texts.deviation.{value.indicator}",
        period=report.period,
        variant="above" if is_above else "under",
        severity=WARNING if is_above else None,
        found={"indicator": value.indicator, "value": whole(value.value), "rate": rate},
        expected={"value": plan, "rate": limit},
    )


def owing_explanation(report: Report, *, on: date) -> frozenset[str]:
    """The indicators whose deviation is to be explained, whether a word is there or not."""
    bare = replace(report, values=tuple(replace(each, is_explained=False) for each in report.values))
    owed = (each for each in deviations(bare, on=on) if not each.holds)
    return frozenset(str(each.found["indicator"]) for each in owed if each.severity is Severity.ERROR)


def evidence(report: Report) -> tuple[Finding, ...]:
    """P-05: a value that comes from no register comes with something that shows it."""
    attached = report.attachments.get("evidence", 0)
    return tuple(
        says(
            "P-05",
            attached > 0,
            "attachments",
            period=report.period,
            variant="declared",
            found={"indicator": value.indicator, "value": whole(value.value)},
        )
        for value in report.values
        if value.is_declared and value.value
    )


def gaps(report: Report) -> tuple[Finding, ...]:
    """P-06: participants of whom something is not known; they count, but not wherever that is asked."""
    return tuple(
        says("P-06", False, "register", period=report.period, variant=name, found={"number": number})
        for name, number in report.gaps.items()
        if number
    )


def never_less(report: Report) -> tuple[Finding, ...]:
    """P-10: a total that is lower than in the report before shows that the register was corrected."""
    return tuple(
        says(
            "P-10",
            value.value >= value.before,
            f"values.{value.indicator}",
            period=report.period,
            variant="less",
            found={"indicator": value.indicator, "value": whole(value.value)},
            expected={"value": whole(value.before)},
        )
        for value in report.values
        if value.before is not None and not value.is_share
    )


def within_wholes(report: Report) -> tuple[Finding, ...]:
    """P-13: a part is no more than its whole; a whole that the report does not tell is not judged."""
    told = {value.indicator: value.value for value in report.values}
    return tuple(
        says(
            "P-13",
            value.value <= told[code],
            f"values.{value.indicator}",
            period=report.period,
            variant="part",
            found={"indicator": value.indicator, "value": whole(value.value)},
            expected={"indicator": code, "value": whole(told[code])},
        )
        for value in report.values
        for code in value.wholes
        if code in told
    )


def whole(value: Decimal) -> Decimal | int:
    """A count as a count."""
    return int(value) if value == value.to_integral_value() else value
