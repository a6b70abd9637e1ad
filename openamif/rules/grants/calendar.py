"""When a beneficiary reports: derived from the dates of the grant and what its agreement says (G-12)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import FIRST, says


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


def reports(starts_on: date, ends_on: date, *, months: int, days: int) -> tuple[Report, ...]:
    """One report every so many months from the start, the last at the end; each owed so many days after its period."""
    made: list[Report] = []
    begins = starts_on
    while begins <= ends_on and months > 0:
        number = len(made) + 1
        following = months_later(starts_on, number * months)
        ends = min(following - timedelta(days=1), ends_on)
        made.append(Report(number, begins, ends, ends + timedelta(days=days)))
        begins = following
    return tuple(made)


def frequency(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-12: the data on indicators are reported once a year at least; 2021-2027 leaves it to the agreement."""
    if frame.period != FIRST:
        return ()
    most = int(figure("grants.report_months", on=on, period=FIRST).number)
    holds = 0 < grant.report_months <= most
    found, expected = {"months": grant.report_months}, {"months": most}
    return (says("G-12", holds, "report_months", period=FIRST, variant="months", found=found, expected=expected),)
