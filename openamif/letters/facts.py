"""A letter as its wording wants to know it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openamif.letters.models import Letter
from openamif.letters.queries import import_behind
from openamif.letters.queries.truth import event_behind
from openamif.letters.states import LetterKind


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What there is to say. ``reason``: what the authority or the beneficiary wrote; ``late``: days gone by.

    ``record``: the key of the report or file; None for a report that nobody has begun.
    """

    kind: LetterKind
    name: str
    grant: int
    reference: str = ""
    title: str = ""
    number: int = 0
    version: int = 1
    starts_on: date | None = None
    ends_on: date | None = None
    due_on: date | None = None
    late: int = 0
    is_returned: bool = False
    reason: str = ""
    answer_by_on: date | None = None
    happened_at: datetime | None = None
    beneficiary: str = ""
    file: str = ""
    import_state: str = ""
    record: int | None = None


def letter_facts(letter: Letter, *, on: date) -> LetterFacts:
    """From the rows, as they are now."""
    due, report, grant, event = letter.due, letter.report, letter.grant, event_behind(letter)
    assert grant is not None
    upload = import_behind(letter)
    latest = report or (due.reports.order_by("-version", "pk").first() if due else None)
    answer_by = (event.details if event else {}).get("answer_by_on")
    said: dict[str, Any] = {}
    if due is not None:
        said = {"number": due.number, "starts_on": due.starts_on, "ends_on": due.ends_on, "due_on": due.due_on}
        said["late"] = max((on - due.due_on).days, 0)
    return LetterFacts(
        kind=LetterKind(letter.kind),
        name=letter.person.name,
        grant=grant.pk,
        reference=grant.reference,
        title=grant.title,
        version=latest.version if latest else 1,
        is_returned=bool(latest and latest.state == "returned"),
        reason=event.reason if event else "",
        answer_by_on=date.fromisoformat(answer_by) if answer_by else None,
        happened_at=event.at if event else None,
        beneficiary=grant.beneficiary.name,
        file=upload.name if upload else "",
        import_state=upload.state if upload else "",
        record=upload.pk if upload else latest.pk if latest else None,
        **said,
    )
