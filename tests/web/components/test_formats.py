"""Numbers and dates as each reader writes them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from openamif.web.components import formats

N, S = formats.NARROW_SPACE, formats.NO_BREAK_SPACE


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fr", f"179{N}127{N}447,12"),
        ("nl", f"179{N}127{N}447,12"),
        ("de", f"179{N}127{N}447,12"),
        ("en", f"179{N}127{N}447.12"),
        ("fr-be", f"179{N}127{N}447,12"),
        ("sv", f"179{N}127{N}447.12"),
    ],
)
def test_money_is_grouped_alike_with_the_readers_decimal_sign(language, written):
    with translation.override(language):
        assert formats.money(Decimal("179127447.12")) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "0.00"),
        ("-0.00", "0.00"),
        ("-0.004", "0.00"),
        ("0.005", "0.01"),
        ("-1250.5", f"{formats.MINUS}1{N}250.50"),
        ("987654321098.76", f"987{N}654{N}321{N}098.76"),
        ("12345678901234567890.12", f"12{N}345{N}678{N}901{N}234{N}567{N}890.12"),
    ],
)
def test_money_is_exact_to_the_cent(amount, written):
    assert formats.money(Decimal(amount)) == written


@pytest.mark.parametrize("write", [formats.money, formats.count, formats.share, formats.money_short])
def test_a_float_is_refused(write):
    with pytest.raises(TypeError, match="never a float"):
        write(0.1)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("999999.99", (f"1{N}000{N}000", "EUR")),
        ("1000000", ("1.0", f"M{S}EUR")),
        ("1250000", ("1.3", f"M{S}EUR")),
        ("-3650000", (f"{formats.MINUS}3.7", f"M{S}EUR")),
        ("640500", (f"640{N}500", "EUR")),
        ("0", ("0", "EUR")),
    ],
)
def test_a_large_figure_is_in_millions_from_one_million_on(amount, written):
    assert formats.money_short(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("rate", "beside", "written"),
    [
        ("30.25", (), "30.3"),
        ("0", (), "0.0"),
        ("100", (), "100.0"),
        ("99.97", (), "99.97"),
        ("0.004", (), "0.004"),
        ("0.000001", (), "0.0000"),
        ("19.98", (Decimal(20),), "19.98"),
        ("20", (Decimal(20),), "20.0"),
        ("20.00", (None,), "20.0"),
    ],
)
def test_a_share_never_rounds_onto_what_it_misses(rate, beside, written):
    assert formats.share(Decimal(rate), beside=beside) == f"{written}{S}%"


def test_a_count_keeps_the_decimals_it_has():
    assert formats.count(Decimal("12.50")) == "12.5"
    assert formats.count(Decimal("1E+3")) == f"1{N}000"
    assert formats.count(3865) == f"3{N}865"


@pytest.mark.parametrize(
    ("language", "length", "written"),
    [
        ("fr", "long", "1er juillet 2026"),
        ("fr", "medium", "1er juil. 2026"),
        ("fr", "full", "mercredi 1er juillet 2026"),
        ("nl", "long", "1 juli 2026"),
        ("de", "long", "1. Juli 2026"),
        ("de", "medium", "1. Juli 2026"),
        ("en", "medium", "1 Jul 2026"),
    ],
)
def test_a_day_is_written_as_the_reader_does(language, length, written):
    with translation.override(language):
        assert formats.day(date(2026, 7, 1), length=length).replace(S, " ") == written


def test_only_the_first_of_the_month_is_an_ordinal():
    with translation.override("fr"):
        assert formats.day(date(2026, 7, 11)).replace(S, " ") == "11 juillet 2026"
        assert formats.day(date(2026, 7, 31)).replace(S, " ") == "31 juillet 2026"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2025, 10, 1), date(2026, 9, 30), "1er oct. 2025 – 30 sept. 2026"),
        (date(2026, 1, 11), date(2026, 10, 1), "11 janv. – 1er oct. 2026"),
        (date(2026, 10, 1), date(2026, 10, 21), "1er–21 oct. 2026"),
    ],
)
def test_a_period_begins_on_the_first_in_french(first, last, written):
    with translation.override("fr"):
        assert formats.days(first, last).replace("\u2009", " ").replace(S, " ") == written
    with translation.override("en"):
        assert "1er" not in formats.days(first, last)


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_a_period_breaks_at_its_dash_and_nowhere_else(language):
    with translation.override(language):
        written = formats.days(date(2026, 2, 1), date(2026, 7, 31))
    assert " " not in written
    assert written.count("\u2009\u2013\u2009") == 1


@pytest.mark.parametrize(
    ("size", "en", "fr"),
    [
        (1, "0.1 kB", "0,1 ko"),
        (123, "0.2 kB", "0,2 ko"),
        (9_000, "9 kB", "9 ko"),
        (340_001, "341 kB", "341 ko"),
        (5_000_000, "5 MB", "5 Mo"),
        (5_300_000, "5.3 MB", "5,3 Mo"),
        (10_000_000, "10 MB", "10 Mo"),
        (10_000_001, "11 MB", "11 Mo"),
        (40_000_000, "40 MB", "40 Mo"),
    ],
)
def test_the_size_of_a_file_is_said_as_people_say_it(size, en, fr):
    for language, written in {"en": en, "nl": en.replace(".", ","), "de": en.replace(".", ","), "fr": fr}.items():
        with translation.override(language):
            assert formats.size(size).replace(S, " ") == written


def test_an_instant_is_told_in_local_time():
    with timezone.override("Europe/Brussels"):
        written = formats.instant(datetime(2026, 7, 31, 22, 5, tzinfo=UTC))
    assert written.replace(S, " ") == "1 August 2026, 00:05"
    assert formats.clock(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("language", "most", "written"),
    [("en", None, "a; b; c"), ("fr", None, f"a{S}; b{S}; c"), ("nl", 3, "a; b; c"), ("fr", 2, f"a{S}; b{S}; …")],
)
def test_a_list_is_set_off_as_the_language_does(language, most, written):
    with translation.override(language):
        assert formats.listed("abc", at_most=most) == written
