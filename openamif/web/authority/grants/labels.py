"""What the reader calls the fields, states and codes of a grant, and what is wrong in a cell."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from openamif.rules.grants.particulars import vat_threshold
from openamif.web.cells import COMMON_ERRORS
from openamif.web.components import formats
from openamif.web.official import official

PROCEDURES: dict[str, Promise] = {
    "open_call": _("Open call for proposals"),
    "restricted_call": _("Restricted call for proposals"),
    "negotiated": _("Negotiated procedure"),
    "direct_award": _("Direct award"),
    "executing_body": _("Authority as executing body"),
}
GROUNDS: dict[str, Promise] = {
    "standard": _("Standard rate"),
    "specific_action": _("Specific action"),
    "strategic_priority": _("Strategic Union priority"),
    "exceptional": _("Exceptional circumstances, duly justified"),
    "annex_iv": _("Action of Annex IV"),
    "operating_support": _("Operating support"),
    "emergency_assistance": _("Emergency assistance"),
    "technical_assistance": _("Technical assistance"),
}
COST_CATEGORIES: dict[str, Any] = {
    "staff": _("Staff costs"),
    "travel": _("Travel and subsistence"),
    "equipment": _("Equipment"),
    "real_estate": _("Real estate"),
    "supplies": _("Consumables and supplies"),
    "subcontracting": _("Subcontracting"),
    "target_group": _("Costs for the target group"),
    "other_direct": _("Other direct costs"),
    "indirect": _("Indirect costs"),
}
CONTRACT_LEVELS: dict[str, Promise] = {
    "contract": _("Contract"),
    "subcontract": _("Subcontract"),
    "cascade": _("Grant to third parties"),
}
PARTNERSHIP_PARTS: dict[str, Promise] = {
    "public_initiator": _("Public body that begins it"),
    "private_partner": _("Private partner"),
}
REIMBURSEMENTS: dict[str, Promise] = {
    "article_94": _("Article 94: unit costs, lump sums or flat rates"),
    "article_95": _("Article 95: financing not linked to costs"),
}
DUTIES: dict[str, Promise] = {
    "inform_participants": _("Tell participants of the Union’s support"),
    "funding_statement": _("Union emblem and statement of support on every document"),
    "website": _("Description of the operation on the website and social media"),
    "plaque": _("Durable plaque or billboard"),
    "poster": _("Poster of at least A3, or an electronic display"),
    "event": _("Event with the Commission and the authority"),
}
FIELDS: dict[str, Any] = {
    "reference": _("Reference"),
    "title": _("Title"),
    "summary": _("Summary"),
    "beneficiary": _("Beneficiary"),
    "partners": _("Partners"),
    "delegated_authority": _("Delegated authority"),
    "objective": _("Objective"),
    "action": _("Action of the programme"),
    "procedure": _("Selection procedure"),
    "procedure_reference": _("Reference of the procedure"),
    "intervention_fields": _("Intervention field"),
    "types_of_action": _("Type of action"),
    "implementation": _("Implementation"),
    "particular_themes": _("Particular theme"),
    "location": _("Location (NUTS)"),
    "third_country": _("Third country"),
    "applied_on": _("Application submitted on"),
    "signed_on": _("Signed on"),
    "starts_on": _("Starts on"),
    "ends_on": _("Ends on"),
    "ended_on": _("Activities ended on"),
    "eligible_amount": _("Total eligible cost (EUR)"),
    "union_amount": _("Union contribution (EUR)"),
    "ground": _("Ground of the Union’s share"),
    "justification": _("Justification of a higher share"),
    "has_investment": _("Infrastructure or equipment"),
    "is_strategic": _("Of strategic importance"),
    "report_months": _("Months between reports"),
    "report_days": _("Days to hand in a report"),
    "reports_start_on": _("Reports here from"),
    "budget": _("Budget"),
    "targets": _("Targets"),
    "targets_by_sex": _("Targets for women and men"),
    "female": _("of which women"),
    "male": _("of which men"),
    "work_packages": _("Work packages"),
    "number": pgettext_lazy("of an amendment", "Number"),
    "contracts": _("Contracts"),
    "contract": _("Reference of the contract"),
    "contract_name": _("Name of the contract"),
    "level": _("Kind of contract"),
    "party": _("Party"),
    "party_number": _("VAT or tax number of the party"),
    "amount": _("Amount (EUR)"),
    "amendments": _("Amendments"),
    "what": _("What changes"),
    "owners": _("Beneficial owners"),
    "contacts": _("Contacts of the partners"),
    "partner": _("Partner"),
    "given_names": _("First names"),
    "surname": _("Surname"),
    "born_on": _("Date of birth"),
    "tax_number": _("VAT or tax number"),
    "register_reference": _("Reference in the register of owners"),
    "contact_name": _("Contact person"),
    "contact_email": _("E-mail of the contact"),
    "contact_phone": _("Telephone of the contact"),
    "issued_by": _("Body that issued the agreement"),
    "is_state_aid": _("State aid"),
    "is_de_minimis": _("De minimis aid"),
    "aid_body": _("Body that receives or grants the aid"),
    "partnership_part": _("Part in a public-private partnership"),
    "reimbursement": _("Reimbursement under Article 94 or 95"),
    "is_vat_recoverable": _("VAT can be recovered"),
    "currency": _("Currency"),
    "public_amount": _("Cost with a public contribution (EUR)"),
    "annex_iv_action": _("Action of Annex IV"),
    "organisation": _("Organisation"),
    "indicator": _("Indicator"),
    "target": _("Target"),
    "name": _("Name"),
    "short_name": _("Short name"),
    "kind": _("Kind"),
    "legal_form": _("Legal form"),
    "country": _("Country"),
    "enterprise_number": _("Enterprise number"),
    "vat_number": _("VAT number"),
    **COST_CATEGORIES,
}
OWED_WHEN: dict[str, dict[str, Promise]] = {
    "2014-2020": {
        "procedure_reference": _("obligatory after a call or a negotiation"),
        "justification": _("obligatory for a share above the standard rate"),
    },
    "2021-2027": {"annex_iv_action": _("obligatory with the ground “Action of Annex IV”")},
}
"""By period, when the rules ask for what may stay empty else (G-02, G-08)."""
CELL_ERRORS: dict[str, Promise] = {
    **COMMON_ERRORS,
    "no_such_organisation": _("No organisation is called “%(found)s”. Add it to the sheet of organisations first."),
    "own_partner": _(
        "“%(found)s” is the beneficiary of this grant and stands among its partners too. It is not its own partner."
    ),
    "number_of_another": _("This number is that of %(found)s."),
    "differs": _("“%(found)s” differs from what is known here, “%(expected)s”. An administrator can correct that."),
    "above_cost": _("The Union’s contribution is above the total eligible cost (%(expected)s)."),
    "owner_incomplete": _("Enter surname and date of birth, or the reference in the register of owners."),
    "no_partner": _("“%(found)s” is no partner of this grant. Write the name of one, or leave the cell empty."),
    "no_contract": _("“%(found)s” is no contract of this grant. Write the reference of one, or leave the cell empty."),
    "of_one_body": _("An owner is of a partner or of the party of a contract, not of both: write two rows."),
    "no_aid": _("A body is named for the aid, but neither State aid nor de minimis aid is said."),
    "not_an_address": _("“%(found)s” is no e-mail address."),
    "still_to_come": _("%(found)s is still to come. Write a day up to today (%(expected)s), or leave it empty."),
    "signed_ahead": _("%(found)s is still to come. Write the day of the signature, up to today (%(expected)s)."),
    "goes_back": _("The grant has come further already (%(expected)s): a signature or an end is not undone from here."),
}
OUT_OF_RANGE = _("%(found)s is out of range: from %(least)s to %(most)s.")
"""Where its bounds are known."""
FILE_REFUSALS: dict[str, Promise] = {
    "not_a_workbook": _("This file is no Excel workbook (.xlsx), or it is damaged."),
    "too_large": _("The file is larger than 5 MB."),
    "unpacks_too_large": _("The file unpacks to far more than a workbook of grants can be, so it was not opened."),
    "too_wide": _(
        "The file has cells far to the right, out of any list. Take the template and copy your rows into it."
    ),
    "too_long": _("The file has more rows than a programme has grants. Take the template and copy your rows into it."),
    "no_sheet": _("None of the sheets of the template is in this file."),
}


CHOSEN: dict[str, dict[str, Promise]] = {
    "procedure": PROCEDURES,
    "ground": GROUNDS,
    "partnership_part": PARTNERSHIP_PARTS,
    "reimbursement": REIMBURSEMENTS,
}
"""Fields for which one of these is chosen."""


def place_words(place: str, period: str) -> str:
    """``Targets › SO2.C2``: what a place of a grant is called."""
    head, _dot, rest = place.partition(".")
    words = str(FIELDS.get(head, head))
    if head == "targets_by_sex":
        indicator, _point, sex = rest.rpartition(".")
        return f"{words} › {indicator} › {FIELDS[sex]}"
    return f"{words} › {COST_CATEGORIES.get(rest, rest)}" if rest else words


def particulars_in_words(particulars: Mapping[str, Any]) -> dict[str, Any]:
    """The particulars of a grant, what is chosen or ticked among them in the reader's words."""
    return {
        **particulars,
        "is_state_aid": gettext("yes") if particulars["is_state_aid"] else "",
        "is_de_minimis": gettext("yes") if particulars["is_de_minimis"] else "",
        "partnership_part": str(PARTNERSHIP_PARTS.get(particulars["partnership_part"], "")),
        "reimbursement": str(REIMBURSEMENTS.get(particulars["reimbursement"], "")),
        "is_vat_recoverable": {True: gettext("yes"), False: gettext("no"), None: ""}[particulars["is_vat_recoverable"]],
        "annex_iv_action": annex_iv_label(particulars["annex_iv_action"]),
    }


def vat_words(period: str) -> str:
    """From what cost on it is asked whether VAT comes back; nothing where the law of the period does not ask."""
    threshold = vat_threshold(period=period, on=localdate())
    return gettext("From a total cost of %(amount)s on.") % {"amount": formats.euros(threshold)} if threshold else ""


def place_label(code: str, period: str) -> str:
    """A code of NUTS with its name; places that no list here has are shown as they stand."""
    return code_label("nuts", code, period)


def annex_iv_label(code: str) -> str:
    """Which of the actions that Annex IV lists; only 2021-2027 has them."""
    return code_label("higher_cofinancing", code, "2021-2027") if code else ""


def code_label(name: str, code: str, period: str) -> str:
    """A code with its official name."""
    words = official(name, code, period)
    return code if words == code else f"{code} {words}"
