"""The tables of money: the plan, its shares, the years."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import YEARS, YearlyAmounts
from openamif.web.authority.charts import shares_of
from openamif.web.authority.rows.table import Table, coded
from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Coded
from openamif.web.components.tables import Column, Group
from openamif.web.official import commitment_line_name, objective_name, special_case_name
from openamif.web.places import anchor

ZERO = Decimal(0)


def money_by_objective(sheet: Sheet) -> Table:
    """National objectives and technical assistance with their shares: special cases apart."""
    shares = shares_of(sheet.document)
    columns = [
        Column("line", _("Objective")),
        Column("amount", _("Allocated (EUR)"), "money"),
        *([Column("share", _("Share"), "bar")] if shares else []),
    ]
    rows: list[Any] = []
    total = ZERO
    for code, amount in sheet.document.financial_plan.items():
        if sheet.is_2014 and code in ("SO1", "SO2", "SO3", "SO4"):
            continue
        if code.endswith((".NO", ".SA")) or ".SA" in code:
            continue
        if amount is None or code in ("SPECIAL", "TOTAL"):
            continue
        objective = code.partition(".")[0]
        if sheet.is_2014 and (not rows or objective != rows[-1].get("objective")):
            rows.append({"objective": objective})
        total += amount
        rows.append({"objective": objective, "line": coded(code, sheet), "amount": amount, "share": shares.get(code)})
    whole = {"line": _("Total"), "amount": total, "share": Decimal(100) if shares else None}
    return Table(_("Money by objective"), columns, _with_groups(rows, sheet), whole)


def _with_groups(rows: list[dict[str, Any]], sheet: Sheet) -> list[Any]:
    """The bands above the rows of each objective."""
    return [
        row if "line" in row else Group(objective_name(row["objective"], sheet.period), row["objective"])
        for row in rows
    ]


def plan(sheet: Sheet) -> Table:
    """Table 1 as the form has it, sums included; a line for each objective where it is divided no further."""
    if not sheet.is_2014:
        return _plan_2021(sheet)
    shares = shares_of(sheet.document)
    columns = [
        Column("line", _("Specific objective, national objective, specific action")),
        Column("amount", _("Union contribution (EUR)"), "money"),
        *([Column("share", _("Share of objectives and assistance"), "bar")] if shares else []),
    ]
    rows: list[Any] = []
    total = None
    for code, amount in sheet.document.financial_plan.items():
        if code == "TOTAL":
            total = {"line": objective_name(code, sheet.period), "amount": amount}
            continue
        objective = code.partition(".")[0]
        if objective not in groups_in(rows):
            values = {
                "amount": sheet.document.financial_plan.get(objective),
                "share": shares.get(code if code == "TA" else ""),
            }
            rows.append(Group(objective_name(objective, sheet.period), objective, values))
        if "." in code:
            rows.append(
                {
                    "anchor": anchor(f"financial_plan.{code}"),
                    "line": _plan_line(code, sheet),
                    "amount": amount,
                    "share": shares.get(code) if ".NO" in code else None,
                }
            )
    return Table(_("Table 1: financial plan"), columns, rows, total)


def _plan_2021(sheet: Sheet) -> Table:
    """The total allocations by specific objective and technical assistance."""
    plan, shares = sheet.document.financial_plan, shares_of(sheet.document)
    columns = [
        Column("line", _("Objective")),
        Column("amount", _("Union contribution (EUR)"), "money"),
        Column("share", _("Share"), "bar"),
    ]
    rows = [
        {
            "anchor": anchor(f"financial_plan.{code}"),
            "line": coded(code, sheet),
            "amount": amount,
            "share": shares.get(code),
        }
        for code, amount in plan.items()
        if code != "TOTAL"
    ]
    total = {"line": objective_name("TOTAL", sheet.period), "amount": plan["TOTAL"]} if "TOTAL" in plan else None
    return Table(_("Total allocations by specific objective"), columns, rows, total)


def minimum_shares(sheet: Sheet) -> Table:
    """The shares that the law wants at least, on the basic allocation that rule X-10 takes them of."""
    columns = [
        Column("line", _("Objective")),
        Column("amount", _("National objectives (EUR)"), "money"),
        Column("base", _("Basic allocation (EUR)"), "money"),
        Column("rate", _("Share of the basic allocation"), "bar", minimum="minimum"),
        Column("minimum", _("At least"), "share"),
    ]
    rows = [
        {
            "line": coded(str(each.found["objective"]), sheet),
            "amount": each.found["amount"],
            "base": each.found["base"],
            "rate": each.found["rate"],
            "minimum": each.expected["rate"],
        }
        for each in sheet.examination.findings
        if each.rule in ("X-10", "P-02") and sheet.part is None and "rate" in each.expected
    ]
    return Table(_("Minimum shares"), columns, rows)


def groups_in(rows: list[Any]) -> set[str]:
    """The bands that stand already."""
    return {row.code for row in rows if isinstance(row, Group)}


def _plan_line(code: str, sheet: Sheet) -> Coded | str:
    if code.endswith((".NO", ".SA")) or code == "TOTAL":
        return objective_name(code, sheet.period)
    return coded(code, sheet)


def yearly(sheet: Sheet, table: str) -> Table:
    """Table 2 (``special_cases``) or Table 3 (``annual_commitments``) by year."""
    is_special = table == "special_cases"
    amounts: dict[str, YearlyAmounts] = getattr(sheet.document, table)
    name = special_case_name if is_special else commitment_line_name
    columns = [
        Column("line", _("Line")),
        *(Column(str(year), str(year), "money") for year in YEARS),
        Column("total", _("Total"), "money"),
    ]
    rows = [
        {
            "anchor": anchor(f"{table}.{line}"),
            "line": name(line, sheet.period),
            **{str(year): amount for year, amount in zip(YEARS, row.by_year, strict=True)},
            "total": row.total,
        }
        for line, row in amounts.items()
    ]
    caption = (
        _("Table 2: commitments for special cases (EUR)") if is_special else _("Table 3: annual commitments (EUR)")
    )
    return Table(caption, columns, rows[:-1], rows[-1] if rows else None)
