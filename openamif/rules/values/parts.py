"""A part and its whole: what counts for one indicator counts for another too, so that it cannot be more (N-03).

Parts need not add up to their whole: a person may be in several of them, or in none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from openamif.rules.finding import Finding
from openamif.rules.indicators import CountingRule
from openamif.rules.values.facts import Said
from openamif.rules.values.numbers import place_of, plain
from openamif.rules.values.table import INFO, says

NOTHING = Decimal(0)


def is_part(part: CountingRule, whole: CountingRule) -> bool:
    """Whether whatever counts for the one counts for the other: as its part in the law, or by their counting rules.

    A family is no part of persons. Who counts for a result only if she took part in something (``alongside``) counts
    for the indicator of those who took part.
    """
    if part.indicator == whole.indicator or (part.counts, part.unit) != (whole.counts, whole.unit):
        return False
    if part.parent == whole.indicator or whole.takes_in(part):
        return True
    return bool(part.alongside) and whole.takes_in(replace(part, kinds=part.alongside, alongside=frozenset()))


def wholes_of(rules: Iterable[CountingRule]) -> dict[str, tuple[str, ...]]:
    """Of each indicator, those that it is a part of, in the order of the law."""
    every = tuple(rules)
    return {part.indicator: tuple(each.indicator for each in every if is_part(part, each)) for part in every}


def against_others(said: Said) -> Iterator[Finding]:
    """N-03: against the wholes that it is a part of, and against its own parts; in the order of the law."""
    rule = said.rule
    if rule is None or said.whole is not None:
        return
    for other in said.rules:
        known = said.beside.get(other.indicator, NOTHING)
        if is_part(rule, other):
            yield _found(said, other, known, "part" if known else "silent", holds=said.number <= known)
        elif known and is_part(other, rule):
            yield _found(said, other, known, "whole", holds=known <= said.number)


def _found(said: Said, other: CountingRule, known: Decimal, variant: str, *, holds: bool) -> Finding:
    return says(
        "N-03",
        holds,
        place_of(said),
        period=said.period,
        variant=variant,
        severity=INFO if variant == "silent" else None,
        found={"indicator": said.indicator, "value": plain(said.number)},
        expected={"indicator": other.indicator, "value": plain(known)},
    )
