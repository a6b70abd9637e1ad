"""What an agreement says, as one value; and as the rules want to know it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from openamif.grants.models import Grant, Particulars, Partner
from openamif.grants.states import GrantState
from openamif.people.models import Organisation
from openamif.programmes.models import Programme
from openamif.rules import grants as rules
from openamif.rules.grants.aims import CODE_LISTS

Change = tuple[str, object, object]


@dataclass(frozen=True, slots=True)
class ContractContent:
    """A contract by what is entered of it; ``level``: contract, subcontract or cascade."""

    name: str
    party: str
    signed_on: date
    amount: Decimal
    level: str = "contract"
    party_number: str = ""

    def __str__(self) -> str:
        numbered = f"{self.party} ({self.party_number})" if self.party_number else self.party
        return f"{self.level}, {self.name}, {numbered}, {self.signed_on}, {self.amount}"


@dataclass(frozen=True, slots=True)
class AmendmentContent:
    """An amendment by what is entered of it."""

    signed_on: date
    what: str

    def __str__(self) -> str:
        return f"{self.signed_on}, {self.what}"


@dataclass(frozen=True, slots=True)
class ContactContent:
    """Whom to ask at a partner."""

    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.contact_name, self.contact_email, self.contact_phone)))


@dataclass(frozen=True, slots=True)
class OwnerContent:
    """A beneficial owner by what is entered of her; not a part of GrantContent, so that no trail ever names her."""

    contract: str = ""
    given_names: str = ""
    surname: str = ""
    born_on: date | None = None
    tax_number: str = ""
    register_reference: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class GrantContent:
    """Everything that is entered of a grant; the state follows from the days of signature and of the end.

    ``targets_by_sex``: of the target of an indicator, by ``SO2.C2.female`` and ``SO2.C2.male``. ``contracts`` by their
    reference, ``amendments`` and ``work_packages`` (titles) by their number, ``contacts`` by the name of the partner.
    """

    reference: str
    title: str
    beneficiary: Organisation
    objective: str
    procedure: str
    starts_on: date
    ends_on: date
    eligible_amount: Decimal
    union_amount: Decimal
    ground: str = "standard"
    summary: str = ""
    delegated_authority: Organisation | None = None
    action: int | None = None
    procedure_reference: str = ""
    intervention_fields: str = ""
    types_of_action: str = ""
    implementation: str = ""
    particular_themes: str = ""
    location: str = ""
    third_country: str = ""
    applied_on: date | None = None
    signed_on: date | None = None
    ended_on: date | None = None
    justification: str = ""
    has_investment: bool = False
    is_strategic: bool = False
    report_months: int = 12
    report_days: int = 0
    reports_start_on: date | None = None
    partners: tuple[Organisation, ...] = ()
    budget: Mapping[str, Decimal] = field(default_factory=dict)
    targets: Mapping[str, Decimal] = field(default_factory=dict)
    targets_by_sex: Mapping[str, Decimal] = field(default_factory=dict)
    contracts: Mapping[str, ContractContent] = field(default_factory=dict)
    amendments: Mapping[int, AmendmentContent] = field(default_factory=dict)
    work_packages: Mapping[int, str] = field(default_factory=dict)
    contacts: Mapping[str, ContactContent] = field(default_factory=dict)
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    issued_by: str = ""
    is_state_aid: bool = False
    is_de_minimis: bool = False
    aid_body: str = ""
    partnership_part: str = ""
    reimbursement: str = ""
    is_vat_recoverable: bool | None = None
    currency: str = "EUR"
    public_amount: Decimal | None = None
    annex_iv_action: str = ""

    @property
    def state(self) -> GrantState:
        """As the days of signature and of the end have it."""
        if self.ended_on is not None:
            return GrantState.ENDED
        return GrantState.DRAFT if self.signed_on is None else GrantState.SIGNED

    def columns(self) -> dict[str, Any]:
        """What stands in the grant's own row."""
        return {name: getattr(self, name) for name in COLUMNS}

    def particulars(self) -> dict[str, Any]:
        """What stands in its particulars."""
        return {name: getattr(self, name) for name in PARTICULARS}


SEXES = ("female", "male")
KEYED = ("budget", "targets", "targets_by_sex", "contracts", "amendments", "work_packages", "contacts")
PERSONS = ("contact_name", "contact_email", "contact_phone")
"""What says who somebody is: no trail, from which nothing is ever taken out, keeps it."""
PARTICULARS = tuple(each.name for each in Particulars._meta.concrete_fields if each.name not in ("id", "grant"))
COLUMNS = tuple(name for name in GrantContent.__dataclass_fields__ if name not in ("partners", *KEYED, *PARTICULARS))


def content_of(grant: Grant) -> GrantContent:
    """What the rows of a grant say; no query where they were read with ``with_content``."""
    own = {name: getattr(grant, name) for name in COLUMNS}
    particulars = getattr(grant, "particulars", None)
    further = {name: getattr(particulars, name) for name in PARTICULARS} if particulars else {}
    targets = grant.targets.all()
    by_sex = {f"{each.indicator}.{sex}": getattr(each, sex) for each in targets for sex in SEXES}
    return GrantContent(
        **own,
        **further,
        partners=tuple(partner.organisation for partner in grant.partners.all()),
        budget={line.category: line.amount for line in grant.budget_lines.all()},
        targets={each.indicator: each.target for each in targets},
        targets_by_sex={key: number for key, number in by_sex.items() if number is not None},
        contracts={
            each.reference: ContractContent(
                name=each.name,
                party=each.party,
                signed_on=each.signed_on,
                amount=each.amount,
                level=each.level,
                party_number=each.party_number,
            )
            for each in grant.contracts.all()
        },
        amendments={each.number: AmendmentContent(each.signed_on, each.what) for each in grant.amendments.all()},
        work_packages={each.number: each.title for each in grant.work_packages.all()},
        contacts=_contacts(grant),
    )


def contact_at(partner: Partner) -> ContactContent:
    """Whom to ask there, as far as it is known."""
    return ContactContent(*(getattr(partner, name) for name in PERSONS))


def _contacts(grant: Grant) -> dict[str, ContactContent]:
    """Of the partners of whom anything is known."""
    every = {each.organisation.name: contact_at(each) for each in grant.partners.all()}
    return {name: each for name, each in every.items() if each != ContactContent()}


def changes_between(before: GrantContent, after: GrantContent) -> tuple[Change, ...]:
    """What differs, as (place, before, after): ``union_amount``, ``budget.staff``, ``targets.SO2.C2``, ``partners``."""
    single = (*COLUMNS, *PARTICULARS)
    every: list[Change] = [(name, getattr(before, name), getattr(after, name)) for name in single]
    every.append(("partners", _names(before), _names(after)))
    for place in KEYED:
        every += _each(place, getattr(before, place), getattr(after, place))
    return tuple(change for change in every if change[1] != change[2])


def _names(content: GrantContent) -> tuple[str, ...]:
    return tuple(sorted(each.name for each in content.partners))


def _each(place: str, before: Mapping[Any, object], after: Mapping[Any, object]) -> Iterator[Change]:
    for key in dict.fromkeys((*before, *after)):
        yield f"{place}.{key}", before.get(key), after.get(key)


def written(changes: tuple[Change, ...]) -> list[list[str]]:
    """Changes as the trail keeps them: of persons, that they changed and not who they were."""
    return [
        [place, "", ""] if place in PERSONS or place.startswith("contacts.") else [place, _text(before), _text(after)]
        for place, before, after in changes
    ]


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


ALIKE = frozenset(GrantContent.__dataclass_fields__) & frozenset(rules.Grant.__dataclass_fields__) - {
    "delegated_authority"
}
"""What the rules know of a grant by the same name and in the same words."""


def grant_facts(content: GrantContent, programme: Programme) -> rules.Grant:
    """What the rules need to know of a grant, and nothing more."""
    authorities = (programme.responsible_authority, content.delegated_authority)
    alike: dict[str, Any] = {name: getattr(content, name) for name in ALIKE}
    return rules.Grant(
        **alike,
        contact=content.contact_name or content.contact_email,
        codes={name: getattr(content, name) for name in CODE_LISTS},
        beneficiary_is_authority=content.beneficiary in authorities,
        beneficiary_name=content.beneficiary.name,
        beneficiary_short_name=content.beneficiary.short_name,
        delegated_authority=content.delegated_authority.name if content.delegated_authority else "",
        signatures=_signatures(content),
    )


def _signatures(content: GrantContent) -> dict[str, date]:
    contracts = {f"contracts.{key}": each.signed_on for key, each in content.contracts.items()}
    return contracts | {f"amendments.{key}": each.signed_on for key, each in content.amendments.items()}
