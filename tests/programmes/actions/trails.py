"""Reading the trail of a record in a test, in the order in which things happened."""

from typing import Any

from openamif.record.queries import trail_of


def events(record: Any) -> list[str]:
    """What happened."""
    return [row.event for row in reversed(trail_of(record))]


def last(record: Any) -> Any:
    """The latest event."""
    return trail_of(record)[0]
