"""The national programme 2014-2020 as a document: the shapes that the reader yields and the writer takes.

Codes are the Regulation's in English whatever the document's language: ``SO1``, ``SO1.NO1``, ``SO3.SA5``.
Amounts are Decimal EUR with two decimals, counts are int, an empty cell is ``None`` (never zero).
Source: Implementing Regulation (EU) No 802/2014, Annex (model of the national programme).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

PLEDGING_PERIODS = ("2014-2015", "2016-2017", "2018-2020")
YEARS = (2014, 2015, 2016, 2017, 2018, 2019, 2020)


@dataclass(frozen=True, slots=True)
class Action:
    """A main action of a national objective, as section 3 tells it. ``number`` runs through the programme.

    ``qualifier``: what stands in brackets after the number, often who carries the action (``federal``, ``FL``).
    """

    number: int
    title: str
    description: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    desired_results: tuple[str, ...] = ()
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class NationalObjective:
    """``code`` as ``SO1.NO1``. ``introduction``: what stands before the first action."""

    code: str
    introduction: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class SpecificAction:
    """``code`` as ``SO3.SA5``."""

    code: str
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpecificObjective:
    """``code`` as ``SO1``."""

    code: str
    strategy: tuple[str, ...] = ()
    national_objectives: tuple[NationalObjective, ...] = ()
    specific_actions: tuple[SpecificAction, ...] = ()


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """``objective``: ``SO1.NO1`` or ``SO3.SA5``; ``number``: of the row within it; the three years a phase begins."""

    objective: str
    number: int
    name: str
    planning: int | None
    implementation: int | None
    closing: int | None


@dataclass(frozen=True, slots=True)
class ResettlementPledge:
    """Persons pledged per PLEDGING_PERIODS. ``category``: a key of the code list of resettlement priorities."""

    category: str
    persons: tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class TransferPledge:
    """``kind``: ``transfer``, ``relocation_2015_1523`` or ``relocation_2015_1601``; countries as ISO 3166 alpha-2."""

    kind: str
    from_country: str | None
    to_country: str | None
    persons: tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class TurkeyPledge:
    """Admissions from Turkey under Decision (EU) 2016/1754, persons per PLEDGING_PERIODS."""

    persons: tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class ResettlementTotals:
    """The two sums the form prints below the categories, as printed."""

    union_priorities: tuple[int | None, int | None, int | None] = (None, None, None)
    grand_total: tuple[int | None, int | None, int | None] = (None, None, None)


@dataclass(frozen=True, slots=True)
class IndicatorTarget:
    """``code`` as ``SO1.C2.1``; ``unit``: ``number`` or ``percent``; ``name``: the label as printed."""

    code: str
    name: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class YearlyAmounts:
    """Amounts of the seven YEARS and the total, as printed."""

    by_year: tuple[Decimal | None, ...]
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class AttachedDocument:
    """A row of the table of documents."""

    title: str
    kind: str = ""
    dated_on: date | None = None
    local_reference: str = ""
    commission_reference: str = ""
    files: str = ""
    sent_on: date | None = None
    sent_by: str = ""


@dataclass(frozen=True, slots=True)
class ValidationMessage:
    """``severity``: ``info``, ``warning`` or ``error``; ``code`` empty where the Commission gives none."""

    severity: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole national programme. Section texts are tuples of paragraphs.

    ``financial_plan``: every row of Table 1 in document order, subtotals included, keyed
    ``SO1.NO1`` · ``SO1.NO`` (total of the national objectives) · ``SO1.SA1`` · ``SO1.SA`` · ``SO1`` · … ·
    ``SO4`` · ``TA`` · ``SPECIAL`` · ``TOTAL``.
    ``special_cases``: Table 2, keyed ``resettlement``, ``relocation_2015_1523``, ``relocation_2015_1601``,
    ``relocation``, ``transfer``, ``turkey``, ``total``.
    ``annual_commitments``: Table 3, keyed ``asylum_solidarity``, ``integration_return``, ``total``.
    ``partnership``: sections ``6.1`` to ``6.6`` and ``6.7.2``.
    ``share_deviation``: the justification for missing a minimum share (empty where the heading stands alone).
    """

    language: str
    summary: tuple[str, ...]
    baseline: tuple[str, ...]
    objectives: tuple[SpecificObjective, ...]
    timetable: tuple[TimetableRow, ...]
    resettlement_justification: tuple[str, ...]
    resettlement: tuple[ResettlementPledge, ...]
    resettlement_totals: ResettlementTotals
    transfers: tuple[TransferPledge, ...]
    turkey: tuple[TurkeyPledge, ...]
    indicators: tuple[IndicatorTarget, ...]
    partnership: dict[str, tuple[str, ...]]
    beneficiary_types: tuple[str, ...]
    financial_plan: dict[str, Decimal | None]
    special_cases: dict[str, YearlyAmounts]
    annual_commitments: dict[str, YearlyAmounts]
    share_deviation: tuple[str, ...] = ()
    documents: tuple[AttachedDocument, ...] = ()
    validation: tuple[ValidationMessage, ...] = ()
    fund: str = "AMIF"
    period: str = "2014-2020"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input that no part of the programme took. ``number`` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Inference:
    """Structure the export had lost and the reader put back: on which line, what, on what ground (a key of GROUNDS)."""

    line: int
    subject: str
    ground: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a document gave: the programme, the lines not understood, the structure inferred.

    ``places``: for every part of the programme (a dotted place such as ``indicators.SO1.C6``) the first and
    last line it was read from.
    """

    programme: Programme
    unread: tuple[Line, ...] = ()
    inferred: tuple[Inference, ...] = ()
    lines: int = 0
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
