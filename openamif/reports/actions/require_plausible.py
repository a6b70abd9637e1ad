"""Refuse a value that cannot be, and one that is doubted until whoever says it confirms it."""

from collections.abc import Collection, Sequence
from typing import Any

from openamif.rules import values as rules
from openamif.rules.finding import Finding


class ValueDoubted(Exception):
    """What speaks against a value, in ``findings``: all that fail."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = tuple(findings)


def require_plausible(found: Sequence[Finding], despite: Collection[str] = ()) -> dict[str, Any]:
    """What the trail keeps of the findings that fail; ValueDoubted where one refuses or was not confirmed.

    ``despite``: the doubts that were confirmed, each by its key (``rules.values.key_of``).
    """
    failing = tuple(each for each in found if not each.holds)
    if rules.errors(failing) or any(rules.key_of(each) not in despite for each in rules.doubts(failing)):
        raise ValueDoubted(failing)
    return {"findings": [_as_kept(each) for each in failing]} if failing else {}


def _as_kept(finding: Finding) -> dict[str, Any]:
    sides = {"found": finding.found, "expected": finding.expected}
    said = {side: {name: str(value) for name, value in given.items()} for side, given in sides.items()}
    return {"rule": finding.rule, "variant": finding.variant, **said}
