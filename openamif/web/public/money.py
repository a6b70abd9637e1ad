"""The money of a programme for readers who know nothing of funds: parts of a whole, cards, tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.components import formats
from openamif.web.components.colours import objective_key
from openamif.web.components.shapes import Coded, Figure, Part
from openamif.web.components.tables import Column, Group
from openamif.web.public.persons import persons_pledged
from openamif.web.public.shown import Shown
from openamif.web.short_names import objective_short_name

WHOLE = ("SO1", "SO2", "SO3", "SO4", "SPECIAL", "TA")
"""The lines of Table 1 that together are its total."""
PURPOSES: dict[str, Promise] = {
    "SO1": gettext_lazy("A place to stay, a decision that holds, and care for those who need it most."),
    "SO2": gettext_lazy("Language, guidance and work for those who settle here; clear ways in for those who may come."),
    "SO3": gettext_lazy("Advice in good time, a safe journey, and help to begin again for those who go back."),
    "SPECIAL": gettext_lazy("People brought to safety from regions in crisis or from another Member State."),
}


def colour(line: str) -> str:
    """The key of a line's colour; persons taken in have that of solidarity."""
    return "solidarity" if line == "SPECIAL" else objective_key(line)


def line_name(line: str, period: str) -> str:
    """Its short name; for special cases what they are."""
    return _("Resettlement and relocation") if line == "SPECIAL" else objective_short_name(line, period)


def parts(document: Document) -> list[Part]:
    """What the total is made of; lines without money are left out."""
    plan = document.financial_plan
    return [
        Part(line_name(line, document.period), amount, colour(line)) for line in WHOLE if (amount := plan.get(line))
    ]


@dataclass(frozen=True, slots=True)
class Card:
    """An objective on the home page: its money and what it is for."""

    title: str
    amount: Decimal
    purpose: str
    note: str
    colour: str
    url: str


def cards(shown: Shown) -> list[Card]:
    """The three objectives and the persons taken in."""
    document, page = shown.document, reverse("public:programme", args=[shown.programme.pk])
    return [
        Card(
            title=line_name(line, shown.period),
            amount=document.financial_plan.get(line) or Decimal(0),
            purpose=str(purpose),
            note=_note(document, line),
            colour=colour(line),
            url=f"{page}#persons"
            if line == "SPECIAL"
            else reverse("public:objective", args=[shown.programme.pk, line]),
        )
        for line, purpose in PURPOSES.items()
        if line in document.financial_plan
    ]


def _note(document: Document, line: str) -> str:
    if line == "SPECIAL":
        persons = persons_pledged(document)
        return ngettext("%(number)s person pledged", "%(number)s persons pledged", persons) % {
            "number": formats.count(persons)
        }
    actions = main_actions(document, line)
    return ngettext("%(number)s main action", "%(number)s main actions", actions) % {"number": formats.count(actions)}


def main_actions(document: Document, of: str = "") -> int:
    """How many main actions the programme has, or one objective of it."""
    objectives = (each for each in document.objectives if of in ("", each.code))
    return sum(len(national.actions) for objective in objectives for national in objective.national_objectives)


def key_figures(shown: Shown) -> list[Figure]:
    """What the programme comes to."""
    document = shown.document
    persons = persons_pledged(document)
    taken_in = Figure(_("People to be taken in"), persons, note=_("resettled, relocated or admitted"), url="#persons")
    aims = _("by which results are measured")
    return [
        Figure(_("From the European Union"), document.financial_plan.get("TOTAL"), "money"),
        *([taken_in] if persons or shown.period == "2014-2020" else []),
        Figure(_("Main actions"), main_actions(document), note=_("each with the results it aims at"), url="#actions"),
        Figure(_("Indicators with a target"), _aimed_at(document), note=aims, url="#targets"),
    ]


def _aimed_at(document: Document) -> int:
    return sum(1 for indicator in document.indicators if indicator.target)


def plan_columns() -> list[Column]:
    """Of the table of money."""
    return [
        Column("line", _("What for")),
        Column("amount", _("Union money (EUR)"), "money"),
        Column("share", _("Share of the programme"), "bar"),
    ]


def plan_rows(document: Document) -> list[Any]:
    """Each objective as a band with its sum, below it its national objectives and specific actions that have money."""
    return list(_plan_rows(document))


def _plan_rows(document: Document) -> Iterator[Any]:
    plan = document.financial_plan
    total = plan.get("TOTAL") or Decimal(0)

    def row(line: str, amount: Decimal) -> dict[str, Any]:
        name = Coded(line, objective_short_name(line, document.period))
        return {"line": name, "amount": amount, "share": _rate(amount, total)}

    for head in WHOLE:
        amount = plan.get(head)
        if not amount:
            continue
        values = {"amount": amount, "share": _rate(amount, total)}
        yield Group(line_name(head, document.period), head, values)
        for line, inner in plan.items():
            if inner and line.startswith(f"{head}.") and line[-1].isdigit():
                yield row(line, inner)


def _rate(amount: Decimal, total: Decimal) -> Decimal | None:
    return amount * 100 / total if total else None


def plan_total(document: Document) -> dict[str, Any]:
    """The last row."""
    total = document.financial_plan.get("TOTAL") or Decimal(0)
    return {"line": _("The whole programme"), "amount": total, "share": _rate(total, total)}


def share_columns() -> list[Column]:
    """Of the table of minimum shares."""
    return [
        Column("objective", _("Objective")),
        Column("amount", _("National objectives (EUR)"), "money"),
        Column("rate", _("Share of the basic allocation"), "bar", minimum="minimum"),
        Column("minimum", _("At least"), "share"),
    ]


def share_rows(shown: Shown) -> list[dict[str, Any]]:
    """The shares that the law wants asylum and integration to have, and those that they have (rule X-10)."""
    return [
        {
            "objective": Coded(str(line), objective_short_name(str(line), shown.period)),
            "amount": finding.found["amount"],
            "rate": finding.found["rate"],
            "minimum": finding.expected["rate"],
        }
        for finding in shown.findings
        if finding.rule in ("X-10", "P-02") and (line := finding.found.get("objective"))
    ]


def share_source(shown: Shown) -> str:
    """The article that sets the minimum shares; empty where the rule said nothing."""
    return next((finding.source for finding in shown.findings if finding.rule in ("X-10", "P-02")), "")
