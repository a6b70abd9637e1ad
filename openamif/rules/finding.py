"""What a rule says of the facts it was given: a finding, never a sentence and never an exception."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a failing rule matters. Only ERROR stops a version from being validated."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """``rule``: its lasting id (``2.15``, ``X-14``, ``I-08``); ``by``: ``commission`` or ``openamif``.

    ``place``: the dotted place in the document (``indicators.SO1.C6.target``), the same words as in the JSON form.
    ``found`` and ``expected``: named values (Decimal, int, date or str), which the door formats for its reader;
    ``variant`` names the wording where one rule can fail in several ways; ``parts`` are the terms that explain a gap,
    in order, as (name, value). ``source``: the article that asks for it.
    """

    rule: str
    severity: Severity
    holds: bool
    place: str
    source: str
    by: str = "openamif"
    variant: str = ""
    found: dict[str, object] = field(default_factory=dict)
    expected: dict[str, object] = field(default_factory=dict)
    parts: tuple[tuple[str, object], ...] = ()
