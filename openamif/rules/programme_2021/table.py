"""The rules of a programme of 2021-2027 in their order, and how a rule says what it found."""

from collections.abc import Mapping
from typing import Any

from openamif.rules.finding import Finding, Severity

PERIOD = "2021-2027"
_CPR, _AMIF = "Regulation (EU) 2021/1060, ", "Regulation (EU) 2021/1147, "
RULES: Mapping[str, str] = {
    "P-01": _CPR + "Annex VI",
    "P-02": _AMIF + "Article 16",
    "P-03": _CPR + "Article 36(5)",
    "P-04": _AMIF + "Annex VIII",
}
"""The article, by rule; all of them stop a version from being validated."""


def says(rule: str, holds: bool, place: str, *, variant: str, **values: Mapping[str, Any]) -> Finding:
    """A finding of that rule; ``values``: ``found`` and ``expected``."""
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        holds=holds,
        place=place,
        source=RULES[rule],
        variant=variant,
        found=dict(values.get("found", {})),
        expected=dict(values.get("expected", {})),
    )
