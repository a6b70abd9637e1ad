"""What the template offers, and that whatever is filled in comes back as it went."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from openamif.workbooks import Column, as_csv, as_xlsx, read, write_template
from openamif.workbooks.columns import sheet_name
from openamif.workbooks.tables import DANGEROUS, harmless, unquoted
from tests.workbooks.forms import FORM

WORDS = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=("C", "Z")), min_size=1, max_size=20
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"key": WORDS},
        optional={
            "kind": st.sampled_from(["a", "b"]),
            "day": st.dates(date(1950, 1, 1), date(2100, 12, 31)),
            "amount": st.decimals(0, 99_999_999, places=2),
            "count": st.integers(0, 2_000_000_000),
            "rate": st.decimals(0, 100, places=2),
            "number": st.from_regex(r"[1-9][0-9]{0,9}", fullmatch=True),
            "note": WORDS,
        },
    ),
    max_size=12,
    unique_by=lambda row: " ".join(row["key"].split()).casefold(),
)


def with_rows(rows):
    things, parts = FORM.sheets
    return replace(FORM, sheets=(replace(things, examples=tuple(rows)), parts))


@settings(max_examples=60)
@given(rows=ROWS)
def test_what_goes_in_comes_back(rows):
    reading = read(write_template(with_rows(rows)), FORM)
    assert reading.errors == []
    assert [dict(row.values) for row in reading.rows["things"]] == rows


@pytest.fixture(scope="module")
def xml() -> dict[str, str]:
    with ZipFile(BytesIO(write_template(FORM))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def test_headings_are_locked_and_stay_in_sight(xml):
    things = xml["xl/worksheets/sheet1.xml"]
    assert "<sheetProtection" in things
    assert 'topLeftCell="B2"' in things
    assert 'locked="0"' in xml["xl/styles.xml"]


def test_choices_drop_down_from_a_hidden_list(xml):
    things = xml["xl/worksheets/sheet1.xml"]
    assert re.search(r'type="list"[^>]*sqref="B2:B51"><formula1>lists!\$A\$1:\$A\$2</formula1>', things)
    assert 'name="lists" sheetId="4" state="hidden"' in xml["xl/workbook.xml"]


def test_kinds_are_checked_by_the_spreadsheet_too(xml):
    kinds = re.findall(r'<dataValidation type="(\w+)"', xml["xl/worksheets/sheet1.xml"])
    assert kinds == ["textLength", "list", "date", "decimal", "whole", "decimal"]


def test_instructions_name_every_column():
    sheet = CalamineWorkbook.from_filelike(BytesIO(write_template(FORM))).get_sheet_by_name("Instructions")
    cells = [cell for row in sheet.to_python() for cell in row if cell]
    assert {"A form", "Fill it in.", "Send it.", "Things", "Parts", "Known by it"} <= set(cells)
    assert {column.label for sheet in FORM.sheets for column in sheet.columns} <= set(cells)


def test_names_of_sheets_are_what_a_spreadsheet_takes():
    assert sheet_name("A [long] name: of 'things' / parts, longer than it may be") == "A long name of things  parts, l"


def test_kinds_are_known():
    with pytest.raises(ValueError, match="no such kind"):
        Column("a", "A", "colour")


HEADINGS = (("Name", "text", 20), ("Amount", "amount", 12), ("Day", "date", 12))
LINES = [["=1+1", Decimal("12.50"), date(2020, 1, 1)], ["Näme, with comma", None, None], ["-x", Decimal(0), None]]


def test_a_list_as_a_workbook():
    sheet = CalamineWorkbook.from_filelike(BytesIO(as_xlsx("List", HEADINGS, LINES))).get_sheet_by_name("List")
    assert sheet.to_python() == [
        ["Name", "Amount", "Day"],
        ["=1+1", 12.5, date(2020, 1, 1)],
        ["Näme, with comma", "", ""],
        ["-x", 0.0, ""],
    ]


def test_a_list_prints_on_the_width_of_a_page_with_its_headings():
    sheet = load_workbook(BytesIO(as_xlsx("List", HEADINGS, LINES))).active
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A2"].alignment.wrap_text
    assert sheet["C2"].number_format == "dd/mm/yyyy"


def test_a_list_as_values_holds_no_formula():
    assert as_csv(HEADINGS, LINES).decode("utf-8-sig").splitlines() == [
        "Name,Amount,Day",
        "'=1+1,12.50,2020-01-01",
        '"Näme, with comma",,',
        "'-x,0,",
    ]


def test_where_tenths_follow_a_comma_columns_are_set_apart_by_semicolons():
    lines = as_csv([("Day", "text", 9), ("Amount", "amount", 9)], [("1,5", Decimal("84000.50"))], decimal=",")
    assert lines.decode("utf-8-sig").splitlines() == ["Day;Amount", "1,5;84000,50"]


@given(st.text("'=+-@\ta", max_size=5))
def test_a_text_made_harmless_comes_back_as_it_was(text):
    assert not harmless(text).startswith(DANGEROUS)
    assert unquoted(harmless(text)) == text
