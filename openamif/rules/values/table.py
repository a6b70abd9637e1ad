"""The rules of a value that is said, in their order, and how such a rule says what it found."""

from functools import partial

from openamif.rules.by_period import finding_of, rules_of
from openamif.rules.finding import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_516 = "Regulation (EU) No 516/2014, Annex IV"
_799 = "Implementing Regulation (EU) No 799/2014, Annex, section 3"
_1042 = "Delegated Regulation (EU) No 1042/2014, Article 10"
_ANNEX = "Regulation (EU) 2021/1147, Annex VIII"
_CPR = "Regulation (EU) 2021/1060, Article 69(4)"

RULES = rules_of(
    (
        ("N-01", ERROR, _516, _ANNEX),
        ("N-02", ERROR, _516, _ANNEX),
        ("N-03", WARNING, _799, _ANNEX),
        ("N-04", INFO, _516, _ANNEX),
        ("N-05", WARNING, _1042, _CPR),
    )
)
says = partial(finding_of, RULES)
"""A finding of one of these rules."""
