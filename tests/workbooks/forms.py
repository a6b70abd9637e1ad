"""A small form with every kind of column, and workbooks that are not as they should be."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from openamif.workbooks import Choice, Column, Form, Sheet


def digits(text: str) -> str | None:
    """An identifier is right where it is made of digits."""
    return text.replace(".", "") if text.replace(".", "").isdigit() else None


COLUMNS = (
    Column("key", "Key", required=True, unique=True, longest=20, help="Known by it"),
    Column("kind", "Kind", "choice", choices=(Choice("a", "Apple", ("Pomme",)), Choice("b", "Bread"))),
    Column("day", "Day", "date"),
    Column("amount", "Amount", "amount"),
    Column("count", "Count", "count"),
    Column("rate", "Rate", "percent"),
    Column("number", "Number", "identifier", normalised=digits),
    Column("note", "Note", others=("Remarque",)),
)
FORM = Form(
    title="A form",
    sheets=(
        Sheet("things", "Things", COLUMNS, ("Choses",), required=True, most_rows=50),
        Sheet("parts", "Parts", (Column("key", "Key", required=True, within=("things", "key")),)),
    ),
    instructions=("Fill it in.", "Send it."),
)


def book(**sheets: list[list[Any]]) -> bytes:
    """A workbook with these cells as they stand."""
    written = BytesIO()
    made = Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        page = made.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if hasattr(cell, "year"):
                    page.write_datetime(number, place, cell, day)
                elif cell is not None:
                    page.write(number, place, cell)
    made.close()
    return written.getvalue()


def archive(**parts: bytes) -> bytes:
    """A zip with these parts; ``workbook`` stands for xl/workbook.xml, ``sheet`` for its first sheet."""
    written = BytesIO()
    names = {"workbook": "xl/workbook.xml", "sheet": "xl/worksheets/sheet1.xml"}
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(names.get(name, name), content)
    return written.getvalue()


def replaced(raw: bytes, part: str, change: Any) -> bytes:
    """The workbook with one of its parts changed."""
    written = BytesIO()
    with ZipFile(BytesIO(raw)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, change(content) if name == part else content)
    return written.getvalue()
