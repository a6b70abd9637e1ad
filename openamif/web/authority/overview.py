"""What the first page of a version shows at a glance."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from openamif.law.loader import Figure as LawFigure
from openamif.law.loader import figure, figure_keys
from openamif.web.authority.sheet import Sheet
from openamif.web.components.colours import objective_key
from openamif.web.components.formats import money, share
from openamif.web.components.references import in_words
from openamif.web.components.shapes import Entry, Figure, Part
from openamif.web.deadlines import DEADLINES
from openamif.web.official import indicator_name
from openamif.web.short_names import objective_short_name

FEW = 6


def key_figures(sheet: Sheet) -> list[Figure]:
    """The whole, its basic part, the special cases, the persons pledged."""
    plan = sheet.document.financial_plan
    if sheet.part is not None:
        own = sum((amount or Decimal(0) for amount in plan.values()), Decimal(0))
        return [Figure(_("Your part"), own, "money", url=sheet.url("plan"))]
    if not sheet.is_2014:
        return [Figure(_("Programme total"), plan.get("TOTAL"), "money", url=sheet.url("plan")), *_counts(sheet)]
    basic = sum(money_amounts(sheet).values(), Decimal(0))
    reference = sheet.version.programme.reference_allocation_amount
    pledged = sum(persons or 0 for row in sheet.document.resettlement for persons in row.persons)
    return [
        Figure(_("Programme total"), plan.get("TOTAL"), "money", url=sheet.url("plan")),
        Figure(
            _("National objectives and assistance"),
            basic,
            "money",
            note=_("reference allocation: %(amount)s") % {"amount": f"{money(reference)} EUR"} if reference else "",
            url=sheet.url("plan"),
        ),
        Figure(_("Special cases"), plan.get("SPECIAL"), "money", url=sheet.url("special_cases")),
        Figure(
            _("Persons pledged for resettlement"),
            pledged,
            note=_("in three pledging periods"),
            url=sheet.url("special_cases"),
        ),
    ]


def _counts(sheet: Sheet) -> list[Figure]:
    """What a programme of 2021-2027 consists of."""
    document = sheet.document
    actions = sum(len(each.actions) for objective in document.objectives for each in objective.national_objectives)
    return [
        Figure(_("Main actions"), actions, url=sheet.url("objectives")),
        Figure(_("Indicators with a target"), sum(1 for row in document.indicators if row.target is not None)),
        Figure(_("Milestones"), len(sheet.examination.content.milestones), url=sheet.url("indicators")),
    ]


def money_amounts(sheet: Sheet) -> dict[str, Decimal]:
    """National objectives by specific objective, and technical assistance."""
    plan = sheet.document.financial_plan
    if not sheet.is_2014:
        return {code: amount for code, amount in plan.items() if amount and code != "TOTAL"}
    named = {code: plan.get(f"{code}.NO") for code in ("SO1", "SO2", "SO3")} | {"TA": plan.get("TA")}
    return {code: amount for code, amount in named.items() if amount}


def money_parts(sheet: Sheet) -> list[Part]:
    """The parts of the bar; where the law sets a minimum share, with the share it is measured by."""
    rules = ("X-10", "P-02")
    measured = {each.found.get("objective"): each for each in sheet.examination.findings if each.rule in rules}
    parts = []
    for code, amount in money_amounts(sheet).items():
        found = measured.get(code)
        note = ""
        if found is not None and "rate" in found.expected:
            rates = {"share": share(found.found["rate"]), "least": share(found.expected["rate"], 0)}  # type: ignore[arg-type]
            note = _("%(share)s of the basic allocation, at least %(least)s") % rates
        parts.append(Part(objective_short_name(code, sheet.period), amount, objective_key(code), note))
    return parts


def deadlines(sheet: Sheet) -> list[Entry]:
    """The days the law sets for this period, the next ones first; all of them where none is left."""
    keys = [key for key in figure_keys(sheet.period) if key.startswith("deadlines.")]
    days = [each for each in (figure(key, on=sheet.on, period=sheet.period) for key in keys) if each.unit == "date"]
    coming = sorted((each for each in days if each.day >= sheet.on), key=_day)
    shown = coming[:FEW] or sorted(days, key=_day)[-FEW:]
    return [
        Entry(
            each.day,
            str(DEADLINES.get(each.key, each.title)),
            in_words(each.source),
            state="todo" if each.day >= sheet.on else "done",
        )
        for each in shown
    ]


def _day(each: LawFigure) -> date:
    return each.day


def targets(sheet: Sheet) -> list[dict[str, object]]:
    """The largest targets among the indicators that count."""
    rows = [row for row in sheet.document.indicators if row.target and row.unit == "number"]
    largest = sorted(rows, key=lambda row: row.target or Decimal(0), reverse=True)[:FEW]
    return [
        {
            "code": row.code,
            "name": indicator_name(row.code, row.name, sheet.period),
            "target": row.target,
            "source": row.source,
        }
        for row in largest
    ]
