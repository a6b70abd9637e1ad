"""Which part of the grants under implementation was checked on the spot in a year, and which part the law asks for.

V-01 is the one rule; ``docs/rules/checks.md`` has it with a worked example.
"""

from openamif.rules.verification.coverage import (
    RULE,
    Checkable,
    Coverage,
    Year,
    coverage_finding,
    measured,
    required_of,
    year_of,
)

__all__ = [
    "RULE",
    "Checkable",
    "Coverage",
    "Year",
    "coverage_finding",
    "measured",
    "required_of",
    "year_of",
]
