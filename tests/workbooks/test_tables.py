"""A list taken away: a row is as tall as its longest text, whatever opens it."""

from io import BytesIO

from openpyxl import load_workbook

from openamif.workbooks import as_xlsx

HEADINGS = [("Row", "count", 8), ("What is wrong", "text", 30)]


def test_a_row_is_as_tall_as_its_text():
    page = load_workbook(BytesIO(as_xlsx("Errors", HEADINGS, [(1, "Short."), (2, "A long sentence. " * 6)]))).active
    assert page.row_dimensions[2].height is None
    assert page.row_dimensions[3].height >= 4 * 15


def test_a_text_stands_clear_of_the_number_before_it():
    page = load_workbook(BytesIO(as_xlsx("Errors", HEADINGS, [(1, "Short.")]))).active
    assert (page["B2"].alignment.indent, page["A2"].alignment.indent) == (1, 0)
