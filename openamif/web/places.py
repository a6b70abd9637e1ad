"""Where in the application a place of the document is, and what it is called."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from openamif.web.official import (
    commitment_line_name,
    objective_name,
    official,
    resettlement_category_name,
    special_case_name,
)

PAGES: dict[str, str] = {
    "summary": "texts",
    "baseline": "texts",
    "objectives": "objectives",
    "actions": "objectives",
    "timetable": "timetable",
    "resettlement_justification": "special_cases",
    "resettlement": "special_cases",
    "resettlement_totals": "special_cases",
    "transfers": "special_cases",
    "turkey": "special_cases",
    "pledges": "special_cases",
    "special_cases": "special_cases",
    "indicators": "indicators",
    "partnership": "texts",
    "beneficiary_types": "texts",
    "share_deviation": "texts",
    "financial_plan": "plan",
    "intervention_fields": "plan",
    "yearly_amounts": "plan",
    "annual_commitments": "commitments",
    "documents": "texts",
    "validation": "findings",
    "authorities": "authorities",
    "management_and_control_system": "authorities",
    "version": "history",
    "cci": "history",
    "first_year": "history",
    "last_year": "history",
    "eligible_from": "history",
}

WORDS: dict[str, Promise] = {
    "summary": _("Executive summary"),
    "baseline": _("Baseline situation"),
    "objectives": _("Objectives"),
    "actions": _("Actions"),
    "timetable": _("Timetable"),
    "resettlement_justification": _("Resettlement pledges, justification"),
    "resettlement": _("Resettlement pledges"),
    "resettlement_totals": _("Resettlement pledges, totals"),
    "transfers": _("Transfer and relocation"),
    "turkey": _("Admission from Turkey"),
    "pledges": _("Pledges"),
    "special_cases": _("Special cases by year"),
    "indicators": _("Indicators"),
    "partnership": _("Partnership"),
    "beneficiary_types": _("Types of beneficiaries"),
    "share_deviation": _("Deviation from the minimum shares"),
    "financial_plan": _("Financial plan"),
    "intervention_fields": _("Intervention fields"),
    "yearly_amounts": _("Amounts by year"),
    "annual_commitments": _("Annual commitments"),
    "documents": _("Documents"),
    "validation": _("Validation by the Commission"),
    "authorities": _("Authorities"),
    "management_and_control_system": _("Management and control system"),
    "version": _("Version"),
    "cci": _("CCI number"),
    "first_year": _("First year"),
    "last_year": _("Last year"),
    "eligible_from": _("Eligible from"),
    "strategy": _("strategy"),
    "introduction": _("introduction"),
    "text": _("text"),
    "title": _("title"),
    "qualifier": _("carried out by"),
    "description": _("description"),
    "examples": _("examples"),
    "desired_results": _("desired results"),
    "name": _("name"),
    "planning": _("planning"),
    "implementation": _("implementation"),
    "closing": _("closing"),
    "unit": _("unit"),
    "baseline_value": _("baseline"),
    "milestone": _("milestone"),
    "target": _("target"),
    "source": _("source"),
    "total": _("total"),
    "TOTAL": _("Total"),
    "union_priorities": _("Union priorities"),
    "grand_total": _("grand total"),
    "kind": _("kind"),
    "from_country": _("From"),
    "to_country": _("To"),
    "head": _("person responsible"),
    "address": _("address"),
    "email": _("e-mail"),
    "designated_on": _("date of designation"),
    "dated_on": _("date"),
    "local_reference": _("local reference"),
    "commission_reference": _("Commission reference"),
    "files": _("files"),
    "sent_on": _("date sent"),
    "sent_by": _("sent by"),
    "objective": _("objective"),
    "activities": _("tasks passed on"),
    "partnership.6": _("Partnership"),
    "partnership.7": _("Communication and visibility"),
}


ROWS = ("indicators", "timetable", "actions", "objectives", "authorities", "documents", "transfers")


def anchor(place: str) -> str:
    """The id of a place within its page."""
    return place.replace(".", "-").replace("/", "-").replace(" ", "")


def page_of(place: str) -> str:
    """The page of a version that shows this place."""
    return PAGES.get(place.partition(".")[0], "findings")


def place_url(version_pk: int, place: str) -> str:
    """The address of the place, down to its row."""
    return f"{reverse(f'authority:version_{page_of(place)}', args=[version_pk])}#{anchor(row_of(place))}"


def row_of(place: str) -> str:
    """The row that holds a field: ``indicators.SO1.C6.target`` is in ``indicators.SO1.C6``."""
    head, _dot, rest = place.partition(".")
    last = rest.rpartition(".")[2]
    if head in ROWS and last in WORDS:
        return place.rpartition(".")[0]
    if (last.isdigit() and head in ("special_cases", "annual_commitments")) or "-20" in last or last == "baseline":
        return place.rpartition(".")[0]
    return place


def field_of(place: str) -> str:
    """The field of a row: ``target`` of ``indicators.SO1.C6.target``."""
    return place.rpartition(".")[2]


def field_words(place: str) -> str:
    """What the field of a row is called."""
    field = field_of(place)
    return capfirst(str(WORDS["baseline_value"] if field == "baseline" else WORDS.get(field, field)))


def place_words(place: str, period: str) -> str:
    """``Indicators › SO1.C6 › target``."""
    head, _dot, rest = place.partition(".")
    if place in WORDS:
        return str(WORDS[place])
    words = [str(WORDS.get(head, head))]
    if head in ("financial_plan", "objectives") and rest:
        code, inner = _code_and_rest(rest)
        words.append(f"{code} {objective_name(code, period)}" if code != "TOTAL" else objective_name(code, period))
        rest = inner
    elif head == "special_cases" and rest:
        kind, _dot, rest = rest.partition(".")
        words.append(special_case_name(kind, period))
    elif head == "intervention_fields" and rest:
        words.append(f"{rest} {official(head, rest, period)}")
        rest = ""
    elif head == "annual_commitments" and rest:
        line, _dot, rest = rest.partition(".")
        words.append(commitment_line_name(line, period))
    elif head == "resettlement" and rest:
        category, _dot, rest = rest.partition(".")
        words.append(resettlement_category_name(category, period))
    elif head in ("indicators", "timetable", "authorities") and rest:
        code, _dot, last = rest.rpartition(".")
        if last in WORDS:
            words.append(code)
            rest = "baseline_value" if last == "baseline" else last
    parts = (
        rest.split(".") if head in ("actions", "documents", "resettlement_totals", "transfers", "turkey") else [rest]
    )
    words += [str(WORDS.get(part, part)) for part in parts if part]
    return " › ".join(words)


def _code_and_rest(rest: str) -> tuple[str, str]:
    """The code at the head of ``SO1.NO1.introduction``, and what follows it."""
    parts = rest.split(".")
    if len(parts) > 1 and parts[-1] in WORDS:
        return ".".join(parts[:-1]), parts[-1]
    return rest, ""
