"""The shapes of the answers. Amounts are EUR as text with two decimals, so that no reader's floats touch them."""

from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from ninja import Schema
from pydantic import Field

Amount = Annotated[str, Field(pattern=r"^-?\d+\.\d{2}$", examples=["22813801.27"])]
Each = TypeVar("Each")


class Problem(Schema):
    """Why there is no answer, in the reader's language; ``fields``: what of the request could not be understood."""

    detail: str
    fields: list[str] = []


class Page(Schema, Generic[Each]):
    """Some of the rows; ``count``: how many there are in all."""

    count: int
    limit: int
    offset: int
    items: list[Each]


class VersionHead(Schema):
    """A version in brief."""

    id: int
    programme_id: int
    label: str = Field(examples=["5.1"])
    number: int
    working: int
    state: str = Field(examples=["adopted_by_commission"])
    state_name: str
    language: str = Field(examples=["fr"])
    decision_reference: str
    decision_on: date | None


class ProgrammeHead(Schema):
    """A programme in brief, with its latest version that the reader may read."""

    id: int
    title: str
    fund: str
    period: str
    country: str
    cci: str
    responsible_authority: str
    latest_version_id: int | None
    latest_version: str | None
    latest_state: str | None
    total: Amount | None


class ProgrammeWhole(ProgrammeHead):
    """A programme with the versions that the reader may read, latest first."""

    versions: list[VersionHead]


class PlanRow(Schema):
    """A row of Table 1: ``SO1.NO1``, ``SO1.NO`` (their sum), ``SO1``, ``TA``, ``SPECIAL``, ``TOTAL``."""

    code: str
    name: str
    amount: Amount | None
    is_sum: bool


class YearlyRow(Schema):
    """A row of Table 2 or 3; ``total`` as the document prints it."""

    code: str
    name: str
    by_year: dict[str, Amount | None]
    total: Amount | None


class Table(Schema, Generic[Each]):
    """A table of money, whole."""

    currency: str
    rows: list[Each]


class PledgeRow(Schema):
    """Persons pledged; ``lump_sum``: EUR per person in the law; ``amount``: what they come to."""

    kind: str
    name: str
    origin: str
    destination: str
    persons: dict[str, int | None]
    total: int
    lump_sum: Amount | None
    amount: Amount | None


class TimetableRow(Schema):
    """The years in which the phases of a main action begin."""

    objective: str
    number: int
    name: str
    planning: int | None
    implementation: int | None
    closing: int | None


class ActionRow(Schema):
    """A main action of a national objective."""

    objective: str
    number: int
    title: str
    qualifier: str
    description: list[str]
    examples: list[str]
    desired_results: list[str]


class IndicatorRow(Schema):
    """An indicator; ``name``: official where the law has it in the reader's words; ``printed_name``: the document's.

    ``milestone``: to be reached by the end of 2024, in programmes of 2021-2027.
    """

    code: str
    name: str
    printed_name: str
    unit: str
    baseline: Amount | None
    milestone: Amount | None
    target: Amount | None
    source: str


class StandingRow(Schema):
    """An indicator today; ``value``: ``counted`` in registers and ``declared`` without one, or a percentage of

    ``numerator`` and ``denominator``, null while its whole is not known. ``breakdown``: persons by age and sex.
    ``parent``: the indicator that it is a part of.
    """

    code: str
    name: str
    objective: str
    unit: str
    parent: str
    baseline: Amount | None
    milestone: Amount | None
    target: Amount | None
    value: Amount | None
    counted: Amount
    declared: Amount
    numerator: Amount | None
    denominator: Amount | None
    breakdown: dict[str, dict[str, int]] = Field(examples=[{"18_60": {"female": 12, "male": 9}}])


class TextRow(Schema):
    """A text, paragraph by paragraph; ``section`` as in the form (``6.1``) or the code of an objective."""

    section: str
    heading: str
    paragraphs: list[str]


class FindingRow(Schema):
    """What a rule finds; ``found`` and ``expected``: its figures by name, amounts as text."""

    rule: str
    variant: str
    by: str
    severity: str
    holds: bool
    title: str
    sentence: str
    equation: str
    place: str
    source: str
    found: dict[str, Any]
    expected: dict[str, Any]


class VersionWhole(Schema):
    """A version with its whole document, in the form that reading the Commission's text form gives."""

    version: VersionHead
    document: dict[str, Any]


class FigureRow(Schema):
    """A figure of the law on a day; ``sure`` is false where ``note`` says what is open."""

    key: str
    title: str
    value: str
    unit: str
    source: str
    since: date
    sure: bool
    note: str


class CodeList(Schema):
    """A code list by its name."""

    name: str
    count: int


class CodeRow(Schema):
    """A code with its names by language; ``rendering``: the languages whose name is not the official text."""

    code: str
    names: dict[str, str]
    source: str
    valid_from: date | None
    valid_until: date | None
    sure: bool
    note: str
    rendering: list[str]
    extra: dict[str, str | list[str]]
