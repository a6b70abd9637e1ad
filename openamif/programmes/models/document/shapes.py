"""What writing and reading share: the kinds of row, the fields that carry over as they are, texts and paragraphs."""

from collections.abc import Iterable
from typing import Any

from openamif.programmes.models.content import (
    Action,
    Amount,
    AttachedDocument,
    IndicatorTarget,
    Pledge,
    Row,
    Section,
    TimetableRow,
    ValidationMessage,
)

CONTENT: tuple[type[Row], ...] = (
    Section,
    Action,
    TimetableRow,
    Amount,
    Pledge,
    IndicatorTarget,
    AttachedDocument,
    ValidationMessage,
)
Rows = dict[type[Row], list[Any]]
CARRIED_OVER: dict[type[Row], tuple[str, ...]] = {
    TimetableRow: ("objective", "number", "name", "planning", "implementation", "closing"),
    IndicatorTarget: ("code", "name", "unit", "baseline", "target", "source"),
    AttachedDocument: (
        "title",
        "kind",
        "dated_on",
        "local_reference",
        "commission_reference",
        "files",
        "sent_on",
        "sent_by",
    ),
    ValidationMessage: ("severity", "code", "message"),
}
"""Fields that the row and the record of the document call by the same names, in the record's order."""
PERIOD_FIELDS = ("first_period", "second_period", "third_period")
BENEFICIARY_TYPES = "partnership.6.7.1"
PARTNERSHIP = "partnership."


def lines(text: str) -> tuple[str, ...]:
    """The paragraphs of a stored text."""
    return tuple(text.split("\n")) if text else ()


def text_of(paragraphs: Iterable[str]) -> str:
    """Paragraphs as one stored text."""
    return "\n".join(paragraphs)


def persons_of(row: Pledge) -> tuple[int | None, int | None, int | None]:
    """Of the three pledging periods."""
    return (row.first_period, row.second_period, row.third_period)
