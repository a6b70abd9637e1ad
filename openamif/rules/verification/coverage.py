"""The share of grants under implementation that had an operational check on the spot in the financial year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from openamif.law import figure
from openamif.law.errors import BeforeFirstValue
from openamif.rules.finding import Finding, Severity

RULE = "V-01"
MINIMUM: Mapping[str, str] = {"2014-2020": "controls.operational_on_the_spot"}
"""2021-2027 asks for no share: its verifications are based on risk."""
SOURCES: Mapping[str, str] = {
    "2014-2020": "Implementing Regulation (EU) 2015/840",
    "2021-2027": "Regulation (EU) 2021/1060, Article 74",
}


@dataclass(frozen=True, slots=True)
class Year:
    """A financial year (2014-2020) or accounting year (2021-2027), named after the year in which it ends."""

    first: date
    last: date

    @property
    def number(self) -> int:
        """2020 for the year from 16 October 2019 to 15 October 2020."""
        return self.last.year


@dataclass(frozen=True, slots=True)
class Checkable:
    """A grant as the rule wants to know it. ``ends_on``: when its activities ended, else when they are to end.

    ``checked_on``: the days of its operational checks that were carried out.
    """

    key: int
    signed_on: date | None
    starts_on: date
    ends_on: date
    checked_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of a year up to a day: the keys of the grants checked and not checked, and how many should be at the year's end.

    ``minimum``: in percent; it and ``required`` are None where the law asks for no share.
    """

    year: Year
    until: date
    checked: tuple[int, ...]
    unchecked: tuple[int, ...]
    minimum: Decimal | None
    required: int | None

    @property
    def count(self) -> int:
        """How many grants were under implementation."""
        return len(self.checked) + len(self.unchecked)

    @property
    def rate(self) -> Decimal | None:
        """The share checked, in percent, not rounded; None without any grant."""
        return Decimal(len(self.checked)) * 100 / self.count if self.count else None

    @property
    def missing(self) -> int:
        """How many more have to be checked."""
        return max((self.required or 0) - len(self.checked), 0)

    @property
    def is_over(self) -> bool:
        """Whether the year is over, so that nothing can be caught up in it."""
        return self.until == self.year.last


def year_of(period: str, *, on: date) -> Year:
    """The year of the accounts in which a day lies."""
    month = int(figure("controls.year_starts_month", on=on, period=period).number)
    day = int(figure("controls.year_starts_day", on=on, period=period).number)
    first = date(on.year, month, day)
    first = first if first <= on else first.replace(year=on.year - 1)
    return Year(first, first.replace(year=first.year + 1) - timedelta(days=1))


def is_under_implementation(grant: Checkable, *, first: date, last: date) -> bool:
    """Signed, and with activities on one of these days at least."""
    return grant.signed_on is not None and max(grant.signed_on, grant.starts_on) <= last and grant.ends_on >= first


def minimum_rate(period: str, *, on: date) -> Decimal | None:
    """The smallest share that the law of that day asks for, in percent; None where it asks for none."""
    if period not in MINIMUM:
        return None
    try:
        return figure(MINIMUM[period], on=on, period=period).number
    except BeforeFirstValue:
        return None


def required_of(count: int, minimum: Decimal | None) -> int | None:
    """How many of so many grants that share is, rounded up: of 6 grants 20 % are 2."""
    return None if minimum is None else int((minimum * count / 100).to_integral_value(ROUND_CEILING))


def measured(grants: Iterable[Checkable], *, period: str, on: date) -> Coverage:
    """The coverage of the year in which the day lies, with what is known up to that day."""
    year = year_of(period, on=on)
    checked: list[int] = []
    unchecked: list[int] = []
    for grant in grants:
        if is_under_implementation(grant, first=year.first, last=on):
            was_checked = any(year.first <= day <= on for day in grant.checked_on)
            (checked if was_checked else unchecked).append(grant.key)
    minimum = minimum_rate(period, on=year.last)
    required = required_of(len(checked) + len(unchecked), minimum)
    return Coverage(year, on, tuple(checked), tuple(unchecked), minimum, required)


def coverage_finding(coverage: Coverage, *, period: str) -> Finding:
    """V-01: enough of the grants were checked. While the year runs, what is missing is information, then a warning."""
    measurable = "missed" if coverage.is_over else "so_far"
    variant = "risk_based" if coverage.required is None else measurable
    return Finding(
        rule=RULE,
        severity=Severity.WARNING if variant == "missed" else Severity.INFO,
        holds=coverage.missing == 0,
        place="",
        source=SOURCES[period],
        variant=variant,
        found={"checked": len(coverage.checked), "count": coverage.count, "missing": coverage.missing},
        expected={
            "required": coverage.required or 0,
            "minimum_rate": coverage.minimum or Decimal(0),
            "last_day": coverage.year.last,
        },
    )
