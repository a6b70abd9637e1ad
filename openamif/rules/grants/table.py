"""The rules of a grant in their order, and how a rule says what it found."""

from functools import partial

from openamif.rules.by_period import FIRST, Rule, finding_of, rules_of
from openamif.rules.finding import Severity

__all__ = ["ERROR", "FIRST", "RULES", "WARNING", "Rule", "says"]

ERROR, WARNING = Severity.ERROR, Severity.WARNING


_514 = "Regulation (EU) No 514/2014, Article "
_1042 = "Delegated Regulation (EU) No 1042/2014, Article "
_A1 = "Implementing Regulation (EU) 2015/377, Annex I"
_CPR = "Regulation (EU) 2021/1060, "
_AMIF = "Regulation (EU) 2021/1147, "

RULES = rules_of(
    (
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
        ("G-13", ERROR, "Regulation (EU) No 516/2014, Annex IV", _CPR + "Annex XVII"),
        ("G-14", ERROR, _A1, _CPR + "Annex XVII"),
        ("G-15", WARNING, _A1, _CPR + "Annex XVII"),
        ("G-16", ERROR, _514 + "25", _CPR + "Article 71"),
        ("G-17", ERROR, _1042 + "10", _CPR + "Annex XVII"),
    )
)
says = partial(finding_of, RULES)
"""A finding of one of these rules."""
