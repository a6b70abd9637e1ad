"""From rows to the document that they make up."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

from openamif.programmes.models.content import (
    Action,
    Amount,
    AttachedDocument,
    IndicatorTarget,
    Pledge,
    Row,
    Section,
    TimetableRow,
    ValidationMessage,
)
from openamif.programmes.models.document.shapes import (
    BENEFICIARY_TYPES,
    CARRIED_OVER,
    PARTNERSHIP,
    Rows,
    lines,
    persons_of,
)
from openamif.sfc import programme_2014 as sfc

Record = TypeVar("Record")
Plan = dict[str, Decimal | None]
Yearly = dict[str, sfc.YearlyAmounts]
Texts = dict[str, tuple[str, ...]]


def document_from(rows: Rows, *, language: str) -> sfc.Programme:
    """The document that these rows, each kind in its order, make up."""
    texts = {row.key: lines(row.text) for row in rows[Section]}
    plan, special, annual = _tables(rows[Amount])
    return sfc.Programme(
        language=language,
        summary=texts.get("summary", ()),
        baseline=texts.get("baseline", ()),
        objectives=_objectives(texts, rows[Action]),
        timetable=_carried(TimetableRow, sfc.TimetableRow, rows),
        resettlement_justification=texts.get("resettlement_justification", ()),
        **_pledges(rows[Pledge]),
        indicators=_carried(IndicatorTarget, sfc.IndicatorTarget, rows),
        partnership={
            key.removeprefix(PARTNERSHIP): paragraphs
            for key, paragraphs in texts.items()
            if key.startswith(PARTNERSHIP) and key != BENEFICIARY_TYPES
        },
        beneficiary_types=texts.get(BENEFICIARY_TYPES, ()),
        financial_plan=plan,
        special_cases=special,
        annual_commitments=annual,
        share_deviation=texts.get("share_deviation", ()),
        documents=_carried(AttachedDocument, sfc.AttachedDocument, rows),
        validation=_carried(ValidationMessage, sfc.ValidationMessage, rows),
    )


def _carried(model: type[Row], record: type[Record], rows: Rows) -> tuple[Record, ...]:
    return tuple(record(*(getattr(row, name) for name in CARRIED_OVER[model])) for row in rows[model])


def _pledges(rows: Iterable[Pledge]) -> dict[str, Any]:
    """The four tables of section 4, by the names of the document."""
    by_table: dict[str, list[Pledge]] = defaultdict(list)
    for row in rows:
        by_table[row.table].append(row)
    return {
        "resettlement": tuple(sfc.ResettlementPledge(row.kind, persons_of(row)) for row in by_table["resettlement"]),
        "resettlement_totals": sfc.ResettlementTotals(
            **{row.kind: persons_of(row) for row in by_table["resettlement_total"]}
        ),
        "transfers": tuple(
            sfc.TransferPledge(row.kind, row.from_country or None, row.to_country or None, persons_of(row))
            for row in by_table["transfer"]
        ),
        "turkey": tuple(sfc.TurkeyPledge(persons_of(row)) for row in by_table["turkey"]),
    }


def _tables(rows: Iterable[Amount]) -> tuple[Plan, Yearly, Yearly]:
    plan: Plan = {}
    cells: dict[str, dict[str, dict[int | None, Decimal | None]]] = {"special": {}, "annual": {}}
    for row in rows:
        if row.table == "plan":
            plan[row.line] = row.amount
        elif row.table in cells:
            cells[row.table].setdefault(row.line, {})[row.year] = row.amount
    special, annual = (
        {
            line: sfc.YearlyAmounts(tuple(amounts.get(year) for year in sfc.YEARS), amounts.get(None))
            for line, amounts in table.items()
        }
        for table in cells.values()
    )
    return plan, special, annual


def _objectives(texts: Texts, actions: Iterable[Action]) -> tuple[sfc.SpecificObjective, ...]:
    by_objective: dict[str, list[sfc.Action]] = defaultdict(list)
    for row in actions:
        by_objective[row.objective].append(_action(row))
    parts: dict[str, Texts] = {"strategy": {}, "introduction": {}, "text": {}}
    for key, paragraphs in texts.items():
        if key.startswith("objectives."):
            code, _, part = key.removeprefix("objectives.").rpartition(".")
            parts[part][code] = paragraphs
    return tuple(
        sfc.SpecificObjective(
            code,
            strategy,
            (
                *_undivided(code, by_objective),
                *(
                    sfc.NationalObjective(national, introduction, tuple(by_objective[national]))
                    for national, introduction in parts["introduction"].items()
                    if national.startswith(f"{code}.")
                ),
            ),
            tuple(
                sfc.SpecificAction(action, text)
                for action, text in parts["text"].items()
                if action.startswith(f"{code}.")
            ),
        )
        for code, strategy in parts["strategy"].items()
    )


def _undivided(code: str, by_objective: dict[str, list[sfc.Action]]) -> tuple[sfc.NationalObjective, ...]:
    """What 2021-2027 puts straight under a specific objective, which it divides no further."""
    return (sfc.NationalObjective(code, (), tuple(by_objective[code])),) if code in by_objective else ()


def _action(row: Action) -> sfc.Action:
    return sfc.Action(
        row.number,
        row.title,
        lines(row.description),
        lines(row.examples),
        lines(row.desired_results),
        row.qualifier,
    )
