"""What is raised where rules stand against what is to be written down."""

from collections.abc import Iterable

from openamif.register.models import Event, Output
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

    def __init__(self, recorded: Event | Output) -> None:
        super().__init__(recorded.pk)
        self.recorded = recorded


class RecordedAlready(Exception):
    """The same stands already, elsewhere: a correction would say it twice. ``there``: what stands.

    Of events the same participant, activity, kind and day; of things delivered the same kind, name and day.
    """

    def __init__(self, there: Event | Output) -> None:
        super().__init__(there.pk)
        self.there = there


class RecordedOtherwise(Exception):
    """The same thing delivered stands already with another quantity, or its name spelled otherwise: correct that.

    ``there``: what stands; ``fields``: in what it differs.
    """

    def __init__(self, there: Output, fields: Iterable[str]) -> None:
        super().__init__(there.pk)
        self.there, self.fields = there, tuple(fields)


def require_standing(recorded: Event | Output, is_corrected: bool) -> None:
    """Go on only if it happened and nothing has corrected it."""
    if recorded.is_void or is_corrected:
        raise AlreadyCorrected(recorded)


def require_lawful(findings: Iterable[Finding]) -> None:
    """Go on only if no rule stands against it."""
    require_all_lawful((0, finding) for finding in findings)


def require_all_lawful(rows: Iterable[tuple[int, Finding]]) -> None:
    """Go on only if no rule stands against any row."""
    standing = [(row, finding) for row, finding in rows if errors((finding,))]
    if standing:
        raise RegisterNotLawful(standing)
