"""The number itself: whole (N-01), of how many (N-02), beside its ages and sexes (N-04), probable (N-05)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.indicators.rule import SHARE
from openamif.rules.values.facts import Said
from openamif.rules.values.table import WARNING, says

ALL_OF_IT = Decimal(100)


def plain(value: Decimal) -> Decimal | int:
    """A count as a count."""
    return int(value) if value == value.to_integral_value() else value


def place_of(said: Said) -> str:
    """Where it is said."""
    return f"values.{said.indicator}"


def is_share(said: Said) -> bool:
    """Whether it is a percentage, said as one or as a part of a whole."""
    return said.rule is not None and said.rule.counts == SHARE


def counted_in_wholes(said: Said) -> Iterator[Finding]:
    """N-01: persons, places, products, projects are counted in wholes; a percentage alone is not."""
    if said.rule is None or (is_share(said) and said.whole is None):
        return
    holds = said.number == said.number.to_integral_value()
    found = {"indicator": said.indicator, "value": plain(said.number)}
    expected = {"value": int(said.number)}
    yield says("N-01", holds, place_of(said), period=said.period, variant="fraction", found=found, expected=expected)


def of_how_many(said: Said) -> Iterator[Finding]:
    """N-02: a part is no more than its whole, a percentage no more than a hundred."""
    if is_share(said) and said.whole is None:
        yield _no_more(said, "percent", said.number, ALL_OF_IT)
    elif said.whole is not None:
        yield _no_more(said, "part", said.number, said.whole)
        numerator = said.rule.numerator if said.rule else ""
        if numerator in said.beside:
            yield _no_more(said, "whole", said.beside[numerator], said.whole, above=numerator)
    for rule in said.rules:
        if rule.numerator == said.indicator and said.totals.get(rule.indicator):
            yield _no_more(said, "numerator", said.number, said.totals[rule.indicator], of=rule.indicator)


def _no_more(said: Said, variant: str, part: Decimal, whole: Decimal, *, above: str = "", of: str = "") -> Finding:
    """Certain where both were said in one breath; else one of two is wrong, and it may be the other one."""
    return says(
        "N-02",
        part <= whole,
        place_of(said),
        period=said.period,
        variant=variant,
        severity=WARNING if above or of else None,
        found={"indicator": above or said.indicator, "value": plain(part)},
        expected={"indicator": of or said.indicator, "value": plain(whole)},
    )


def by_age_and_sex(said: Said) -> Iterator[Finding]:
    """N-04: the persons counted by age and sex are no more than the value; they stay as the register has them."""
    if said.groups:
        yield says(
            "N-04",
            said.groups <= said.number,
            place_of(said),
            period=said.period,
            variant="groups",
            found={"indicator": said.indicator, "value": plain(said.number)},
            expected={"value": said.groups},
        )


def probable(said: Said, *, on: date) -> Iterator[Finding]:
    """N-05: nothing is many times what was aimed at or reported, unless somebody says that it is."""
    if is_share(said):
        return
    times = figure("value_checks.far_times", on=on, period=said.period).number
    least = figure("value_checks.far_number", on=on, period=said.period).number
    for variant, known in (("target", said.target), ("reported", said.reported)):
        if known is None or (variant == "target" and not known):
            continue
        is_far = said.number > known * times and said.number - known >= least
        yield says(
            "N-05",
            not is_far,
            place_of(said),
            period=said.period,
            variant=variant,
            found={"indicator": said.indicator, "value": plain(said.number)},
            expected={"value": plain(known), "times": plain(times)},
        )
