"""What the rules know of a grant and of the programme it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class OwnIndicator:
    """An indicator that the programme has of its own: of which specific objective, and what it ``counts``."""

    name: str
    objective: str
    counts: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The programme: its period, country, the objectives it may spend on, and its actions by number with objective.

    ``actions`` is empty where the programme numbers none. ``own_indicators``: by code, beside those of the law.
    ``delegated``: its delegated authorities by name as compared, each with the objectives of its part, none where it
    has no part of its own; None where nothing is known of its authorities.
    """

    period: str
    country: str
    objectives: frozenset[str]
    actions: Mapping[int, str] = field(default_factory=dict)
    own_indicators: Mapping[str, OwnIndicator] = field(default_factory=dict)
    delegated: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant as its agreement has it. ``ground``: why the Union may pay the share it pays (see ``money.GROUNDS``).

    ``codes``: those of Annex VI by list (``intervention_fields``, ``types_of_action``, ``implementation``,
    ``particular_themes``), 2021-2027 only. ``budget``: EUR by cost category. ``targets``: by indicator,
    ``targets_by_sex``: by ``SO2.C2.female`` and ``SO2.C2.male``. ``location``: a code of NUTS. ``contact``: who to ask,
    empty where nobody is known. ``is_vat_recoverable``: None where it is not said. ``public_amount``: the eligible cost
    that a public contribution is given for, EUR. ``beneficiary_is_authority``: it is the responsible or the delegated
    authority itself. ``delegated_authority``: its name, empty where there is none. ``signatures``: the days of
    contracts and amendments by their place, ``contracts.C-1``, ``amendments.1``.
    """

    reference: str
    title: str
    summary: str
    objective: str
    action: int | None
    procedure: str
    ground: str
    justification: str
    signed_on: date | None
    starts_on: date
    ends_on: date
    eligible_amount: Decimal
    union_amount: Decimal
    ended_on: date | None = None
    budget: Mapping[str, Decimal] = field(default_factory=dict)
    targets: Mapping[str, Decimal] = field(default_factory=dict)
    targets_by_sex: Mapping[str, Decimal] = field(default_factory=dict)
    location: str = ""
    contact: str = ""
    is_vat_recoverable: bool | None = None
    public_amount: Decimal | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    has_investment: bool = False
    is_strategic: bool = False
    report_months: int = 12
    beneficiary_is_authority: bool = False
    beneficiary_name: str = ""
    beneficiary_short_name: str = ""
    procedure_reference: str = ""
    annex_iv_action: str = ""
    currency: str = "EUR"
    delegated_authority: str = ""
    signatures: Mapping[str, date] = field(default_factory=dict)
