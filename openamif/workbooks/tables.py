"""A list taken away as it is seen: as a workbook or as comma-separated values."""

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from textwrap import wrap

from xlsxwriter import Workbook

from openamif.workbooks.columns import sheet_name
from openamif.workbooks.template import NUMBER_FORMATS

Cell = str | int | Decimal | date | None
A4 = 9
LINE_HEIGHT, TALLEST = 15, 400
"""In points."""
LOOKS = {**NUMBER_FORMATS, "date": "dd/mm/yyyy"}
QUOTE = "'"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def as_xlsx(title: str, headings: Sequence[tuple[str, str, int]], rows: Sequence[Sequence[Cell]]) -> bytes:
    """``headings``: (words, kind, width in characters). Texts stay texts, whatever they begin with."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet_name(title))
    for place, (words, kind, width) in enumerate(headings):
        of_all = {"valign": "top", **({"align": "left", "indent": 1} if place and kind == "text" else {})}
        look = book.add_format(of_all | {"num_format": LOOKS.get(kind, "General"), "text_wrap": kind == "text"})
        page.set_column(place, place, width, look)
        page.write_string(0, place, words, book.add_format(of_all | {"bold": True, "text_wrap": True, "bottom": 1}))
        for number, row in enumerate(rows, start=1):
            cell = row[place]
            if isinstance(cell, date):
                page.write_datetime(number, place, cell, look)
            elif isinstance(cell, int | Decimal):
                page.write_number(number, place, cell, look)
            elif cell:
                page.write_string(number, place, cell, look)
    for number, row in enumerate(([words for words, _kind, _width in headings], *rows)):
        if (lines := lines_of(row, headings)) > 1:
            page.set_row(number, min(lines * LINE_HEIGHT, TALLEST))
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&R&P / &N")
    page.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)
    book.close()
    return written.getvalue()


def lines_of(row: Sequence[Cell], headings: Sequence[tuple[str, str, int]]) -> int:
    """Into how many lines its longest text is broken; not every spreadsheet makes the row tall enough itself."""
    counted = [
        sum(len(wrap(part, max(width - 1, 1))) or 1 for part in cell.splitlines())
        for cell, (_words, _kind, width) in zip(row, headings, strict=True)
        if isinstance(cell, str) and (len(cell) >= width or "\n" in cell)
    ]
    return max(counted, default=1)


def as_csv(headings: Sequence[tuple[str, str, int]], rows: Sequence[Sequence[Cell]], *, decimal: str = ".") -> bytes:
    """UTF-8 with its mark, so that a spreadsheet opens it rightly; a text that would be a formula is quoted.

    ``decimal``: the sign before the tenths; where it is a comma, columns are set apart by semicolons.
    """
    written = StringIO()
    writer = csv.writer(written, delimiter=";" if decimal == "," else ",")
    writer.writerow([words for words, _kind, _width in headings])
    writer.writerows([harmless(cell, decimal) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: Cell, decimal: str = ".") -> str:
    """A text that a spreadsheet does not take for a formula."""
    if isinstance(cell, str) and cell.lstrip(QUOTE).startswith(DANGEROUS):
        return f"{QUOTE}{cell}"
    if isinstance(cell, Decimal):
        return str(cell).replace(".", decimal)
    return "" if cell is None else str(cell)


def unquoted(text: str) -> str:
    """A text as it was before it was made harmless."""
    return text[1:] if text[:1] == QUOTE and text.lstrip(QUOTE).startswith(DANGEROUS) else text
