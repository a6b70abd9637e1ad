"""What the rules of the national programme need to know of it, and nothing more.

Places are dotted words, the same as in the programme's JSON form. Amounts are Decimal EUR, persons int, empty is None.
Source: Implementing Regulation (EU) No 802/2014, Annex (model of the national programme).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Text:
    """A text field. ``place``: ``summary``, ``baseline``, ``objectives.SO1.strategy``, ``partnership.6.1`` …"""

    place: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """A row of the timetable; ``objective`` as ``SO1.NO1`` or ``SO3.SA5``, the three years a phase begins."""

    place: str
    objective: str
    planning: int | None
    implementation: int | None
    closing: int | None


@dataclass(frozen=True, slots=True)
class Pledge:
    """Persons pledged in each pledging period. ``kind``: a code of the list ``special_cases``;

    ``row``: the category of resettlement, or the two countries (``GR → BE``), empty for Turkey.
    """

    place: str
    kind: str
    row: str
    persons: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator. ``code`` as ``SO1.C6``; ``unit``: ``number`` or ``percent``."""

    code: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class Yearly:
    """The amounts of the years of the programme, in order, and the total, as printed."""

    by_year: tuple[Decimal | None, ...]
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the Commission's own validation; ``code`` empty where it gives none."""

    severity: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Authority:
    """``role``: ``RA``, ``AA`` or ``DA``."""

    role: str
    name: str
    designated_on: date | None


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of the version beside its document; None: not known. ``previous``: the last one decided upon;

    ``taken_ccis``: the numbers of other programmes.
    """

    number: int | None = None
    previous: "Programme | None" = None
    cci: str | None = None
    taken_ccis: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    eligible_from: date | None = None


@dataclass(frozen=True, slots=True)
class Handling:
    """Who did what to the version, and when; None: it did not happen yet."""

    changed_at: datetime
    validated_by: str | None = None
    validated_at: datetime | None = None
    sent_by: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A national programme. ``financial_plan``: Table 1 by code (``SO1.NO1``, ``SO1.NO``, ``SO1``, ``TA``, ``SPECIAL``,

    ``TOTAL``); ``special_cases``: Table 2 by kind and ``total``; ``commitments``: Table 3 by line and ``total``;
    ``pledge_totals``: the sums of resettlement as printed, by place. ``authorities``, ``granted_specific_actions`` and
    ``handling`` are None where nothing is known of them: the rules then say so.
    """

    financial_plan: Mapping[str, Decimal | None]
    special_cases: Mapping[str, Yearly]
    commitments: Mapping[str, Yearly]
    pledges: tuple[Pledge, ...] = ()
    pledge_totals: Mapping[str, tuple[int | None, ...]] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    timetable: tuple[TimetableRow, ...] = ()
    texts: tuple[Text, ...] = ()
    share_deviation: tuple[str, ...] = ()
    beneficiary_types: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    authorities: tuple[Authority, ...] | None = None
    management_and_control_system: str | None = None
    granted_specific_actions: tuple[str, ...] | None = None
    version: Version = Version()
    handling: Handling | None = None

    def text(self, place: str) -> tuple[str, ...]:
        """The paragraphs of a text field; empty where the programme has none."""
        return next((text.paragraphs for text in self.texts if text.place == place), ())
