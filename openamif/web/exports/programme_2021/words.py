"""What the parts of a programme of 2021-2027 are called, with the numbers that the template gives them.

Source: Regulation (EU) 2021/1060, Annex VI.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.programmes.facts.rows_2021 import COMMUNICATION, PARTNERSHIP, strategy_key
from openamif.programmes.facts.workbook_2021 import OBJECTIVES, SUMMARY
from openamif.web.exports.sections import HEADINGS_2021

SHEETS: dict[str, Promise] = {
    "texts": _("Texts"),
    "financing": _("Financing"),
    "years": _("By year"),
    "fields": _("Intervention fields"),
    "actions": _("Actions"),
    "indicators": _("Indicators"),
    "authorities": _("Authorities"),
}
FIELDS: dict[str, Promise] = {
    "section": _("Section"),
    "text": _("Text"),
    "line": _("Objective"),
    "amount": _("Union contribution (EUR)"),
    "year": _("Year"),
    "field": _("Intervention field"),
    "number": _("Number of the action"),
    "objective": _("Objective"),
    "title": _("Title"),
    "description": _("Description"),
    "desired_results": _("Desired results"),
    "code": _("Indicator"),
    "baseline": _("Baseline"),
    "milestone": _("Milestone 2024"),
    "target": _("Target 2029"),
    "source": _("Source of data"),
    "kind": _("Role"),
    "name": _("Name"),
    "head": _("Person responsible"),
    "address": _("Address"),
    "email": _("E-mail"),
    "designated_on": _("Designated on"),
    "activities": _("Tasks passed on"),
}
HELPS: dict[str, Promise] = {
    "section": _("A part of the template. A long text goes on in a further row of the same section."),
    "text": _("Paragraphs are kept apart by line breaks (Alt and Enter)."),
    "amount": _("With two decimals at most. Empty where the programme has nothing here."),
    "number": _("It runs through the programme. Grants refer to it: never change it, and give a new action the next."),
    "milestone": _("For output indicators alone."),
    "baseline": _("For result indicators."),
    "kind": _("One managing authority and one audit authority; as many intermediate bodies as there are."),
    "activities": _("Of an intermediate body: the part of the programme that is delegated to it."),
}
KINDS: dict[str, Promise] = {
    "RA": _("Managing authority"),
    "AA": _("Audit authority"),
    "DA": _("Intermediate body"),
}
SECTION_NAMES: dict[str, tuple[str, Promise]] = {
    SUMMARY: ("1", HEADINGS_2021["1"]),
    **{strategy_key(each): (f"2.1 {each}", _("Description of the specific objective")) for each in OBJECTIVES},
    PARTNERSHIP: ("6", HEADINGS_2021["6"]),
    COMMUNICATION: ("7", HEADINGS_2021["7"]),
}
TABLES: dict[str, Promise] = {
    "1": _("Output indicators"),
    "2": _("Result indicators"),
    "3": _("Indicative breakdown by type of intervention"),
    "4": _("Indicative breakdown of technical assistance"),
    "5": _("Financial appropriations per year"),
    "6": _("Total financial allocations"),
    "10": _("Programme authorities"),
}


def table_title(number: str) -> str:
    """``Table 3: Indicative breakdown by type of intervention``."""
    return str(_("Table %(number)s: %(title)s")) % {"number": number, "title": TABLES[number]}
