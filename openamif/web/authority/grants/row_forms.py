"""One form a row: contracts, amendments, contacts of the partners and beneficial owners of a grant."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.grants.facts import PERSONS, AmendmentContent, ContactContent, ContractContent, GrantContent
from openamif.web.account_forms import NO_ADDRESS
from openamif.web.authority.forms.rows import RowForm
from openamif.web.authority.grants.labels import CONTRACT_LEVELS, FIELDS
from openamif.web.authority.grants.particulars_form import amount, text
from openamif.web.day_fields import BirthdayField, PastField
from openamif.web.number_fields import WholeField


def line(name: str, longest: int) -> forms.CharField:
    """A line that must say something."""
    return forms.CharField(label=FIELDS[name], max_length=longest)


class ContractForm(RowForm):
    """A contract, subcontract or grant to third parties."""

    unique_by = ("reference",)

    reference = line("contract", 60)
    level = forms.ChoiceField(label=FIELDS["level"], choices=[*CONTRACT_LEVELS.items()])
    name = line("contract_name", 255)
    party = line("party", 255)
    party_number = text("party_number", 30)
    signed_on = PastField(label=FIELDS["signed_on"])
    amount = amount("amount", required=True)


class AmendmentForm(RowForm):
    """A change of the agreement."""

    unique_by = ("number",)

    number = WholeField(label=FIELDS["number"], least=1, most=200)
    signed_on = PastField(label=FIELDS["signed_on"])
    what = line("what", 2000)


class ContactForm(RowForm):
    """Whom to ask at a partner."""

    unique_by = ("partner",)

    partner = forms.ChoiceField(label=FIELDS["partner"])
    contact_name = text("contact_name", 150)
    contact_email = forms.EmailField(
        label=FIELDS["contact_email"], required=False, error_messages={"invalid": NO_ADDRESS}
    )
    contact_phone = text("contact_phone", 40)

    def clean(self) -> dict[str, Any]:
        """Somebody, or a way to reach the body."""
        said = super().clean() or {}
        if not self.errors and not any(said.get(name) for name in PERSONS):
            self.add_error(
                "contact_name", _("Enter a name, an e-mail address or a telephone number, or remove the row.")
            )
        return said


def contact_form(content: GrantContent) -> type[RowForm]:
    """At which of its partners."""
    choices = [(each.name, each.name) for each in content.partners]
    partner = forms.ChoiceField(label=FIELDS["partner"], choices=choices)
    return type("ContactOfPartnerForm", (ContactForm,), {"partner": partner})


class OwnerForm(RowForm):
    """A beneficial owner by her names, or by her place in the register of owners; of the beneficiary unless said."""

    surname = text("surname", 150)
    given_names = text("given_names", 150)
    born_on = BirthdayField(label=FIELDS["born_on"], required=False)
    tax_number = text("tax_number", 30)
    register_reference = text("register_reference", 120)
    partner = forms.ChoiceField(label=FIELDS["partner"], required=False)
    contract = text("contract", 60)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        said = super().clean() or {}
        is_named = all(said.get(name) or name in self.errors for name in ("surname", "born_on"))
        if not said.get("register_reference") and not is_named:
            self.add_error("surname", _("Enter surname and date of birth, or the reference in the register of owners."))
        if said.get("partner") and said.get("contract"):
            words = _("An owner is of a partner or of the party of a contract, not of both: write two rows.")
            self.add_error("partner", words)
        return said


def owner_form(partners: Iterable[str], contracts: Iterable[str]) -> type[OwnerForm]:
    """Which of these partners, or the party of which of these contracts, it is that she owns, or none of them."""
    offered = {"partner": one_of("partner", partners), "contract": one_of("contract", contracts)}
    return type("OwnerOfBodiesForm", (OwnerForm,), offered)


def one_of(name: str, known: Iterable[str]) -> forms.ChoiceField:
    """One of these, or none."""
    choices = [("", _("None")), *((each, each) for each in sorted(set(known)))]
    return forms.ChoiceField(label=FIELDS[name], required=False, choices=choices)


Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowsOfGrant:
    """A table of the agreement: its rows as they stand, and what was entered as the content keeps it."""

    form: Callable[[GrantContent], type[RowForm]]
    title: Promise
    rows: Callable[[GrantContent], list[Row]]
    entered: Callable[[list[Row]], Mapping[Any, object]]


def contract_rows(content: GrantContent) -> list[Row]:
    """By reference."""
    names = ("level", "name", "party", "party_number", "signed_on", "amount")
    return [
        {"reference": reference, **{name: getattr(each, name) for name in names}}
        for reference, each in content.contracts.items()
    ]


def contracts_entered(rows: list[Row]) -> Mapping[str, ContractContent]:
    """By reference."""
    return {row["reference"]: ContractContent(**{k: v for k, v in row.items() if k != "reference"}) for row in rows}


TABLES: Mapping[str, RowsOfGrant] = {
    "contracts": RowsOfGrant(lambda _content: ContractForm, FIELDS["contracts"], contract_rows, contracts_entered),
    "amendments": RowsOfGrant(
        lambda _content: AmendmentForm,
        FIELDS["amendments"],
        lambda content: [
            {"number": number, "signed_on": each.signed_on, "what": each.what}
            for number, each in content.amendments.items()
        ],
        lambda rows: {row["number"]: AmendmentContent(row["signed_on"], row["what"]) for row in rows},
    ),
    "contacts": RowsOfGrant(
        contact_form,
        FIELDS["contacts"],
        lambda content: [{"partner": name, **asdict(each)} for name, each in content.contacts.items()],
        lambda rows: {row.pop("partner"): ContactContent(**row) for row in map(dict, rows)},
    ),
}
