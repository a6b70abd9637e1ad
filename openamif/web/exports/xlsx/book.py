"""A workbook and its sheets: captions, headings, typed cells, formulas with their values, and how a page prints."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any, Protocol

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from openamif.web.components.colours import INK, INK_SOFT, LINE, OBJECTIVE_COLOURS
from openamif.web.exports.source import ExportSource

LONGEST_NAME, LONGEST_TEXT = 31, 32_767
FORBIDDEN_IN_NAME = str.maketrans("", "", "[]:*?/\\")
FIRST_ROW = 4
A4 = 9
PALE, ODD = "#f2f5fb", "#fdf3d7"
NUMBERS = {
    "money": "#,##0.00",
    "count": "#,##0",
    "decimal": "#,##0.##",
    "declared": "#,##0",
    "share": "0.0%",
    "year": "0",
    "ordinal": "0",
    "day": "dd/mm/yyyy",
}
LEFT = ("text", "ordinal", "remark")
LINE_HEIGHT, TALLEST, WIDEST_REMARK, LETTERS_A_UNIT = 13.5, 400, 44, 1.08
WIDEST_UPRIGHT = 110
EMPHASES: dict[str, dict[str, Any]] = {
    "": {},
    "sum": {"bold": True, "bg_color": PALE},
    "total": {"bold": True, "bg_color": PALE, "top": 2, "top_color": OBJECTIVE_COLOURS["asylum"]},
    "odd": {"bold": True, "bg_color": ODD},
}


@dataclass(frozen=True, slots=True)
class Column:
    """``kind``: text, remark (wide once something is said), ordinal, money, count, declared (a count in italics),
    decimal, share, year or day.

    ``width`` in characters.
    """

    heading: str
    width: float
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its equals sign, and what it comes to."""

    text: str
    value: Decimal | int


Cell = str | int | Decimal | date | Formula | None


class Titled(Protocol):
    """What a workbook says of itself on every sheet."""

    @property
    def title(self) -> str:
        """Of the programme."""

    @property
    def period(self) -> str:
        """Of the programme."""

    @property
    def version(self) -> str:
        """As printed."""

    @property
    def state(self) -> str:
        """In the reader's words."""

    @property
    def on(self) -> date:
        """The day it is made."""

    @property
    def stem(self) -> str:
        """What its name begins with."""


@dataclass
class PlainBook:
    """A workbook of one programme, made in memory; the same source gives the same bytes."""

    source: Titled
    written: BytesIO = field(default_factory=BytesIO)
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.workbook = Workbook(
            self.written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.workbook.set_properties(
            {
                "title": f"{self.source.title} · {self.source.version}",
                "subject": _("National programme %(period)s") % {"period": self.source.period},
                "author": "OpenAMIF",
                "comments": self.source.state,
                "created": datetime.combine(self.source.on, time.min),
            }
        )

    def format(self, **said: Any) -> Any:
        """A format, made once."""
        key = tuple(sorted(said.items()))
        if key not in self.formats:
            plain = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
            self.formats[key] = self.workbook.add_format({**plain, **said})
        return self.formats[key]

    def sheet(self, name: str, columns: Sequence[Column], *, note: str = "", fixed: int = 1) -> "Sheet":
        """A new sheet under a name that spreadsheets accept."""
        accepted = name.translate(FORBIDDEN_IN_NAME).strip("'")[:LONGEST_NAME]
        number = 2
        while accepted.lower() in self.names:
            accepted = f"{accepted[: LONGEST_NAME - 3]} {number}"
            number += 1
        self.names.add(accepted.lower())
        return Sheet(self, accepted, name, columns, note, fixed)

    def content(self) -> bytes:
        """The finished file."""
        self.workbook.close()
        return self.written.getvalue()


@dataclass
class Book(PlainBook):
    """A workbook of a programme's document."""

    source: ExportSource


class Sheet:
    """One table under its caption; ``fixed`` columns stay when the reader scrolls."""

    def __init__(
        self, book: PlainBook, name: str, caption: str, columns: Sequence[Column], note: str, fixed: int
    ) -> None:
        self.book, self.name, self.columns = book, name, tuple(columns)
        self.sheet = book.workbook.add_worksheet(name)
        self.row = FIRST_ROW
        self._page(caption, note)
        self.headings(self.columns)
        self.sheet.freeze_panes(FIRST_ROW, fixed)
        self.sheet.repeat_rows(FIRST_ROW - 1)

    def _page(self, caption: str, note: str) -> None:
        source, sheet = self.book.source, self.sheet
        for number, column in enumerate(self.columns):
            sheet.set_column(number, number, column.width)
        sheet.set_row(0, 22)
        sheet.write_string(0, 0, caption, self.book.format(bold=True, font_size=16, font_color=INK))
        version = _("version %(label)s") % {"label": source.version}
        place = f"{source.title} · {version} · {source.state}"
        sheet.write_string(1, 0, place, self.book.format(font_color=INK_SOFT))
        sheet.write_string(2, 0, note, self.book.format(font_color=INK_SOFT, italic=True))
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        if sum(column.width for column in self.columns) > WIDEST_UPRIGHT:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.set_header(f"&L&9{escaped(source.title)} · {escaped(source.version)}&R&9{escaped(caption)}")
        sheet.set_footer(f"&L&9{escaped(source.stem)}&R&9&P / &N")

    def headings(self, columns: Sequence[Column]) -> None:
        """The row of headings, in the row before the next."""
        for number, column in enumerate(columns):
            style = self.book.format(
                bold=True,
                font_color="#ffffff",
                bg_color=OBJECTIVE_COLOURS["asylum"],
                text_wrap=True,
                valign="vcenter",
                align="left" if column.kind in LEFT else "right",
                indent=1 if column.kind in LEFT and number else 0,
            )
            self.sheet.write_string(self.row - 1, number, column.heading, style)
        self.sheet.set_row(self.row - 1, height([column.heading for column in columns], columns) + 4)

    def block(self, title: str, columns: Sequence[Column]) -> None:
        """A further table below, with its own caption and headings."""
        self.sheet.write_string(self.row + 1, 0, title, self.book.format(bold=True, font_size=12, font_color=INK))
        self.row += 3
        self.columns = tuple(columns)
        self.headings(columns)

    def write(self, cells: Sequence[Cell], *, emphasis: str = "", indent: int = 0, kinds: Sequence[str] = ()) -> int:
        """A row; returns its number, counted from 0. ``kinds`` replaces the kinds of the columns, one by one."""
        for number, cell in enumerate(cells):
            kind = (kinds[number] if number < len(kinds) else "") or self.columns[number].kind
            self._cell(number, cell, kind, emphasis, indent if number == 1 else 0)
        if height(cells, self.columns) > LINE_HEIGHT:
            self.sheet.set_row(self.row, height(cells, self.columns))
        self.row += 1
        return self.row - 1

    def _cell(self, column: int, cell: Cell, kind: str, emphasis: str, indent: int) -> None:
        said: dict[str, Any] = {"bottom": 1, "bottom_color": LINE, **EMPHASES[emphasis]}
        if isinstance(cell, str):
            at = {"align": "left", "indent": indent + (1 if column else 0)} if kind in LEFT else {"align": "right"}
            style = self.book.format(**said, **at, text_wrap=True)
            if cell and kind == "remark":
                self.sheet.set_column(column, column, WIDEST_REMARK)
            self.sheet.write_string(self.row, column, cell[:LONGEST_TEXT], style)
        elif cell is None:
            self.sheet.write_blank(self.row, column, None, self.book.format(**said))
        else:
            align = {"align": "left", "indent": 1 if column else 0} if kind in LEFT else {}
            said |= {"italic": True} if kind == "declared" else {}
            style = self.book.format(**said, **align, num_format=NUMBERS.get(kind, "General"))
            if isinstance(cell, Formula):
                self.sheet.write_formula(self.row, column, f"={cell.text}", style, float(cell.value))
            elif isinstance(cell, date):
                self.sheet.write_datetime(self.row, column, datetime.combine(cell, time.min), style)
            else:
                self.sheet.write_number(self.row, column, float(cell), style)

    @property
    def quoted(self) -> str:
        """Its name as a formula of another sheet writes it."""
        name = self.name.replace("'", "''")
        return f"'{name}'"

    def address(self, row: int, column: int, *, fixed: bool = False, outside: bool = False) -> str:
        """The address of a cell; ``outside``: as another sheet writes it."""
        cell = xl_rowcol_to_cell(row, column, row_abs=fixed or outside, col_abs=fixed or outside)
        return f"{self.quoted}!{cell}" if outside else cell

    def filter(self) -> None:
        """Let the reader choose rows of the first table."""
        if self.row > FIRST_ROW:
            self.sheet.autofilter(FIRST_ROW - 1, 0, self.row - 1, len(self.columns) - 1)


def height(cells: Sequence[Cell], columns: Sequence[Column]) -> float:
    """How tall a row must be for its longest text; not every spreadsheet works it out itself."""
    lines = 1
    for cell, column in zip(cells, columns, strict=False):
        if isinstance(cell, str):
            width = WIDEST_REMARK if column.kind == "remark" and cell else column.width
            lines = max(lines, sum(lines_of(part, int(width * LETTERS_A_UNIT)) for part in cell.split("\n")))
    return float(min(lines * LINE_HEIGHT, TALLEST))


def lines_of(text: str, letters: int) -> int:
    """Into how many lines it is broken, between its words; a long word leaves the rest of a line empty."""
    return 1 if len(text) < letters else len(wrap(text, max(letters, 1)))


def escaped(text: str) -> str:
    """Text as a page header takes it, where an ampersand commands."""
    return text.replace("&", "&&")[:100]


def sum_of(cells: Sequence[tuple[int, int]]) -> str:
    """``SUM(C5:C7,C9)``: these cells, neighbours in a column or a row taken together."""
    parts: list[str] = []
    begun = last = cells[0]
    for row, column in (*cells[1:], (-9, -9)):
        down, right = row - last[0], column - last[1]
        along_column = (down, right) == (1, 0) and begun[1] == column
        along_row = (down, right) == (0, 1) and begun[0] == row
        if not (along_column or along_row):
            first, end = xl_rowcol_to_cell(*begun), xl_rowcol_to_cell(*last)
            parts.append(first if begun == last else f"{first}:{end}")
            begun = (row, column)
        last = (row, column)
    return f"SUM({','.join(parts)})"
