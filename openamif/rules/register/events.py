"""An event fits its activity, its kind, and what happened to her before (R-05 to R-08, R-10)."""

from datetime import date

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.grants.calendar import months_later
from openamif.rules.register.facts import Event, Grant
from openamif.rules.register.table import WARNING, says

BESIDE = {
    "entry_test": "language_course",
    "exit_test": "language_course",
    "found_useful": "training",
    "uses_skills": "training",
}
"""The kind of activity that a test or an answer may name; other answers may name any."""


def tests(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """R-05: a test at exit does not come before the one at entry."""
    if event.kind not in ("entry_test", "exit_test") or not event.entered_on or not event.left_on:
        return ()
    found = {"entry_day": event.entered_on, "exit_day": event.left_on}
    holds = event.entered_on <= event.left_on
    return says("R-05", holds, "happened_on", period=grant.period, variant="order", found=found)


def skills(event: Event, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """R-06: whether she uses what she learnt is asked three months after the end of the training."""
    if event.kind != "uses_skills":
        return ()
    months = figure("register.skills_months", on=on, period=grant.period)
    ended, period, source = event.training_ended_on, grant.period, months.source
    if ended is None:
        return says("R-06", False, "kind", period=period, variant="no_training", source=source)
    first = months_later(ended, int(months.number))
    found, expected = {"day": event.day, "ended_day": ended}, {"day": first}
    late, place = event.day >= first, "happened_on"
    return says("R-06", late, place, period=period, variant="too_early", source=source, found=found, expected=expected)


def activity_kind(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """R-07: a participation is one in an activity of its kind; an outcome names none."""
    kind, period = event.activity_kind, grant.period
    if event.family == "outcome":
        return says("R-07", not kind, "activity", period=period, variant="outcome", found={"kind": event.kind})
    if event.family == "participation":
        wanted = event.kind
        missing = says("R-07", bool(kind), "activity", period=period, variant="missing", found={"kind": event.kind})
    else:
        wanted, missing = BESIDE.get(event.kind, kind), ()
    found, expected = {"kind": kind}, {"kind": wanted}
    holds = not kind or kind == wanted
    return (*missing, *says("R-07", holds, "kind", period=period, variant="other", found=found, expected=expected))


def activity_span(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """R-08: one takes part in an activity while it lasts; one that says no end may last."""
    if event.family != "participation" or event.activity_starts_on is None:
        return ()
    starts_on, ends_on = event.activity_starts_on, event.activity_ends_on
    holds = starts_on <= event.day and (ends_on is None or event.day <= ends_on)
    variant, expected = ("outside", {"ends_day": ends_on}) if ends_on else ("early", {})
    found, expected = {"day": event.day}, {"starts_day": starts_on, **expected}
    return says("R-08", holds, "happened_on", period=grant.period, variant=variant, found=found, expected=expected)


def value(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """R-10: a test gives a level, and says by which instrument, as nothing else does; an answer is yes or no."""
    period, valued = grant.period, event.family in ("test", "answer")
    no_value = valued and (event.value is None or not event.is_known_value)
    unasked = not valued and event.value is not None
    is_test, told = event.family == "test", bool(event.instrument)
    return (
        *says("R-10", not no_value, "value", period=period, variant=f"no_{event.family}"),
        *says("R-10", not unasked, "value", period=period, variant="unasked"),
        *says("R-10", told or not is_test, "instrument", period=period, variant="no_instrument", severity=WARNING),
        *says("R-10", is_test or not told, "instrument", period=period, variant="no_such_test"),
    )


def hours(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """R-10: hours are those of a participation, and not negative."""
    holds = event.hours is None or (event.family == "participation" and event.hours >= 0)
    return says("R-10", holds, "hours", period=grant.period, variant="hours")
