"""A table that leaves as a workbook and as JSON: columns with their keys, rows of plain values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openamif.web.exports.situation.source import SituationSource
from openamif.web.exports.xlsx.book import Cell, Column, Formula, PlainBook, Sheet, sum_of


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its key in JSON, its heading, width and kind in the workbook. ``adds``: the keys whose sum it is."""

    key: str
    heading: str
    width: float = 12
    kind: str = "count"
    adds: tuple[str, ...] = ()


Row = Mapping[str, Any]


def write(book: PlainBook, name: str, fields: Sequence[Field], rows: Sequence[Row], *, note: str = "") -> Sheet:
    """A sheet of the rows; a value that is a sum is a formula."""
    sheet = book.sheet(name, [Column(each.heading, each.width, each.kind) for each in fields], note=note, fixed=2)
    places = {each.key: number for number, each in enumerate(fields)}
    for row in rows:
        cells: list[Cell] = []
        for each in fields:
            value = row.get(each.key)
            if each.adds and value is not None and not row.get("is_rate"):
                parts = [(sheet.row, places[key]) for key in each.adds]
                cells.append(Formula(sum_of(parts), value))
            else:
                cells.append(value if value is None or isinstance(value, str | int | Decimal) else str(value))
        kinds = ["decimal" if isinstance(cell, Decimal) and cell % 1 else "" for cell in cells]
        sheet.write(cells, kinds=kinds)
    return sheet


def as_json(source: SituationSource, document: str, said: Mapping[str, Any], rows: Sequence[Row]) -> bytes:
    """The same rows as JSON, with what they are and of which day; numbers are numbers, what is not known is null."""
    made = {
        "document": document,
        "fund": source.programme.fund,
        "country": source.country,
        "period": source.period,
        "cci": source.programme.cci,
        "programme": source.programme.title,
        "is_whole": source.reach.is_whole,
        "objectives": list(source.reach.objectives),
        "version": source.version,
        "made_on": source.on.isoformat(),
        **said,
        "rows": [plain(row) for row in rows],
    }
    return json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"


def plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
