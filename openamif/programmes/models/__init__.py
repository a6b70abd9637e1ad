"""The tables of the national programme: the programme and its versions, and the rows of a version's content."""

from openamif.programmes.models.content import (
    Action,
    AttachedDocument,
    BeneficiaryType,
    Commitment,
    DesignatedAuthority,
    FinancialLine,
    IndicatorTarget,
    Pledge,
    Section,
    TimetableRow,
    ValidationMessage,
)
from openamif.programmes.models.programme import Observation, Programme, Version

__all__ = [
    "Action",
    "AttachedDocument",
    "BeneficiaryType",
    "Commitment",
    "DesignatedAuthority",
    "FinancialLine",
    "IndicatorTarget",
    "Observation",
    "Pledge",
    "Programme",
    "Section",
    "TimetableRow",
    "ValidationMessage",
    "Version",
]
