"""The tables of the national programme: the programme and its versions, and the rows of a version's content."""

from openamif.programmes.models.content import (
    Action,
    Amount,
    AttachedDocument,
    DesignatedAuthority,
    IndicatorTarget,
    Pledge,
    Section,
    TimetableRow,
    ValidationMessage,
)
from openamif.programmes.models.programme import Observation, Programme, Version, own_scope_ids

__all__ = [
    "Action",
    "Amount",
    "AttachedDocument",
    "DesignatedAuthority",
    "IndicatorTarget",
    "Observation",
    "Pledge",
    "Programme",
    "Section",
    "TimetableRow",
    "ValidationMessage",
    "Version",
    "own_scope_ids",
]
