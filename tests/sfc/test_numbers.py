"""Numbers, years and dates as the exports print them."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openamif.sfc import numbers


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("22\u00a0813\u00a0801,27\u00a0\u00a0", "22813801.27"),
        ("22\u202f813\u202f801,27", "22813801.27"),
        ("22\u2009813\u2009801,27", "22813801.27"),
        ("22 813 801,27", "22813801.27"),
        ("22.813.801,27", "22813801.27"),
        ("22,813,801.27", "22813801.27"),
        ("22813801,27", "22813801.27"),
        ("22813801.27", "22813801.27"),
        ("0,00", "0"),
        ("7", "7"),
        ("7,5", "7.5"),
        ("1 100", "1100"),
        ("20.854", "20854"),
        ("20,854", "20854"),
        ("1.234.567", "1234567"),
        ("-814\u00a0667,00", "-814667"),
        ("\u2212376", "-376"),
        ("–376", "-376"),
        ("- 376", "-376"),
        ("(376)", "-376"),
        ("75,00 %", "75"),
        ("75%", "75"),
        ("€ 1 000,00", "1000"),
        ("1 000,00 €", "1000"),
    ],
)
def test_amount_reads_every_printing(cell: str, value: str):
    assert numbers.amount(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["", " ", "\u00a0\u00a0", "-", "–", "—", "\u2212"])
def test_amount_of_an_empty_cell_is_none(cell: str):
    assert numbers.amount(cell) is None
    assert numbers.count(cell) is None
    assert numbers.year(cell) is None
    assert numbers.day(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        *("abc", "12a", "1 10", "1 1000", "22 813,801.27", "1,2345", "1,", ",5", "--5", "(5", "1  100", "12.34.56"),
        *(
            "1.000 000",
            "٣",
            "1e5",
            "NaN",
            "Infinity",
            "1,5,5",
            "9" * 40,
            "1" + " 000" * 9,
            "½",
            "²",
            "1_000",
            "()",
            "0.001",
        ),
    ],
)
def test_amount_refuses_what_is_no_number(cell: str):
    with pytest.raises(ValueError):
        numbers.amount(cell)


def test_count_refuses_a_fraction():
    assert numbers.count("1 869,00") == 1869
    with pytest.raises(ValueError):
        numbers.count("1,5")


@pytest.mark.parametrize("cell", ["14", "20l4", "2014,0", "2 014", "02014"])
def test_year_refuses_what_is_no_year(cell: str):
    assert numbers.year("\u00a02014 ") == 2014
    with pytest.raises(ValueError):
        numbers.year(cell)


def test_day_reads_two_orders():
    assert numbers.day("05/02/2014") == numbers.day("2014-02-05") == numbers.day("5.2.2014") == date(2014, 2, 5)


@pytest.mark.parametrize("cell", ["31/02/2014", "2014", "05/02/14", "yesterday"])
def test_day_refuses_what_is_no_date(cell: str):
    with pytest.raises(ValueError):
        numbers.day(cell)


@given(st.decimals("-9999999999999.99", "9999999999999.99", places=2), st.sampled_from(("fr", "en")))
def test_a_printed_amount_reads_back(value: Decimal, language: str):
    assert numbers.amount(numbers.print_amount(value, language)) == value


@given(st.integers(-(10**14), 10**14), st.sampled_from(("fr", "en")))
def test_a_printed_count_reads_back(value: int, language: str):
    assert numbers.count(numbers.print_count(value, language)) == value


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused(cell: str):
    for read in (numbers.amount, numbers.count, numbers.year, numbers.day):
        with suppress(ValueError):
            read(cell)
