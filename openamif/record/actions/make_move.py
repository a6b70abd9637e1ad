"""Make a move of a table of moves, and leave its trail."""

from typing import Any, TypeVar

from django.db import models, transaction

from openamif.people.models import Person
from openamif.record.actions.append_trail import append_trail

Record = TypeVar("Record", bound=models.Model)


class NoSuchMove(Exception):
    """The table does not lead from this state by that move."""

    def __init__(self, move: str, state: str) -> None:
        super().__init__(f"{move} does not lead from {state}")
        self.move, self.state = move, state


class ReasonMissing(Exception):
    """The move owes somebody a reason and none was given."""


@transaction.atomic
def make_move(
    record: Record, name: str, *, by: Person | None, reason: str = "", details: dict[str, Any] | None = None
) -> Record:
    """Check the table (``record.MOVES``), save, write the trail: together or not at all. ``by`` None: the system."""
    move, state = record.MOVES[name], record.state  # type: ignore[attr-defined]
    if state not in move.sources:
        raise NoSuchMove(name, state)
    if move.needs_reason and not reason.strip():
        raise ReasonMissing(name)
    record.state = str(move.target)  # type: ignore[attr-defined]
    record.save()
    append_trail(
        record, name, by=by, reason=reason.strip(), from_state=state, to_state=str(move.target), details=details
    )
    return record
