"""What is written down lies within its grant (R-01, R-02, R-03, R-11, R-12, R-13)."""

from datetime import date

from openamif.rules.finding import Finding
from openamif.rules.register.facts import Activity, Grant, Output
from openamif.rules.register.table import says


def signed(grant: Grant) -> tuple[Finding, ...]:
    """R-01: a register is kept only of a grant that is signed."""
    return says("R-01", grant.is_signed, "grant", period=grant.period, variant="not_signed")


def span(day: date, grant: Grant, *, is_open: bool) -> tuple[Finding, ...]:
    """R-02: between the first and the last day of the grant; answers and outcomes (``is_open``) may come later."""
    found = {"day": day}
    early, late = day < grant.starts_on, not is_open and day > grant.ends_on
    place, period = "happened_on", grant.period
    return (
        *says(
            "R-02", not early, place, period=period, variant="too_early", found=found, expected={"day": grant.starts_on}
        ),
        *says("R-02", not late, place, period=period, variant="too_late", found=found, expected={"day": grant.ends_on}),
    )


def future(day: date, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """R-03: what is still to come has not happened."""
    return says("R-03", day <= on, "happened_on", period=grant.period, variant="to_come", found={"day": day})


def activity(planned: Activity, grant: Grant) -> tuple[Finding, ...]:
    """R-11, R-12: an activity has its own reference, ends after it starts, and lies within the grant."""
    period, starts_on, ends_on = grant.period, planned.starts_on, planned.ends_on or planned.starts_on
    in_order = starts_on <= ends_on
    found = {"starts_day": starts_on, "ends_day": ends_on}
    limits = {"starts_day": grant.starts_on, "ends_day": grant.ends_on}
    within = not in_order or (grant.starts_on <= starts_on and ends_on <= grant.ends_on)
    return (
        *says("R-11", not planned.is_taken, "reference", period=period, variant="activity"),
        *says("R-12", in_order, "ends_on", period=period, variant="order", found=found),
        *says("R-12", within, "starts_on", period=period, variant="outside", found=found, expected=limits),
    )


def attended(planned: Activity, grant: Grant) -> tuple[Finding, ...]:
    """R-12: an activity lasts over the days on which somebody took part in it."""
    first, last, period = planned.first_on, planned.last_on, grant.period
    if first is None or last is None:
        return ()
    early, late = first < planned.starts_on, planned.ends_on is not None and planned.ends_on < last
    found, place = {"starts_day": first, "ends_day": last}, "starts_on" if early else "ends_on"
    return says("R-12", not early and not late, place, period=period, variant="attended", found=found)


def quantity(output: Output, grant: Grant) -> tuple[Finding, ...]:
    """R-13: what is delivered is one at least; what was not delivered is no line of its own."""
    found, period = {"count": output.quantity}, grant.period
    return (
        *says("R-13", output.quantity >= 0, "quantity", period=period, variant="negative", found=found),
        *says("R-13", output.quantity != 0, "quantity", period=period, variant="nothing", found=found),
    )
