"""Registers whose retention period is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openamif.grants.models import Grant
from openamif.grants.queries.retention import due_on
from openamif.register.models import Erasure, Extent


@dataclass(frozen=True, slots=True)
class Due:
    """A register that may be erased from ``due_on`` on, and how much it holds."""

    grant: Grant
    due_on: date
    participants: int
    events: int


def registers_due(on: date) -> Iterator[Due]:
    """Registers that hold something and whose retention period is over, by reference; two queries.

    Payments are not known here yet: the period is counted from the last day on which the law lets anybody pay.
    """
    erased = Erasure.objects.values("grant")
    held = Extent.objects.exclude(grant__in=erased).exclude(participants=0, events=0)
    for extent in held.select_related("grant__programme").order_by("grant__programme", "grant__reference", "pk"):
        day = due_on(extent.grant, on=on)
        if day <= on:
            yield Due(extent.grant, day, extent.participants, extent.events)
