"""What is raised where rules stand against what is to be written down."""

from collections.abc import Iterable

from openamif.rules.finding import Finding
from openamif.rules.register import errors


class RegisterNotLawful(Exception):
    """Nothing was written. ``rows``: which of them (from 0), and what stands against it; ``findings``: of all."""

    def __init__(self, rows: Iterable[tuple[int, Finding]]) -> None:
        self.rows = tuple(rows)
        self.findings = tuple(finding for _row, finding in self.rows)
        super().__init__(", ".join(sorted({f"{each.rule} {each.variant}" for each in self.findings})))


class AlreadyCorrected(Exception):
    """Something else stands in its place already, or it did not happen: correct what stands."""


class RecordedAlready(Exception):
    """The same (participant, activity, kind and day) stands already, elsewhere: a correction would say it twice."""


def require_lawful(findings: Iterable[Finding]) -> None:
    """Go on only if no rule stands against it."""
    require_all_lawful((0, finding) for finding in findings)


def require_all_lawful(rows: Iterable[tuple[int, Finding]]) -> None:
    """Go on only if no rule stands against any row."""
    standing = [(row, finding) for row, finding in rows if errors((finding,))]
    if standing:
        raise RegisterNotLawful(standing)
