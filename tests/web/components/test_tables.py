"""Tables declared by their columns, and the way through their pages."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.utils.html import format_html

from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Bullet, Coded, Link
from openamif.web.components.tables import Column, Group
from tests.web.components.drawing import drawn

N = formats.NARROW_SPACE
COLUMNS = [Column("name", "Objective"), Column("amount", "Allocated (EUR)", "money"), Column("rate", "Share", "bar")]
ROW = {"name": Coded("SO1.NO1", "Reception", "/1"), "amount": Decimal("22813801.27"), "rate": Decimal("19.8")}
CALL = '{% table columns rows caption="Money" total=total empty=empty %}'


def table(rows, total=None, columns=COLUMNS, empty=""):
    return drawn(CALL, columns=columns, rows=rows, total=total, empty=empty)


def test_every_cell_carries_the_label_of_its_column_for_the_phone():
    html = table([ROW])
    assert 'data-label="Allocated (EUR)"' in html
    assert f"22{N}813{N}801.27" in html
    assert '<th scope="col" class="num">Allocated (EUR)</th>' in html
    assert '<th scope="row"' in html
    assert "<caption" in html


def test_rows_under_a_band_stand_indented():
    html = table([ROW, Group("Asylum", "SO1"), ROW])
    assert html.count('class="sub') == 1
    assert '<th scope="rowgroup" colspan="3">' in html


def test_a_band_may_carry_its_own_sums():
    html = table([Group("Asylum", "SO1", {"amount": Decimal(5)}), ROW])
    assert "colspan" not in html
    assert "5.00" in html


def test_the_total_stands_in_the_foot():
    assert '<tfoot><tr><th scope="row">Total</th>' in table([ROW], total={"name": "Total", "amount": Decimal(1)})


def test_where_there_is_no_row_it_is_said():
    html = table([], empty="Nothing yet.")
    assert "Nothing yet." in html
    assert "<table" not in html


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        (None, "money", "none"),
        ("", "text", "none"),
        (0, "count", ">0<"),
        (Badge("Adopted", "good"), "text", "tone-good"),
        (Bullet(50, 200), "text", 'width="25%"'),
        (Link("5.1", "/v/"), "text", '<a href="/v/">5.1</a>'),
        (date(2026, 7, 1), "day", 'datetime="2026-07-01"'),
        ("SO1", "code", 'class="code"'),
        ("<b>", "text", "&lt;b&gt;"),
        (format_html("<b>{}</b>", "x"), "text", "<b>x</b>"),
        (Decimal("12.5"), "share", "12.5"),
    ],
)
def test_a_cell_is_written_by_its_kind(value, kind, written):
    assert written in table([{"a": value}], columns=[Column("a", "A", kind)])


def test_a_row_may_be_a_record_with_an_anchor():
    class Record:
        name, amount, rate, anchor = "N", Decimal(1), Decimal(2), "row-1"

    assert '<tr id="row-1">' in table([Record()])


def test_a_minimum_is_marked_on_the_bar():
    columns = [Column("name", "Name"), Column("rate", "Share", "bar", minimum="least")]
    assert "is-below" in table([{"name": "N", "rate": Decimal(19), "least": Decimal(20)}], columns=columns)


def test_a_column_may_sort():
    html = table([ROW], columns=[Column("name", "Name", sort_url="?sort=name", sorted="ascending")])
    assert 'aria-sort="ascending"' in html
    assert 'href="?sort=name"' in html


def test_pages_keep_the_filters_of_the_address():
    page = Paginator(range(60), 25).page(2)
    html = drawn("{% pagination page %}", address="/list/?state=adopted&page=2", page=page)
    assert 'href="?state=adopted&amp;page=3"' in html
    assert html.count('aria-current="page"') == 1
    assert "26" in html


def test_one_page_needs_no_way_to_others():
    assert "<nav" not in drawn("{% pagination page %}", page=Paginator(range(3), 25).page(1))
