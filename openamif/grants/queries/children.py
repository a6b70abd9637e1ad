"""What stands on the other sheets of a workbook of grants, by the reference of its grant."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from openamif.grants.facts import (
    PERSONS,
    SEXES,
    AmendmentContent,
    ContactContent,
    ContractContent,
    GrantContent,
    OwnerContent,
)
from openamif.grants.states import ContractLevel
from openamif.people.models import Organisation
from openamif.workbooks import Reading, Row

Bodies = Mapping[str, Organisation]
Keyed = dict[str, dict[Any, Any]]
Place = tuple[str, str, object]
NOBODY = ContactContent()
NEEDED = {
    "targets": ("reference", "indicator", "target"),
    "work_packages": ("reference", "number", "title"),
    "contracts": ("reference", "contract", "contract_name", "party", "signed_on", "amount"),
    "amendments": ("reference", "number", "signed_on", "what"),
}
SIGNED = ("contracts", "amendments")
OF_A_CONTRACT = ("level", "party_number")
KEYS = {"targets": "indicator", "work_packages": "number", "contracts": "contract", "amendments": "number"}


def _by_reference() -> Any:
    return defaultdict(dict)


@dataclass
class Children:
    """By reference as compared; ``sheets``: those that the workbook has, for what is not there is left as it is.

    ``rows``: where each stands, by sheet, reference and key.
    """

    sheets: frozenset[str] = frozenset()
    partners: dict[str, list[Organisation]] = field(default_factory=lambda: defaultdict(list))
    contacts: Keyed = field(default_factory=_by_reference)
    targets: Keyed = field(default_factory=_by_reference)
    targets_by_sex: Keyed = field(default_factory=_by_reference)
    work_packages: Keyed = field(default_factory=_by_reference)
    contracts: Keyed = field(default_factory=_by_reference)
    amendments: Keyed = field(default_factory=_by_reference)
    owners: dict[str, list[OwnerContent]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[Place, Row] = field(default_factory=dict)

    def content_for(self, reference: str) -> dict[str, Any]:
        """What is said of this grant, as the parts of its content; only of sheets that are there."""
        said: dict[str, Any] = {}
        if "partners" in self.sheets:
            said["partners"] = tuple(self.partners.get(reference, ()))
            said["contacts"] = dict(self.contacts.get(reference, {}))
        if "targets" in self.sheets:
            said["targets_by_sex"] = dict(self.targets_by_sex.get(reference, {}))
        for sheet in KEYS:
            if sheet in self.sheets:
                said[sheet] = dict(getattr(self, sheet).get(reference, {}))
        return said


def under_lacking_columns(reading: Reading, said: Mapping[str, Any], here: GrantContent) -> dict[str, Any]:
    """Targets, contracts, contacts as said, with what is here under the columns of their sheets that are lacking."""
    kept: dict[str, Any] = {}
    sexes = [sex for sex in SEXES if ("targets", sex) not in reading.letters]
    if "targets_by_sex" in said and sexes:
        there = {f"{indicator}.{sex}" for indicator in said["targets"] for sex in sexes}
        by_sex = {key: number for key, number in here.targets_by_sex.items() if key in there}
        kept["targets_by_sex"] = said["targets_by_sex"] | by_sex
    names = [name for name in OF_A_CONTRACT if ("contracts", name) not in reading.letters]
    if "contracts" in said and names:
        kept["contracts"] = {
            reference: replace(each, **{name: getattr(here.contracts.get(reference, each), name) for name in names})
            for reference, each in said["contracts"].items()
        }
    names = [name for name in PERSONS if ("partners", name) not in reading.letters]
    if "contacts" in said and names:
        bodies = [body.name for body in said["partners"]]
        every = {name: (said["contacts"].get(name, NOBODY), here.contacts.get(name, NOBODY)) for name in bodies}
        merged = {
            name: replace(new, **{each: getattr(old, each) for each in names}) for name, (new, old) in every.items()
        }
        kept["contacts"] = {name: each for name, each in merged.items() if each != NOBODY}
    return kept


def children_in(reading: Reading, bodies: Bodies, *, on: date) -> Children:
    """Every row that can be read; what is wrong goes into ``reading``."""
    children = Children(frozenset(sheet for sheet, _column in reading.letters))
    for row in reading.rows.get("partners", ()):
        body = body_in(reading, "partners", row, "organisation", bodies)
        if body is not None and "reference" in row.values:
            reference = str(row.values["reference"]).upper()
            partners = children.partners[reference]
            children.rows["partners", reference, body.name] = row
            if body in partners:
                reading.wrong("partners", row.number, "organisation", "twice", found=body.name)
            partners.append(body)
            contact = _contact(reading, row)
            if contact != NOBODY:
                children.contacts[reference][body.name] = contact
    for sheet, make in MAKERS.items():
        _read_keyed(reading, sheet, make, children)
    _read_targets_by_sex(reading, children)
    _read_owners(reading, children, on)
    return children


def tell_signed_ahead(reading: Reading, children: Children, examined: Collection[str], *, on: date) -> None:
    """Contracts and amendments of a day to come that the rules do not see: of a grant or in a row that is not whole.

    ``examined``: the references of the grants that the rules see, with every row of theirs that is whole.
    """
    for sheet in SIGNED:
        seen = {
            row.number for (of, reference, _key), row in children.rows.items() if of == sheet and reference in examined
        }
        for row in reading.rows.get(sheet, ()):
            if row.number not in seen and row.get("signed_on", on) > on:
                reading.wrong(sheet, row.number, "signed_on", "signed_ahead", expected=on, found=row.get("signed_on"))


def body_in(reading: Reading, sheet: str, row: Row, key: str, bodies: Bodies) -> Organisation | None:
    """The organisation of that name, here or on the sheet of organisations."""
    name = row.get(key)
    body = bodies.get(str(name).casefold()) if name is not None else None
    if name is not None and body is None:
        reading.wrong(sheet, row.number, key, "no_such_organisation", found=name)
    return body


def _read_keyed(reading: Reading, sheet: str, make: Callable[[Row], Any], children: Children) -> None:
    into: Keyed = getattr(children, sheet)
    for row in reading.rows.get(sheet, ()):
        if any(name not in row.values for name in NEEDED[sheet]):
            continue
        reference, key = str(row.values["reference"]).upper(), row.values[KEYS[sheet]]
        own = into[reference]
        if key in own:
            reading.wrong(sheet, row.number, KEYS[sheet], "twice", found=str(key))
        own[key] = make(row)
        children.rows[sheet, reference, key] = row


def _contact(reading: Reading, row: Row) -> ContactContent:
    address = str(row.get("contact_email", ""))
    if address and not is_address(address):
        reading.wrong("partners", row.number, "contact_email", "not_an_address")
    return ContactContent(**{name: str(row.get(name, "")) for name in PERSONS})


def is_address(text: str) -> bool:
    """Whether a letter can be sent to it."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _contract(row: Row) -> ContractContent:
    return ContractContent(
        name=row.values["contract_name"],  # type: ignore[arg-type]
        party=row.values["party"],  # type: ignore[arg-type]
        signed_on=row.values["signed_on"],  # type: ignore[arg-type]
        amount=row.values["amount"],  # type: ignore[arg-type]
        level=row.get("level", str(ContractLevel.CONTRACT)),
        party_number=row.get("party_number", ""),
    )


MAKERS: Mapping[str, Callable[[Row], Any]] = {
    "targets": lambda row: row.values["target"],
    "work_packages": lambda row: row.values["title"],
    "contracts": _contract,
    "amendments": lambda row: AmendmentContent(row.values["signed_on"], row.values["what"]),  # type: ignore[arg-type]
}


def _read_targets_by_sex(reading: Reading, children: Children) -> None:
    for row in reading.rows.get("targets", ()):
        if not {"reference", "indicator"} <= row.values.keys():
            continue
        by_sex: dict[str, Decimal] = children.targets_by_sex[row.values["reference"].upper()]  # type: ignore[union-attr]
        by_sex |= {f"{row.values['indicator']}.{sex}": row.values[sex] for sex in SEXES if sex in row.values}  # type: ignore[misc]


def _read_owners(reading: Reading, children: Children, on: date) -> None:
    """A person by her name and day of birth, or by her place in the register of owners."""
    names = [name for name in OwnerContent.__dataclass_fields__ if name not in ("contract", "partner")]
    unread = {each.row for each in reading.errors if each.sheet == reading.names.get("owners")}
    contracts = _contracts_named(reading) if "contracts" in children.sheets else None
    for row in reading.rows.get("owners", ()):
        if "reference" not in row.values or row.number in unread:
            continue
        if row.get("born_on", on) > on:
            reading.wrong("owners", row.number, "born_on", "still_to_come", expected=on, found=row.get("born_on"))
        if "register_reference" not in row.values and not {"surname", "born_on"} <= row.values.keys():
            reading.wrong("owners", row.number, "surname", "owner_incomplete")
            continue
        reference: str = row.values["reference"].upper()  # type: ignore[union-attr]
        partner = _partner_in(reading, row, children.partners.get(reference) if "partners" in children.sheets else None)
        said: dict[str, Any] = {name: row.values[name] for name in names if name in row.values}
        if contracts is not None and "contract" in row.values and (reference, row.values["contract"]) not in contracts:
            reading.wrong("owners", row.number, "contract", "no_contract", found=row.values["contract"])
        owner = OwnerContent(contract=row.get("contract", ""), partner=partner, **said)
        children.owners[reference].append(owner)


def _contracts_named(reading: Reading) -> frozenset[tuple[str, Any]]:
    """The reference of a grant and of a contract of it, whatever else of its row cannot be read."""
    rows = reading.rows.get("contracts", ())
    return frozenset((str(row.get("reference", "")).upper(), row.get("contract")) for row in rows)


def _partner_in(reading: Reading, row: Row, partners: list[Organisation] | None) -> str:
    """Whose owner it is, by the name of the partner: one of the grant, where the workbook says which these are."""
    name = str(row.get("partner", ""))
    if name and row.get("contract", ""):
        reading.wrong("owners", row.number, "partner", "of_one_body", found=name)
    if not name or partners is None:
        return name
    known = {each.name.casefold(): each.name for each in partners}
    if name.casefold() not in known:
        reading.wrong("owners", row.number, "partner", "no_partner", found=name)
    return known.get(name.casefold(), name)
