"""A long workbook, parsed in a process of its own, is read as a short one is; what breaks the parser is a refusal."""

import multiprocessing
from datetime import date

import pytest

from bench.broken_workbooks import rewritten
from openamif.workbooks import NotAWorkbook, read, sources
from tests.workbooks.forms import FORM, archive, book

ROWS = [["Key", "Kind", "Day", "Note"], ["k1", "Apple", date(2020, 2, 1), True], ["k2", "Bread", None, 1], ["k3"]]
PARTS = [["Key"], ["k1"], ["k9"]]


@pytest.fixture
def every_workbook_is_long(monkeypatch):
    monkeypatch.setattr(sources, "SHORT", 0)


def said(raw):
    reading = read(raw, FORM)
    return reading.tables, reading.errors


def test_it_says_the_same(monkeypatch):
    raw = book(Things=ROWS, Parts=PARTS)
    as_short = said(raw)
    monkeypatch.setattr(sources, "SHORT", 0)
    assert said(raw) == as_short
    assert [error.found for error in as_short[1]] == ["k9"]


def test_more_rows_than_are_taken_are_passed_over(every_workbook_is_long):
    reading = read(book(Things=[["Key"], *([f"k{row}"] for row in range(60))], Parts=PARTS), FORM)
    assert reading.errors[0].code == "too_many_rows"
    assert reading.tables["parts"].numbers == [2, 3]


@pytest.mark.parametrize("raw", [archive(workbook=b"<", sheet=b"<"), book(Things=ROWS)[:-40] + bytes(40)])
def test_what_is_no_workbook_is_refused(every_workbook_is_long, raw):
    with pytest.raises(NotAWorkbook, match="not_a_workbook"):
        read(raw, FORM)


def test_what_is_not_safe_stops_the_parser(every_workbook_is_long):
    raw = archive(workbook=b"<workbook/>", sheet=b'<sheetData><row r="1"><c r="XFD1"/></row></sheetData>')
    with pytest.raises(NotAWorkbook, match="too_wide"):
        read(raw, FORM)
    assert not any(each.is_alive() for each in multiprocessing.active_children() if not each.join(5))


def test_what_fills_the_memory_of_the_parser_is_a_refusal(every_workbook_is_long, monkeypatch):
    """Even where nobody would have looked first."""
    monkeypatch.setattr(sources, "require_safe", lambda *_raw, **_limits: None)
    far = rewritten(book(Things=ROWS), lambda _name, said: said.replace(b'r="A3"', b'r="XFD1048576"'))
    with pytest.raises(NotAWorkbook, match="not_a_workbook"):
        read(far, FORM)
