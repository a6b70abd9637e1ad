"""Between the rows of a version and the document they make up: one reading, one writing, each the other's inverse."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

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
from openamif.sfc import programme_2014 as sfc

CONTENT: tuple[type[Row], ...] = (
    Section,
    Action,
    TimetableRow,
    Amount,
    Pledge,
    IndicatorTarget,
    AttachedDocument,
    ValidationMessage,
)
Rows = dict[type[Row], list[Any]]
BENEFICIARY_TYPES = "partnership.6.7.1"
PARTNERSHIP = "partnership."


def lines(text: str) -> tuple[str, ...]:
    """The paragraphs of a stored text."""
    return tuple(text.split("\n")) if text else ()


def text_of(paragraphs: Iterable[str]) -> str:
    """Paragraphs as one stored text."""
    return "\n".join(paragraphs)


def rows_of(document: sfc.Programme) -> Rows:
    """Every row that holds this document, unsaved and without a version, in document order."""
    rows: Rows = {
        Section: [Section(key=key, text=text_of(paragraphs)) for key, paragraphs in sections_of(document).items()],
        Action: [
            Action(
                objective=objective.code,
                number=action.number,
                qualifier=action.qualifier,
                title=action.title,
                description=text_of(action.description),
                examples=text_of(action.examples),
                desired_results=text_of(action.desired_results),
            )
            for specific in document.objectives
            for objective in specific.national_objectives
            for action in objective.actions
        ],
        TimetableRow: [
            TimetableRow(
                objective=row.objective,
                number=row.number,
                name=row.name,
                planning=row.planning,
                implementation=row.implementation,
                closing=row.closing,
            )
            for row in document.timetable
        ],
        Amount: list(_amounts(document)),
        Pledge: list(_pledges(document)),
        IndicatorTarget: [
            IndicatorTarget(
                code=row.code, name=row.name, unit=row.unit, baseline=row.baseline, target=row.target, source=row.source
            )
            for row in document.indicators
        ],
        AttachedDocument: [
            AttachedDocument(
                title=row.title,
                kind=row.kind,
                dated_on=row.dated_on,
                local_reference=row.local_reference,
                commission_reference=row.commission_reference,
                files=row.files,
                sent_on=row.sent_on,
                sent_by=row.sent_by,
            )
            for row in document.documents
        ],
        ValidationMessage: [
            ValidationMessage(severity=row.severity, code=row.code, message=row.message) for row in document.validation
        ],
    }
    for model, several in rows.items():
        if model is not Pledge:
            for position, row in enumerate(several):
                row.position = position
    return rows


def sections_of(document: sfc.Programme) -> dict[str, tuple[str, ...]]:
    """Every text of the document by its place, in the order of the form."""
    return dict(_sections(document))


def _sections(document: sfc.Programme) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "summary", document.summary
    yield "baseline", document.baseline
    for specific in document.objectives:
        yield f"objectives.{specific.code}.strategy", specific.strategy
        for national in specific.national_objectives:
            yield f"objectives.{national.code}.introduction", national.introduction
        for action in specific.specific_actions:
            yield f"objectives.{action.code}.text", action.text
    yield "resettlement_justification", document.resettlement_justification
    for number, paragraphs in document.partnership.items():
        yield PARTNERSHIP + number, paragraphs
    yield BENEFICIARY_TYPES, document.beneficiary_types
    yield "share_deviation", document.share_deviation


def _amounts(document: sfc.Programme) -> Iterator[Amount]:
    for code, amount in document.financial_plan.items():
        yield Amount(table="plan", line=code, amount=amount)
    for table, by_line in (("special", document.special_cases), ("annual", document.annual_commitments)):
        for line, amounts in by_line.items():
            for year, amount in zip(sfc.YEARS, amounts.by_year, strict=True):
                yield Amount(table=table, line=line, year=year, amount=amount)
            yield Amount(table=table, line=line, amount=amounts.total)


def _pledges(document: sfc.Programme) -> Iterator[Pledge]:
    positions: dict[str, int] = defaultdict(int)

    def pledge(table: str, kind: str, persons: tuple[int | None, ...], origin: str = "", to: str = "") -> Pledge:
        periods = dict(zip(("first_period", "second_period", "third_period"), persons, strict=True))
        positions[table] += 1
        place = {"position": positions[table] - 1, "from_country": origin, "to_country": to}
        return Pledge(table=table, kind=kind, **place, **periods)

    for row in document.resettlement:
        yield pledge("resettlement", row.category, row.persons)
    yield pledge("resettlement_total", "union_priorities", document.resettlement_totals.union_priorities)
    yield pledge("resettlement_total", "grand_total", document.resettlement_totals.grand_total)
    for transfer in document.transfers:
        yield pledge(
            "transfer", transfer.kind, transfer.persons, transfer.from_country or "", transfer.to_country or ""
        )
    for admission in document.turkey:
        yield pledge("turkey", "turkey", admission.persons)


def document_from(rows: Rows, *, language: str) -> sfc.Programme:
    """The document that these rows, each kind in its order, make up."""
    sections = {row.key: lines(row.text) for row in rows[Section]}
    plan, special, annual = _tables(rows[Amount])
    pledges: dict[str, list[Pledge]] = defaultdict(list)
    for row in rows[Pledge]:
        pledges[row.table].append(row)
    totals = {row.kind: _persons(row) for row in pledges["resettlement_total"]}
    return sfc.Programme(
        language=language,
        summary=sections.get("summary", ()),
        baseline=sections.get("baseline", ()),
        objectives=_objectives(sections, rows[Action]),
        timetable=tuple(
            sfc.TimetableRow(row.objective, row.number, row.name, row.planning, row.implementation, row.closing)
            for row in rows[TimetableRow]
        ),
        resettlement_justification=sections.get("resettlement_justification", ()),
        resettlement=tuple(sfc.ResettlementPledge(row.kind, _persons(row)) for row in pledges["resettlement"]),
        resettlement_totals=sfc.ResettlementTotals(**totals),
        transfers=tuple(
            sfc.TransferPledge(row.kind, row.from_country or None, row.to_country or None, _persons(row))
            for row in pledges["transfer"]
        ),
        turkey=tuple(sfc.TurkeyPledge(_persons(row)) for row in pledges["turkey"]),
        indicators=tuple(
            sfc.IndicatorTarget(row.code, row.name, row.unit, row.baseline, row.target, row.source)
            for row in rows[IndicatorTarget]
        ),
        partnership={
            key.removeprefix(PARTNERSHIP): paragraphs
            for key, paragraphs in sections.items()
            if key.startswith(PARTNERSHIP) and key != BENEFICIARY_TYPES
        },
        beneficiary_types=sections.get(BENEFICIARY_TYPES, ()),
        financial_plan=plan,
        special_cases=special,
        annual_commitments=annual,
        share_deviation=sections.get("share_deviation", ()),
        documents=tuple(_attached(row) for row in rows[AttachedDocument]),
        validation=tuple(sfc.ValidationMessage(row.severity, row.code, row.message) for row in rows[ValidationMessage]),
    )


def _persons(row: Pledge) -> tuple[int | None, int | None, int | None]:
    return (row.first_period, row.second_period, row.third_period)


def _attached(row: Any) -> sfc.AttachedDocument:
    return sfc.AttachedDocument(
        row.title,
        row.kind,
        row.dated_on,
        row.local_reference,
        row.commission_reference,
        row.files,
        row.sent_on,
        row.sent_by,
    )


def _tables(
    rows: list[Any],
) -> tuple[dict[str, Decimal | None], dict[str, sfc.YearlyAmounts], dict[str, sfc.YearlyAmounts]]:
    plan: dict[str, Decimal | None] = {}
    cells: dict[str, dict[str, dict[int | None, Decimal | None]]] = {"special": {}, "annual": {}}
    for row in rows:
        if row.table == "plan":
            plan[row.line] = row.amount
        else:
            cells[row.table].setdefault(row.line, {})[row.year] = row.amount
    special, annual = (
        {
            line: sfc.YearlyAmounts(tuple(amounts.get(year) for year in sfc.YEARS), amounts.get(None))
            for line, amounts in table.items()
        }
        for table in cells.values()
    )
    return plan, special, annual


def _action(row: Any) -> sfc.Action:
    return sfc.Action(
        row.number,
        row.title,
        lines(row.description),
        lines(row.examples),
        lines(row.desired_results),
        row.qualifier,
    )


def _objectives(sections: dict[str, tuple[str, ...]], actions: list[Any]) -> tuple[sfc.SpecificObjective, ...]:
    by_objective: dict[str, list[sfc.Action]] = defaultdict(list)
    for row in actions:
        by_objective[row.objective].append(_action(row))
    parts: dict[str, dict[str, tuple[str, ...]]] = {"strategy": {}, "introduction": {}, "text": {}}
    for key, paragraphs in sections.items():
        if key.startswith("objectives."):
            code, _, part = key.removeprefix("objectives.").rpartition(".")
            parts[part][code] = paragraphs
    return tuple(
        sfc.SpecificObjective(
            code,
            strategy,
            tuple(
                sfc.NationalObjective(national, introduction, tuple(by_objective[national]))
                for national, introduction in parts["introduction"].items()
                if national.startswith(code + ".")
            ),
            tuple(
                sfc.SpecificAction(action, text)
                for action, text in parts["text"].items()
                if action.startswith(code + ".")
            ),
        )
        for code, strategy in parts["strategy"].items()
    )


def places_of(document: sfc.Programme) -> dict[str, object]:
    """Every field of the document by its place, so that two documents can be compared field by field."""
    return {place: value for rows in rows_of(document).values() for row in rows for place, value in _places(row)}


def pledge_place(row: Pledge) -> str:
    """Where a row of pledges stands: by its category, or by its number in the table."""
    if row.table == "transfer":
        return f"transfers.{row.position + 1}"
    return {"resettlement": "resettlement", "resettlement_total": "resettlement_totals", "turkey": "turkey"}[
        row.table
    ] + (".1" if row.table == "turkey" else f".{row.kind}")


def _places(row: Any) -> Iterator[tuple[str, object]]:
    if isinstance(row, Section):
        yield row.key, row.text
    elif isinstance(row, Action):
        for name in ("objective", "qualifier", "title", "description", "examples", "desired_results"):
            yield f"actions.{row.number}.{name}", getattr(row, name)
    elif isinstance(row, TimetableRow):
        for name in ("name", "planning", "implementation", "closing"):
            yield f"timetable.{row.objective}.{row.number}.{name}", getattr(row, name)
    elif isinstance(row, Amount):
        table = {"plan": "financial_plan", "special": "special_cases", "annual": "annual_commitments"}[row.table]
        yield f"{table}.{row.line}" + ("" if row.table == "plan" else f".{row.year or 'total'}"), row.amount
    elif isinstance(row, Pledge):
        for name in ("kind", "from_country", "to_country") if row.table == "transfer" else ():
            yield f"{pledge_place(row)}.{name}", getattr(row, name)
        for period, persons in zip(sfc.PLEDGING_PERIODS, _persons(row), strict=True):
            yield f"{pledge_place(row)}.{period}", persons
    elif isinstance(row, IndicatorTarget):
        for name in ("name", "unit", "baseline", "target", "source"):
            yield f"indicators.{row.code}.{name}", getattr(row, name)
    elif isinstance(row, AttachedDocument):
        for name in (
            "title",
            "kind",
            "dated_on",
            "local_reference",
            "commission_reference",
            "files",
            "sent_on",
            "sent_by",
        ):
            yield f"documents.{row.position + 1}.{name}", getattr(row, name)
    else:
        yield f"validation.{row.position + 1}", f"{row.severity} {row.code} {row.message}"


def within_part(document: sfc.Programme, part: tuple[str, ...] | None) -> sfc.Programme:
    """What of the document concerns these objectives (``SO2.NO2``, or ``SO2`` for all of it); None: the whole.

    What speaks of the programme as a whole, its prose, its special cases and its yearly commitments, is left out.
    """
    if part is None:
        return document

    def inside(code: str) -> bool:
        return any(code == each or code.startswith(each + ".") or each.startswith(code + ".") for each in part)

    return replace(
        document,
        summary=(),
        baseline=(),
        objectives=tuple(
            replace(
                objective,
                national_objectives=tuple(each for each in objective.national_objectives if inside(each.code)),
                specific_actions=tuple(each for each in objective.specific_actions if inside(each.code)),
            )
            for objective in document.objectives
            if inside(objective.code)
        ),
        timetable=tuple(row for row in document.timetable if inside(row.objective)),
        resettlement_justification=(),
        resettlement=(),
        resettlement_totals=sfc.ResettlementTotals(),
        transfers=(),
        turkey=(),
        indicators=tuple(row for row in document.indicators if inside(row.code.partition(".")[0])),
        partnership={},
        beneficiary_types=(),
        financial_plan={
            code: amount
            for code, amount in document.financial_plan.items()
            if inside(code) and not code.endswith((".NO", ".SA")) and "." in code
        },
        special_cases={},
        annual_commitments={},
        share_deviation=(),
        documents=(),
        validation=(),
    )
