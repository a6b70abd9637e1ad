"""The rules of a grant in their order, and how a rule says what it found."""

from collections.abc import Mapping
from dataclasses import dataclass

from openamif.rules.finding import Finding, Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
FIRST, SECOND = "2014-2020", "2021-2027"


@dataclass(frozen=True, slots=True)
class Rule:
    """``sources``: the article, by period."""

    id: str
    severity: Severity
    sources: Mapping[str, str]


_514 = "Regulation (EU) No 514/2014, Article "
_1042 = "Delegated Regulation (EU) No 1042/2014, Article "
_A1 = "Implementing Regulation (EU) 2015/377, Annex I"
_CPR = "Regulation (EU) 2021/1060, "
_AMIF = "Regulation (EU) 2021/1147, "

_TABLE = (
    ("G-01", ERROR, _A1, _CPR + "Annex XVII"),
    ("G-02", WARNING, _A1, _CPR + "Annex XVII"),
    ("G-03", ERROR, _1042 + "7", _CPR + "Article 73"),
    ("G-04", ERROR, _514 + "14", _CPR + "Article 73"),
    ("G-05", ERROR, _514 + "17", _CPR + "Article 63"),
    ("G-06", WARNING, _1042 + "10", _CPR + "Article 73"),
    ("G-07", ERROR, _514 + "16", _AMIF + "Article 15"),
    ("G-08", ERROR, _A1, _AMIF + "Annex IV"),
    ("G-09", ERROR, _1042 + "10", _CPR + "Annex XVII"),
    ("G-10", ERROR, _A1, _AMIF + "Annex VI"),
    ("G-11", ERROR, "Regulation (EU) No 516/2014, Annex IV", _AMIF + "Annex VIII"),
    ("G-12", ERROR, _1042 + "10", _CPR + "Article 42"),
)
RULES: Mapping[str, Rule] = {
    name: Rule(name, severity, {FIRST: first, SECOND: second}) for name, severity, first, second in _TABLE
}


def says(
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
    """A finding of that rule; severity and source come from the table unless said otherwise."""
    known = RULES[rule]
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
