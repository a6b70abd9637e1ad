"""What the reader calls the fields, states and codes of a grant, and what is wrong in a cell."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openamif.web.official import official

GRANT_STATES: dict[str, tuple[Promise, str]] = {
    "draft": (pgettext_lazy("a grant", "Draft"), "idle"),
    "signed": (pgettext_lazy("a grant", "Signed"), "good"),
    "ended": (pgettext_lazy("a grant", "Ended"), "info"),
}
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
    "budget": _("Budget"),
    "targets": _("Targets"),
    "organisation": _("Organisation"),
    "indicator": _("Indicator"),
    "target": _("Target"),
    "name": _("Name"),
    "short_name": _("Short name"),
    "kind": _("Kind"),
    "country": _("Country"),
    "enterprise_number": _("Enterprise number"),
    "vat_number": _("VAT number"),
    **COST_CATEGORIES,
}
CELL_ERRORS: dict[str, Promise] = {
    "missing": _("This cell must be filled in."),
    "not_offered": _("“%(found)s” is none of the values offered: %(expected)s."),
    "not_a_date": _("“%(found)s” is no date. Write it as 2020-12-31 or 31/12/2020."),
    "not_an_amount": _("“%(found)s” is no amount."),
    "not_a_count": _("“%(found)s” is no whole number."),
    "not_a_percent": _("“%(found)s” is no percentage."),
    "out_of_range": _("%(found)s is out of range."),
    "more_than_cents": _("%(found)s has more than two decimals."),
    "too_long_text": _("The text has %(found)s characters; %(expected)s are allowed."),
    "check_digits": _("“%(found)s” is not valid: its check digits do not agree."),
    "twice": _("“%(found)s” stands here twice."),
    "not_in_sheet": _("“%(found)s” does not stand on the sheet “%(expected)s”."),
    "merged": _("This cell is merged with others: undo that, and fill in each cell."),
    "no_sheet": _("The sheet is missing."),
    "no_heading": _("The column “%(label)s” is missing: its heading was not found."),
    "too_many_rows": _("The sheet has more than %(expected)s rows."),
    "no_such_organisation": _("No organisation is called “%(found)s”. Add it to the sheet of organisations first."),
    "number_of_another": _("This number is that of %(found)s."),
    "differs": _("“%(found)s” differs from what is known here, “%(expected)s”."),
    "ends_before_start": _("This day is before the start (%(expected)s)."),
    "above_cost": _("The Union’s contribution is above the total eligible cost (%(expected)s)."),
    "goes_back": _("The grant has come further already (%(expected)s): a signature or an end is not undone from here."),
}
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


def place_words(place: str, period: str) -> str:
    """``Targets › SO2.C2``: what a place of a grant is called."""
    head, _dot, rest = place.partition(".")
    words = str(FIELDS.get(head, head))
    return f"{words} › {COST_CATEGORIES.get(rest, rest)}" if rest else words


def code_label(name: str, code: str, period: str) -> str:
    """A code with its official name."""
    words = official(name, code, period)
    return code if words == code else f"{code} {words}"
