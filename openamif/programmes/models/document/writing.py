"""From a document to the rows that hold it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
from openamif.programmes.models.document.shapes import (
    BENEFICIARY_TYPES,
    CARRIED_OVER,
    PARTNERSHIP,
    PERIOD_FIELDS,
    Rows,
    text_of,
)
from openamif.sfc import programme_2014 as sfc


def rows_of(document: sfc.Programme) -> Rows:
    """Every row that holds this document, unsaved and without a version, in document order."""
    rows: Rows = {
        Section: [Section(key=key, text=text_of(texts)) for key, texts in sections_of(document).items()],
        Action: list(_actions(document)),
        TimetableRow: _carried(TimetableRow, document.timetable),
        Amount: list(_amounts(document)),
        Pledge: list(_pledges(document)),
        IndicatorTarget: _carried(IndicatorTarget, document.indicators),
        AttachedDocument: _carried(AttachedDocument, document.documents),
        ValidationMessage: _carried(ValidationMessage, document.validation),
    }
    for model, several in rows.items():
        if model is not Pledge:
            for position, row in enumerate(several):
                row.position = position
    return rows


def _carried(model: type[Row], records: Sequence[object]) -> list[Any]:
    return [model(**{name: getattr(record, name) for name in CARRIED_OVER[model]}) for record in records]


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


def _actions(document: sfc.Programme) -> Iterator[Action]:
    for specific in document.objectives:
        for objective in specific.national_objectives:
            for action in objective.actions:
                yield Action(
                    objective=objective.code,
                    number=action.number,
                    qualifier=action.qualifier,
                    title=action.title,
                    description=text_of(action.description),
                    examples=text_of(action.examples),
                    desired_results=text_of(action.desired_results),
                )


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
        periods = dict(zip(PERIOD_FIELDS, persons, strict=True))
        positions[table] += 1
        place = {"position": positions[table] - 1, "from_country": origin, "to_country": to}
        return Pledge(table=table, kind=kind, **place, **periods)

    for row in document.resettlement:
        yield pledge("resettlement", row.category, row.persons)
    yield pledge("resettlement_total", "union_priorities", document.resettlement_totals.union_priorities)
    yield pledge("resettlement_total", "grand_total", document.resettlement_totals.grand_total)
    for each in document.transfers:
        yield pledge("transfer", each.kind, each.persons, each.from_country or "", each.to_country or "")
    for admission in document.turkey:
        yield pledge("turkey", "turkey", admission.persons)
