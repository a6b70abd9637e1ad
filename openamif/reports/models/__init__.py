"""The rows of progress reports and of indicator values."""

from openamif.reports.models.publication import Publication
from openamif.reports.models.reports import (
    ClarificationStop,
    ProgressReport,
    ReportAttachment,
    ReportSubmission,
    ReportText,
    ReportValue,
)
from openamif.reports.models.tallies import CountedGrant, CountedParticipant, KeptTally, Tally, TallyState
from openamif.reports.models.values import DeclaredValue, ProgrammeIndicator

__all__ = [
    "ClarificationStop",
    "CountedGrant",
    "CountedParticipant",
    "DeclaredValue",
    "KeptTally",
    "ProgrammeIndicator",
    "ProgressReport",
    "Publication",
    "ReportAttachment",
    "ReportSubmission",
    "ReportText",
    "ReportValue",
    "Tally",
    "TallyState",
]
