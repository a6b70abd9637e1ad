"""The rules of a progress report in their order, and how a rule says what it found."""

from functools import partial

from openamif.rules.by_period import FIRST, Rule, finding_of, rules_of
from openamif.rules.finding import Severity

__all__ = ["ERROR", "FIRST", "RULES", "WARNING", "Rule", "says"]

ERROR, WARNING = Severity.ERROR, Severity.WARNING


_1042 = "Delegated Regulation (EU) No 1042/2014, Article "
_1048 = "Implementing Regulation (EU) No 1048/2014, Article 2"
_514 = "Regulation (EU) No 514/2014, Article "
_516 = "Regulation (EU) No 516/2014, Annex IV"
_CPR = "Regulation (EU) 2021/1060, "
_ANNEX = "Regulation (EU) 2021/1147, Annex VIII"
_PROGRESS = "Regulation (EU) 2021/1147, Article 35"

RULES = rules_of(
    (
        ("P-01", ERROR, _514 + "54", _PROGRESS),
        ("P-02", ERROR, _514 + "54", _PROGRESS),
        ("P-03", ERROR, _514 + "54", _PROGRESS),
        ("P-04", WARNING, _1048, _CPR + "Article 50(1)"),
        ("P-05", WARNING, _1042 + "10", _CPR + "Article 69(4)"),
        ("P-06", WARNING, _516, _ANNEX),
        ("P-07", ERROR, _1042 + "10", _CPR + "Article 73(3)"),
        ("P-08", WARNING, _1042 + "10", _CPR + "Article 73(3)"),
        ("P-09", ERROR, _1042 + "10", _CPR + "Article 73(3)"),
        ("P-10", WARNING, _516, _ANNEX),
        ("P-11", ERROR, _514 + "24", _CPR + "Annex XIII"),
        ("P-12", ERROR, _514 + "24", _CPR + "Annex XIII"),
        ("P-13", WARNING, _516, _ANNEX),
    )
)
says = partial(finding_of, RULES)
"""A finding of one of these rules."""
