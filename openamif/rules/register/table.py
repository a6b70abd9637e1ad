"""The rules of a register in their order, and how a rule says what it found."""

from typing import Any

from openamif.rules.by_period import FIRST, Rule, finding_of, rules_of
from openamif.rules.finding import Finding, Severity

__all__ = ["ERROR", "FIRST", "RULES", "WARNING", "Rule", "says"]

ERROR, WARNING = Severity.ERROR, Severity.WARNING


_1042 = "Delegated Regulation (EU) No 1042/2014, Article 10"
_516 = "Regulation (EU) No 516/2014, Annex IV"
_514 = "Regulation (EU) No 514/2014, Article 17"
_CPR = "Regulation (EU) 2021/1060, "
_AMIF = "Regulation (EU) 2021/1147, Annex VIII"

RULES = rules_of(
    (
        ("R-01", ERROR, _1042, _CPR + "Article 73"),
        ("R-02", ERROR, _514, _CPR + "Article 63"),
        ("R-03", ERROR, _516, _AMIF),
        ("R-04", ERROR, _516, _AMIF),
        ("R-05", ERROR, _516, _AMIF),
        ("R-06", ERROR, _516, _AMIF),
        ("R-07", ERROR, _516, _AMIF),
        ("R-08", ERROR, _516, _AMIF),
        ("R-09", ERROR, _516, _AMIF),
        ("R-10", ERROR, _516, _AMIF),
        ("R-11", ERROR, _1042, _CPR + "Annex XVII"),
        ("R-12", ERROR, _1042, _CPR + "Annex XVII"),
        ("R-13", ERROR, _1042, _CPR + "Annex XVII"),
        ("R-14", ERROR, _1042, _CPR + "Annex XVII"),
    )
)


def says(rule: str, holds: bool, place: str, **said: Any) -> tuple[Finding, ...]:
    """Nothing where it holds; else its one finding, of which ``by_period.finding_of`` says what it takes."""
    return () if holds else (finding_of(RULES, rule, holds, place, **said),)
