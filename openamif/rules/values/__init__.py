"""Whether a value that somebody says of an indicator can be true: a count, a part of a whole, or a slip of the hand.

What cannot be is refused; what contradicts another figure, or is far from all that is known, is asked about and kept.
``docs/rules/values.md`` has each rule with a worked example.
"""

from datetime import date

from openamif.rules.finding import Finding, Severity
from openamif.rules.values import numbers, parts
from openamif.rules.values.facts import Said
from openamif.rules.values.parts import wholes_of
from openamif.rules.values.table import RULES

__all__ = ["RULES", "Said", "check", "doubts", "errors", "key_of", "wholes_of"]


def check(said: Said, *, on: date) -> tuple[Finding, ...]:
    """Everything the rules find in a value about to be said; ``on``: the day whose limits hold."""
    return (
        *numbers.counted_in_wholes(said),
        *numbers.of_how_many(said),
        *parts.against_others(said),
        *numbers.by_age_and_sex(said),
        *numbers.probable(said, on=on),
    )


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What cannot be: it is refused."""
    return tuple(each for each in findings if not each.holds and each.severity is Severity.ERROR)


def doubts(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is asked about: whoever says it confirms that it is so all the same."""
    return tuple(each for each in findings if not each.holds and each.severity is Severity.WARNING)


def key_of(doubt: Finding) -> str:
    """What is confirmed, as one word: this doubt, about this number."""
    other = doubt.expected.get("indicator", "")
    return f"{doubt.rule}:{doubt.variant}:{other}:{doubt.found['value']}:{doubt.expected['value']}"
