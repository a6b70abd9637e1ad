"""A document with one thing changed: a text, an action, the rows of a table. The sums of the form follow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

from openamif.programmes.models.content import Action, Amount, Pledge, Row, Section
from openamif.programmes.models.document import Rows, document_from, rows_of, text_of
from openamif.sfc import programme_2014 as sfc

Change = Callable[[Rows], None]
OF_OBJECTIVES = "objectives."


def _changed(
    document: sfc.Programme, change: Change, finish: Callable[[sfc.Programme], sfc.Programme] = lambda made: made
) -> sfc.Programme:
    rows = rows_of(document)
    change(rows)
    return finish(document_from(rows, language=document.language))


def with_section(document: sfc.Programme, key: str, paragraphs: Sequence[str]) -> sfc.Programme:
    """The document with this text. A text of an objective that it lacks is put in its order; else KeyError."""

    def change(rows: Rows) -> None:
        sections = {row.key: row for row in rows[Section]}
        if key in sections:
            sections[key].text = text_of(paragraphs)
        elif _belongs(key, sections):
            rows[Section] = _in_order([*rows[Section], Section(key=key, text=text_of(paragraphs))])
        else:
            raise KeyError(key)

    return _changed(document, change)


def _belongs(key: str, sections: Mapping[str, Section]) -> bool:
    """Whether a text of that place is of a national objective or specific action under an objective that is there."""
    code, _dot, part = key.removeprefix(OF_OBJECTIVES).rpartition(".")
    strategy = f"{OF_OBJECTIVES}{code.partition('.')[0]}.strategy"
    return key.startswith(OF_OBJECTIVES) and part in ("introduction", "text") and strategy in sections


def _in_order(sections: Sequence[Section]) -> list[Section]:
    """The texts of objectives by their codes; the others where they were."""
    ordered = sorted((row for row in sections if row.key.startswith(OF_OBJECTIVES)), key=lambda row: row.key)
    return [row for row in sections if not row.key.startswith(OF_OBJECTIVES)] + ordered


def with_action(document: sfc.Programme, number: int, values: dict[str, Any]) -> sfc.Programme:
    """The document with these values in the action of that number; KeyError where it has none."""

    def change(rows: Rows) -> None:
        action = {row.number: row for row in rows[Action]}[number]
        for name, value in values.items():
            setattr(action, name, value)

    return _changed(document, change)


def with_new_action(document: sfc.Programme, objective: str, values: dict[str, Any]) -> sfc.Programme:
    """The document with one more action, last of its objective; numbers run on in the order of the form."""
    return _changed(
        document, lambda rows: rows[Action].append(Action(objective=objective, number=0, **values)), _renumbered
    )


def without_action(document: sfc.Programme, number: int) -> sfc.Programme:
    """The document without the action of that number; numbers run on."""

    def change(rows: Rows) -> None:
        rows[Action] = [row for row in rows[Action] if row.number != number]

    return _changed(document, change, _renumbered)


def _renumbered(document: sfc.Programme) -> sfc.Programme:
    numbers = count(1)
    return replace(
        document,
        objectives=tuple(
            replace(
                objective,
                national_objectives=tuple(
                    replace(
                        national, actions=tuple(replace(action, number=next(numbers)) for action in national.actions)
                    )
                    for national in objective.national_objectives
                ),
            )
            for objective in document.objectives
        ),
    )


def with_rows(document: sfc.Programme, model: type[Row], new: Sequence[Any]) -> sfc.Programme:
    """The document with these rows of a kind in place of those it had."""
    return _changed(document, lambda rows: rows.__setitem__(model, list(new)))


def with_pledges(document: sfc.Programme, table: str, new: Sequence[Pledge]) -> sfc.Programme:
    """The document with these pledges in one table of section 4; the sums of resettlement follow."""

    def change(rows: Rows) -> None:
        rows[Pledge] = [row for row in rows[Pledge] if row.table != table] + list(new)

    changed = _changed(document, change)
    return _with_resettlement_sums(changed) if table == "resettlement" else changed


def _with_resettlement_sums(document: sfc.Programme) -> sfc.Programme:
    columns = zip(*(row.persons for row in document.resettlement), strict=True)
    first, second, third = [sum(each or 0 for each in column) for column in columns] or (0, 0, 0)
    sums = (first, second, third)
    return replace(document, resettlement_totals=sfc.ResettlementTotals(sums, sums))


def with_amounts(
    document: sfc.Programme, table: str, amounts: dict[tuple[str, int | None], Decimal | None]
) -> sfc.Programme:
    """The document with these amounts, by line and year, in one financial table; every sum of the tables follows."""

    def change(rows: Rows) -> None:
        for row in rows[Amount]:
            if row.table == table and (row.line, row.year) in amounts:
                row.amount = amounts[row.line, row.year]

    return resummed(_changed(document, change))


def resummed(document: sfc.Programme) -> sfc.Programme:
    """The document with the sums of its three tables added up anew."""
    special = _summed_table(document.special_cases)
    plan = dict(document.financial_plan)
    if "SPECIAL" in plan and "total" in special:
        plan["SPECIAL"] = special["total"].total
    for code in ("SO1", "SO2", "SO3"):
        for kind in ("NO", "SA"):
            if f"{code}.{kind}" in plan:
                prefix = f"{code}.{kind}"
                plan[prefix] = _total(
                    amount for line, amount in plan.items() if line != prefix and line.startswith(prefix)
                )
        if code in plan:
            plan[code] = _total((plan.get(f"{code}.NO"), plan.get(f"{code}.SA")))
    if "TOTAL" in plan:
        plan["TOTAL"] = _total(plan.get(code) for code in ("SO1", "SO2", "SO3", "SO4", "TA", "SPECIAL"))
    annual = _summed_table(document.annual_commitments)
    return replace(document, financial_plan=plan, special_cases=special, annual_commitments=annual)


def _total(amounts: Any) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal("0.00"))


def _summed_table(table: dict[str, sfc.YearlyAmounts]) -> dict[str, sfc.YearlyAmounts]:
    """Each line's total, and the total of each year."""
    summed = {line: replace(row, total=_total(row.by_year)) for line, row in table.items() if line != "total"}
    if "total" in table:
        by_year = tuple(_total(row.by_year[year] for row in summed.values()) for year in range(len(sfc.YEARS)))
        summed["total"] = sfc.YearlyAmounts(by_year, _total(by_year))
    return {line: summed[line] for line in table}
