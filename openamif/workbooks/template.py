"""Writes the workbook to fill in: locked headings, drop-downs, checks of kind, instructions."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from openamif.workbooks.columns import LISTS, Column, Form, Sheet, sheet_name
from openamif.workbooks.values import FIRST_BIRTH, LARGEST_AMOUNT, LARGEST_COUNT

INK, PAPER, BAND, SOFT = "#14203b", "#ffffff", "#1646b5", "#eef2fb"
HEADING_HEIGHT = 34
LONGEST_PROMPT = 255
LONGEST_PROMPT_TITLE = 32
LONGEST_LINE = 500
WIDE = 90
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
FIRST_BIRTHDAY = date(FIRST_BIRTH, 1, 1)
NUMBER_FORMATS = {
    "date": "yyyy-mm-dd",
    "birthday": "yyyy-mm-dd",
    "amount": "#,##0.00",
    "count": "#,##0",
    "percent": "0.00",
    "text": "@",
}


def write_template(form: Form) -> bytes:
    """The workbook as bytes; the same form gives the same sheets."""
    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(written, options)
    formats = formats_of(book)
    lists = list(choices_of(form))
    for sheet in form.sheets:
        write_sheet(book, form, sheet, formats, dict(lists_by_column(lists)))
    write_instructions(book, form, formats)
    write_lists(book, lists)
    book.get_worksheet_by_name(sheet_name(form.sheets[0].label)).activate()
    book.close()
    return written.getvalue()


def formats_of(book: Workbook) -> dict[str, Any]:
    """The looks of headings, and of cells by kind; cells can be written in, headings not."""
    heading = {"bold": True, "text_wrap": True, "valign": "vcenter", "font_color": PAPER, "border": 1}
    made = {
        "heading": book.add_format({**heading, "bg_color": "#4a5673", "border_color": PAPER}),
        "required": book.add_format({**heading, "bg_color": BAND, "border_color": PAPER}),
        "title": book.add_format({"bold": True, "font_size": 15, "font_color": INK}),
        "strong": book.add_format({"bold": True, "bg_color": SOFT, "valign": "top"}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for kind in ("text", "choice", "identifier", "date", "birth", "birthday", "amount", "count", "percent"):
        number = NUMBER_FORMATS.get(kind, NUMBER_FORMATS["text"])
        made[kind] = book.add_format({"locked": False, "num_format": number, "valign": "top"})
    made["prose"] = book.add_format({"locked": False, "num_format": "@", "valign": "top", "text_wrap": True})
    return made


Lists = list[tuple[tuple[str, str], list[str]]]


def choices_of(form: Form) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """The drop-downs: sheet and column, and the labels."""
    for sheet in form.sheets:
        for column in sheet.columns:
            if column.choices and not column.offers:
                yield (sheet.key, column.key), [str(choice.label) for choice in column.choices]


def lists_by_column(lists: Lists) -> Iterator[tuple[tuple[str, str], str]]:
    """Where each drop-down takes its labels from."""
    for number, (at, labels) in enumerate(lists):
        letters = xl_col_to_name(number, col_abs=True)
        yield at, f"={LISTS}!{letters}$1:{letters}${len(labels)}"


def write_lists(book: Workbook, lists: Lists) -> None:
    """The hidden sheet of the drop-downs; more than a cell's own list may hold."""
    sheet = book.add_worksheet(LISTS)
    for number, (_at, labels) in enumerate(lists):
        sheet.write_column(0, number, labels)
    sheet.hide()


def write_sheet(
    book: Workbook, form: Form, sheet: Sheet, formats: Mapping[str, Any], sources: Mapping[tuple[str, str], str]
) -> None:
    """Headings on top, one row each for what is known already, the rest to be filled in."""
    page = book.add_worksheet(sheet_name(sheet.label))
    page.set_row(0, HEADING_HEIGHT)
    page.freeze_panes(1, 1)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, formats[look_of(column)])
        heading = f"{column.label} *" if column.required else str(column.label)
        page.write_string(0, place, heading, formats["required" if column.required else "heading"])
        source = offered_by(form, column) or sources.get((sheet.key, column.key), "")
        if checks := checks_of(column, source):
            page.data_validation(1, place, sheet.most_rows, place, checks)
    for number, row in enumerate(sheet.examples, start=1):
        for place, column in enumerate(sheet.columns):
            write_value(page, number, place, column, row.get(column.key), formats[look_of(column)])
    page.autofilter(0, 0, sheet.most_rows, len(sheet.columns) - 1)
    free = ("format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter", "format_cells")
    page.protect("", dict.fromkeys(free, True))


def look_of(column: Column) -> str:
    """A kind, or prose for texts of several lines."""
    return "prose" if column.kind == "text" and (column.longest or 0) > LONGEST_LINE else column.kind


def offered_by(form: Form, column: Column) -> str:
    """The cells of another sheet that a drop-down offers."""
    if column.offers is None:
        return ""
    sheet = next(each for each in form.sheets if each.key == column.offers[0])
    place = next(number for number, each in enumerate(sheet.columns) if each.key == column.offers[1])
    letters = xl_col_to_name(place, col_abs=True)
    return f"='{sheet_name(sheet.label)}'!{letters}$2:{letters}${sheet.most_rows + 1}"


def checks_of(column: Column, source: str) -> dict[str, Any]:
    """What the spreadsheet itself refuses, and the hint beside the cell."""
    rules: dict[str, dict[str, Any]] = {
        "date": {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY},
        "birthday": {"validate": "date", "criteria": "between", "minimum": FIRST_BIRTHDAY, "maximum": LAST_DAY},
        "amount": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": float(LARGEST_AMOUNT)},
        "count": {
            "validate": "integer",
            "criteria": "between",
            "minimum": column.least,
            "maximum": int(column.most or LARGEST_COUNT),
        },
        "percent": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100},
    }
    rule = rules.get(column.kind, {"validate": "any"})
    if source:
        rule = {"validate": "list", "source": source}
    elif column.longest and column.kind == "text":
        rule = {"validate": "length", "criteria": "<=", "value": column.longest}
    if str(column.help):
        label = str(column.label)[:LONGEST_PROMPT_TITLE]
        rule |= {"input_title": label, "input_message": str(column.help)[:LONGEST_PROMPT]}
    return rule if len(rule) > 1 else {}


def write_value(page: Any, row: int, place: int, column: Column, value: object, look: Any) -> None:
    """A value in the writing of its kind; a choice by its label."""
    if value is None or value == "":
        return
    if column.kind == "choice":
        labels = {choice.key: str(choice.label) for choice in column.choices}
        page.write_string(row, place, labels.get(str(value), str(value)), look)
    elif isinstance(value, date):
        page.write_datetime(row, place, value, look)
    elif isinstance(value, Decimal | int):
        page.write_number(row, place, value, look)
    else:
        page.write_string(row, place, str(value), look)


def write_instructions(book: Workbook, form: Form, formats: Mapping[str, Any]) -> None:
    """How to fill it in: paragraphs, then a line for every column."""
    page = book.add_worksheet(sheet_name(form.instructions_label))
    page.set_column(0, 0, 38)
    page.set_column(1, 1, 24)
    page.set_column(2, 2, WIDE)
    page.write_string(0, 0, str(form.title), formats["title"])
    row = 2
    for paragraph in form.instructions:
        page.merge_range(row, 0, row, 2, str(paragraph), formats["words"])
        page.set_row(row, HEADING_HEIGHT)
        row += 1
    for sheet in form.sheets:
        row += 1
        page.write_string(row, 0, str(sheet.label), formats["title"])
        row += 1
        for place, heading in enumerate(form.headings):
            page.write_string(row, place, str(heading), formats["strong"])
        for column in sheet.columns:
            row += 1
            page.write_string(row, 0, str(column.label), formats["words"])
            page.write_string(row, 1, str(form.yes if column.required else column.owed_when), formats["words"])
            page.write_string(row, 2, str(column.help), formats["words"])
        row += 1
    page.protect()
