"""The rows of the register."""

from openamif.register.models.files import ColumnMapping, RegisterImport
from openamif.register.models.happenings import Activity, Event, Extent, Output
from openamif.register.models.persons import Erasure, Participant, PastDescription, Pseudonym, Subject

__all__ = [
    "Activity",
    "ColumnMapping",
    "Erasure",
    "Event",
    "Extent",
    "Output",
    "Participant",
    "PastDescription",
    "Pseudonym",
    "RegisterImport",
    "Subject",
]
