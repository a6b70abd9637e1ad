"""How many things count: quantities added up, or names of which each is one thing; grants as projects; percentages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openamif.rules.indicators.rule import ADDED, CountingRule


@dataclass(frozen=True, slots=True)
class Thing:
    """A live row of what a grant delivered. ``key``: its number in the register; ``grant``: which one."""

    key: int
    grant: int
    kind: str
    name: str
    day: date
    quantity: int


@dataclass(frozen=True, slots=True)
class Project:
    """A grant as a project: when it starts (None: not signed), what its beneficiary is, what it is for."""

    grant: int
    starts_on: date | None
    beneficiary: str
    intervention_field: str = ""


def plain_name(name: str) -> str:
    """A name without what makes no difference: capitals, and how many spaces."""
    return " ".join(name.casefold().split())


def number_of_things(rule: CountingRule, things: Iterable[Thing]) -> int:
    """Added up; or by name: the same name within a grant (or within all, where ``distinct`` says so) is one thing,

    as many of it as were said at most.
    """
    counted = [each for each in things if each.kind in rule.outputs]
    if rule.how == ADDED:
        return sum(each.quantity for each in counted)
    most: dict[tuple[int, str, str], int] = {}
    for each in counted:
        grant = each.grant if rule.distinct == "grant" else 0
        key = (grant, each.kind, plain_name(each.name))
        most[key] = max(most.get(key, 0), each.quantity)
    return sum(most.values())


def denominator_of(rule: CountingRule, things: Iterable[Thing]) -> int | None:
    """The latest quantity said of what a percentage is of; None where nobody said one.

    Several grants may say the same total: the latest of all counts, and they are not added up.
    """
    said = [(each.day, each.key, each.quantity) for each in things if each.kind in rule.outputs]
    return max(said)[-1] if said else None


def is_project(rule: CountingRule, project: Project, *, until: date) -> bool:
    """Whether the grant has started by that day, and its beneficiary and field are among those of the rule."""
    return (
        project.starts_on is not None
        and project.starts_on <= until
        and project.beneficiary in rule.beneficiaries
        and (not rule.intervention_fields or project.intervention_field in rule.intervention_fields)
    )


def percentage(numerator: Decimal, denominator: Decimal | None) -> Decimal:
    """Of a hundred, with two decimals; nought where there is no denominator."""
    if not denominator:
        return Decimal("0.00")
    return (numerator * 100 / denominator).quantize(Decimal("0.00"))
