"""Persons pledged and the lump sums that follow from them (X-07, X-13, I-08)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from openamif.law import UnknownKey, code, codes, figure
from openamif.rules.finding import Finding
from openamif.rules.national_programme import plan as of
from openamif.rules.national_programme.facts import Pledge, Programme
from openamif.rules.national_programme.table import PERIOD, failing_or, says


def lump_sum_key(pledge: Pledge) -> str:
    """The key of the lump sum of a pledge: that of its category of resettlement, else that of its kind."""
    try:
        return code("resettlement_categories", pledge.row, period=PERIOD).text("lump_sum")
    except UnknownKey:
        return code("special_cases", pledge.kind, period=PERIOD).text("lump_sum")


def lump_sum(pledge: Pledge, *, on: date) -> Decimal:
    """EUR per person of that pledge: as in force at the end of its last period, or later on the day asked."""
    periods = codes("pledging_periods", period=PERIOD)
    ends = [period.valid_until or on for period, persons in zip(periods, pledge.persons, strict=False) if persons]
    return figure(lump_sum_key(pledge), on=max([on, *ends]), period=PERIOD).number


def persons_of(pledges: Iterable[Pledge]) -> int:
    """Persons of those pledges over all periods, negative ones deducted."""
    return sum(persons or 0 for pledge in pledges for persons in pledge.persons)


def of_kind(programme: Programme, kind: str) -> tuple[Pledge, ...]:
    """The pledges of a kind, in the document's order."""
    return tuple(pledge for pledge in programme.pledges if pledge.kind == kind)


def spread(amount: Decimal, years: int) -> tuple[Decimal, ...]:
    """The amount over so many years in equal parts rounded to the euro; the last year takes the remainder."""
    share = (amount / years).quantize(Decimal(1), ROUND_HALF_UP)
    return (*(share for _ in range(years - 1)), amount - share * (years - 1))


def lump_sums_follow(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """X-07: a year's amount of Table 2 is persons pledged times the lump sum, spread evenly over the period's years."""
    return tuple(
        _kind_follows(programme, kind.code, on)
        for kind in codes("special_cases", period=PERIOD)
        if kind.code in programme.special_cases
    )


def _kind_follows(programme: Programme, kind: str, on: date) -> Finding:
    pledges, table = of_kind(programme, kind), programme.special_cases[kind]
    expected = _by_year(pledges, on)
    persons, total = persons_of(pledges), of.added(expected)
    place = f"special_cases.{kind}"
    for year, printed, right in zip(of.years(), table.by_year, expected, strict=False):
        if (printed or Decimal(0)) != right:
            found = {"amount": printed or Decimal(0), "year": year, "kind": kind}
            return says("X-07", False, place, variant="year", found=found, expected={"amount": right})
    sums = {lump_sum(pledge, on=on) for pledge in pledges if any(pledge.persons)}
    named: dict[str, object] = {"persons": persons, "total": total}
    if len(sums) == 1:
        named["lump_sum"] = next(iter(sums))
    variant = "one_lump_sum" if len(sums) == 1 else "lump_sums"
    return says("X-07", True, place, variant=variant, found={"total": total, "kind": kind}, expected=named)


def _by_year(pledges: tuple[Pledge, ...], on: date) -> tuple[Decimal, ...]:
    answer: list[Decimal] = []
    for number, period in enumerate(codes("pledging_periods", period=PERIOD)):
        filled = [(pledge.persons[number], pledge) for pledge in pledges if number < len(pledge.persons)]
        amount = of.added(count * lump_sum(pledge, on=on) for count, pledge in filled if count)
        answer.extend(spread(amount, len(period.texts("years"))))
    return tuple(answer)


def negative_pledges_are_covered(programme: Programme) -> tuple[Finding, ...]:
    """X-13: what a period takes back may not exceed what earlier periods pledged for the same row."""
    held = says("X-13", True, "special_cases", variant="covered", found={"persons": -taken_back(programme.pledges)})
    return failing_or(held, _uncovered(programme.pledges))


def _uncovered(pledges: tuple[Pledge, ...]) -> Iterator[Finding]:
    names = [period.code for period in codes("pledging_periods", period=PERIOD)]
    for pledge in pledges:
        pledged = 0
        for period, persons in zip(names, pledge.persons, strict=False):
            if pledged + (persons or 0) < 0:
                found = {"persons": persons, "period": period, "row": pledge.row}
                yield says("X-13", False, pledge.place, variant="uncovered", found=found, expected={"persons": pledged})
                break
            pledged += persons or 0


def taken_back(pledges: Iterable[Pledge]) -> int:
    """The persons of the negative pledges, as a negative number."""
    return sum(persons for pledge in pledges for persons in pledge.persons if persons is not None and persons < 0)


def pledges_add_up(programme: Programme) -> tuple[Finding, ...]:
    """I-08: the sums that the form prints below the categories of resettlement are the sums of the categories."""
    rows = of_kind(programme, "resettlement")
    union = tuple(row for row in rows if row.row != "other")
    right = {"resettlement_totals.union_priorities": union, "resettlement_totals.grand_total": rows}
    return tuple(
        _period_sums(place, printed, right.get(place, rows)) for place, printed in programme.pledge_totals.items()
    )


def _period_sums(place: str, printed: tuple[int | None, ...], rows: tuple[Pledge, ...]) -> Finding:
    names = [period.code for period in codes("pledging_periods", period=PERIOD)]
    for number, (period, total) in enumerate(zip(names, printed, strict=False)):
        right = sum(row.persons[number] or 0 for row in rows if number < len(row.persons))
        if (total or 0) != right:
            found = {"persons": total or 0, "period": period}
            return says("I-08", False, place, variant="period", found=found, expected={"persons": right})
    return says("I-08", True, place, variant="adds_up", found={"persons": sum(each or 0 for each in printed)})
