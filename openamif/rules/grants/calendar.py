"""When a beneficiary reports: derived from the dates of the grant and what its agreement says (G-12)."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import FIRST, says

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Report:
    """A report on the days from ``starts_on`` to ``ends_on``, owed by ``due_on``; numbered from 1."""

    number: int
    starts_on: date
    ends_on: date
    due_on: date


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def reports(starts_on: date, ends_on: date, *, months: int, days: int, after: int = 0) -> tuple[Report, ...]:
    """One report every so many months from the start, the last at the end; each owed so many days after its period.

    ``after``: the number before that of the first.
    """
    made: list[Report] = []
    begins = starts_on
    while begins <= ends_on and months > 0:
        place = len(made) + 1
        following = months_later(starts_on, place * months)
        ends = min(following - A_DAY, ends_on)
        made.append(Report(after + place, begins, ends, ends + timedelta(days=days)))
        begins = following
    return tuple(made)


def owed(starts_on: date, ends_on: date, *, months: int, days: int, kept: Sequence[Report] = ()) -> tuple[Report, ...]:
    """What is owed besides ``kept``: the reports up to the last that was sent, in order, whose days stay.

    The calendar goes on after them as it leads through their last days; from where it does not, it begins again on
    the day after, with the numbers going on. So no day moves unless the grant's days or rhythm do.
    """
    calendar = reports(starts_on, ends_on, months=months, days=days)
    if not kept:
        return calendar
    earlier = _before(kept[0], calendar)
    for each in kept:
        if (each.number, each.ends_on) not in {(same.number, same.ends_on) for same in calendar}:
            calendar = reports(each.ends_on + A_DAY, ends_on, months=months, days=days, after=each.number)
    return (*earlier, *(each for each in calendar if each.number > kept[-1].number))


def _before(first: Report, calendar: Sequence[Report]) -> tuple[Report, ...]:
    """Those before the first that is kept, as long as the calendar leads to it."""
    leads = (first.number, first.starts_on) in {(each.number, each.starts_on) for each in calendar}
    return tuple(each for each in calendar if leads and each.number < first.number)


def frequency(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-12: the data on indicators are reported once a year at least; 2021-2027 leaves it to the agreement."""
    if frame.period != FIRST:
        return ()
    most = int(figure("grants.report_months", on=on, period=FIRST).number)
    holds = 0 < grant.report_months <= most
    found, expected = {"months": grant.report_months}, {"months": most}
    return (says("G-12", holds, "report_months", period=FIRST, variant="months", found=found, expected=expected),)
