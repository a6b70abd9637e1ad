"""How long the data of a grant are kept: some years from the end of the year of the last payment to the beneficiary."""

from datetime import date, timedelta

from openamif.law import figure
from openamif.rules.by_period import FIRST, SECOND

_LAST_PAYMENT = {FIRST: "eligibility.paid_until", SECOND: "eligibility.until"}


def kept_until(period: str, *, paid_on: date | None, on: date) -> date:
    """The last day of the retention period, by the law of ``on``.

    Where the day of the last payment is not known, the last day on which the law lets anybody pay: never too early.
    """
    last = paid_on or figure(_LAST_PAYMENT[period], on=on, period=period).day
    ends = figure("retention.year_ends", on=on, period=period).day.replace(year=last.year)
    if last > ends:
        ends = ends.replace(year=ends.year + 1)
    return ends.replace(year=ends.year + int(figure("retention.years", on=on, period=period).number))


def erased_from(period: str, *, paid_on: date | None, on: date) -> date:
    """The first day on which the data may go."""
    return kept_until(period, paid_on=paid_on, on=on) + timedelta(days=1)
