"""Rules that each period founds on an article of its own, and how such a rule says what it found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openamif.rules.finding import Finding, Severity

FIRST, SECOND = "2014-2020", "2021-2027"


@dataclass(frozen=True, slots=True)
class Rule:
    """``sources``: the article, by period."""

    id: str
    severity: Severity
    sources: Mapping[str, str]


def rules_of(rows: Iterable[tuple[str, Severity, str, str]]) -> Mapping[str, Rule]:
    """From a table: id, severity, the article of 2014-2020, that of 2021-2027."""
    return {name: Rule(name, severity, {FIRST: first, SECOND: second}) for name, severity, first, second in rows}


def finding_of(
    rules: Mapping[str, Rule],
    rule: str,
    holds: bool,
    place: str,
    *,
    period: str,
    variant: str,
    severity: Severity | None = None,
    source: str = "",
    found: Mapping[str, object] | None = None,
    expected: Mapping[str, object] | None = None,
) -> Finding:
    """A finding of that rule; severity and source come from the rule unless said otherwise."""
    known = rules[rule]
    return Finding(
        rule=rule,
        severity=severity or known.severity,
        holds=holds,
        place=place,
        source=source or known.sources[period],
        variant=variant,
        found=dict(found or {}),
        expected=dict(expected or {}),
    )
