"""The tables of sections 3 to 5 of a national programme: timetable, pledges, indicators."""

import re
from collections.abc import Sequence

from openamif.sfc import numbers
from openamif.sfc.cells import Table, key_of, persons_of, value_of
from openamif.sfc.countries import COUNTRIES, OTHER_NAMES
from openamif.sfc.errors import NotReadable
from openamif.sfc.labels_2014 import (
    ADMISSION,
    INDICATORS,
    LEVELS,
    OBJECTIVES,
    PLEDGING_PLAN,
    RESETTLEMENT,
    RESETTLEMENT_TOTALS,
    TRANSFERS,
    UNITS,
)
from openamif.sfc.lines import Ledger, Piece, Row, fold, rows_of
from openamif.sfc.outline_2014 import Outline
from openamif.sfc.programme_2014 import (
    IndicatorTarget,
    ResettlementPledge,
    ResettlementTotals,
    TimetableRow,
    TransferPledge,
    TurkeyPledge,
)

_OBJECTIVE = re.compile(r"(?:os|so)([1-9])\b")
_PART = re.compile(r"(on|no|as|sa)([1-9])\b")
_INDICATOR_OBJECTIVE = re.compile(r"([1-9])\b")
_INDICATOR = re.compile(r"([A-Z]{1,3}[0-9]{1,2}(?:\.[0-9]{1,2})*)\s+[-–]\s+(\S.*)")
FEWEST_LETTERS = 20


def timetable(form: Outline, ledger: Ledger) -> tuple[TimetableRow, ...]:
    """The indicative timetable of section 3."""
    table = Table("timetable", form.language, ledger)
    read: list[TimetableRow] = []
    for row in table.rows(form.part("timetable"), line=form.line("timetable")):
        objective = _timetable_objective(row)
        number = value_of(numbers.count, row, 2, f"timetable.{objective}")
        place = f"timetable.{objective}.{number}"
        if number is None:
            raise NotReadable("not_a_number", line=row.lines[2], place=place, expected="count")
        if any((one.objective, one.number) == (objective, number) for one in read):
            raise NotReadable("duplicate_row", line=row.line, place=place, expected="once", found=row.cells[3])
        planning, implementation, closing = (value_of(numbers.year, row, column, place) for column in (4, 5, 6))
        read.append(TimetableRow(objective, number, row.cells[3], planning, implementation, closing))
        ledger.take(place, *row.numbers)
    return tuple(read)


def _timetable_objective(row: Row) -> str:
    """The code that the first two cells of a row name: ``OS1 - Asile``, ``ON1 - Accueil/Asile``."""
    objective, part = _OBJECTIVE.match(fold(row.cells[0])), _PART.match(fold(row.cells[1]))
    if objective and part:
        level = "NO" if part[1] in ("on", "no") else "SA"
        code = f"SO{objective[1]}.{level}{part[2]}"
        if code in OBJECTIVES["en"]:
            return code
    wrong = 1 if objective else 0
    raise NotReadable(
        "unknown_label", line=row.lines[wrong], place="timetable", expected="objective", found=row.cells[wrong]
    )


def resettlement(
    form: Outline, ledger: Ledger
) -> tuple[Sequence[Piece], tuple[ResettlementPledge, ...], ResettlementTotals]:
    """Section 4.1: the pieces of its justification, the pledges and their totals."""
    part = form.part("4.1")
    table = Table("resettlement", form.language, ledger)
    title = fold(table.columns[0])
    begin = next((at for at, piece in enumerate(part) if piece.is_cell and _begins(title, fold(piece.text))), None)
    if begin is None:
        line = form.line("4.2")
        raise NotReadable("missing_section", line=line, place="resettlement", expected=table.columns[0])
    labels = {**RESETTLEMENT[form.language], **RESETTLEMENT_TOTALS[form.language]}
    found: dict[str, tuple[int | None, int | None, int | None]] = {}
    for row in table.rows(part[begin:], line=part[begin].number):
        key = key_of(labels, row, 0, "resettlement", "resettlement_category")
        place = f"resettlement_totals.{key}" if key in ResettlementTotals.__slots__ else f"resettlement.{key}"
        if key in found:
            raise NotReadable("duplicate_row", line=row.line, place=place, expected="once", found=row.cells[0])
        found[key] = persons_of(row, 1, place)
        ledger.take(place, *row.numbers)
    for key, label in RESETTLEMENT_TOTALS[form.language].items():
        if key not in found:
            place = f"resettlement_totals.{key}"
            raise NotReadable("missing_row", line=form.line("4.2"), place=place, expected=label)
    totals = ResettlementTotals(found.pop("union_priorities"), found.pop("grand_total"))
    return part[:begin], tuple(ResettlementPledge(key, persons) for key, persons in found.items()), totals


def _begins(title: str, text: str) -> bool:
    return len(text) >= FEWEST_LETTERS and title.startswith(text)


def transfers(form: Outline, ledger: Ledger) -> tuple[TransferPledge, ...]:
    """Section 4.2: transfers and relocations, from and to a State."""
    table = Table("transfers", form.language, ledger)
    if heading := form.heading("4.2"):
        ledger.take("transfers.header", heading.number)
    read: list[TransferPledge] = []
    for row in table.rows(form.part("4.2"), line=form.line("4.2")):
        kind = key_of(TRANSFERS[form.language], row, 0, "transfers", "transfer_kind")
        pair = (_country(row, 1, form.language), _country(row, 2, form.language))
        place = ".".join(("transfers", kind, *(country or "-" for country in pair)))
        if any((one.kind, one.from_country, one.to_country) == (kind, *pair) for one in read):
            raise NotReadable("duplicate_row", line=row.line, place=place, expected="once", found=row.cells[0])
        read.append(TransferPledge(kind, *pair, persons_of(row, 3, place)))
        ledger.take(place, *row.numbers)
    return tuple(read)


def _country(row: Row, column: int, language: str) -> str | None:
    """The ISO code of the State named in a cell, ``None`` for an empty one."""
    if row.cells[column].strip() in ("", "-", "–"):
        return None
    name = fold(row.cells[column])
    for other, code in OTHER_NAMES.items():
        if fold(other) == name:
            return code
    return key_of(COUNTRIES[language], row, column, "transfers", "country")


def turkey(form: Outline, ledger: Ledger) -> tuple[TurkeyPledge, ...]:
    """Section 4.3: one row of admissions from Turkey; no pledge where it is all empty."""
    part = form.part("4.3")
    if heading := form.heading("4.3"):
        ledger.take("turkey.header", heading.number)
    for piece in part:
        if not piece.is_cell and fold(piece.text) == fold(PLEDGING_PLAN[form.language]):
            ledger.take("turkey.header", piece.number)
    table = Table("turkey", form.language, ledger)
    rows = table.rows(part, line=form.line("4.3"))
    if not rows:
        raise table.missing(ADMISSION[form.language], "admission", line=form.line("5"))
    if len(rows) > 1:
        raise NotReadable("duplicate_row", line=rows[1].line, place="turkey", expected="once", found=rows[1].cells[0])
    key_of({"admission": ADMISSION[form.language]}, rows[0], 0, "turkey", ADMISSION[form.language])
    persons = persons_of(rows[0], 1, "turkey")
    ledger.take("turkey.admission", *rows[0].numbers)
    return () if persons == (None, None, None) else (TurkeyPledge(persons),)


def indicators(form: Outline, ledger: Ledger) -> tuple[IndicatorTarget, ...]:
    """Section 5: for each specific objective its table of indicators."""
    read: list[IndicatorTarget] = []
    seen: list[str] = []
    tables = _indicator_tables(rows_of(form.part("5")), form)
    for title, rows in tables:
        objective = _indicator_objective(title)
        if objective in seen:
            raise NotReadable("duplicate_section", line=title.line, place=f"indicators.{objective}", expected="once")
        if seen and objective < seen[-1]:
            raise NotReadable(
                "out_of_order", line=title.line, place=f"indicators.{objective}", expected=f"after:{seen[-1]}"
            )
        seen.append(objective)
        ledger.take(f"indicators.{objective}", *title.numbers)
        read.extend(_indicators_of(objective, rows, title.line, form.language, ledger))
    for objective in ("SO1", "SO2", "SO3"):
        if objective not in seen:
            place = f"indicators.{objective}"
            raise NotReadable("missing_section", line=form.line("6"), place=place, expected=objective)
    return tuple(read)


def _indicator_tables(rows: list[Row], form: Outline) -> list[tuple[Row, list[Row]]]:
    """The rows below each row that names a specific objective."""
    word = fold(LEVELS[form.language]["SO"])
    tables: list[tuple[Row, list[Row]]] = []
    for row in rows:
        if fold(row.cells[0]) == word and len(row.cells) == 2:
            tables.append((row, []))
        elif tables:
            tables[-1][1].append(row)
        else:
            expected = LEVELS[form.language]["SO"]
            raise NotReadable("broken_table", line=row.line, place="indicators", expected=expected, found=row.cells[0])
    return tables


def _indicator_objective(title: Row) -> str:
    """``SO1`` for ``1 - Asile``."""
    match = _INDICATOR_OBJECTIVE.match(title.cells[1]) or _OBJECTIVE.match(fold(title.cells[1]))
    if match and f"SO{match[1]}" in INDICATORS:
        return f"SO{match[1]}"
    found = title.cells[1]
    raise NotReadable("unknown_label", line=title.lines[1], place="indicators", expected="objective", found=found)


def _indicators_of(objective: str, rows: list[Row], line: int, language: str, ledger: Ledger) -> list[IndicatorTarget]:
    """The indicators of one objective; the common ones must all be there, once."""
    read: dict[str, IndicatorTarget] = {}
    last = line
    for row in Table("indicators", language, ledger, objective).below_header(rows, line=line):
        match = _INDICATOR.fullmatch(row.cells[0])
        if match is None:
            found = row.cells[0]
            raise NotReadable(
                "unknown_label", line=row.line, place=f"indicators.{objective}", expected="indicator", found=found
            )
        code = f"{objective}.{match[1]}"
        place = f"indicators.{code}"
        if code in read:
            raise NotReadable("duplicate_row", line=row.line, place=place, expected="once", found=row.cells[0])
        unit = key_of(UNITS[language], row, 1, place, "unit")
        baseline, target = (value_of(numbers.amount, row, column, place) for column in (2, 3))
        read[code] = IndicatorTarget(code, match[2], unit, baseline, target, row.cells[4])
        ledger.take(place, *row.numbers)
        last = row.numbers[-1]
    for code in INDICATORS[objective]:
        if f"{objective}.{code}" not in read:
            place = f"indicators.{objective}.{code}"
            raise NotReadable("missing_row", line=last, place=place, expected=f"{objective}.{code}")
    return list(read.values())
