"""The dry run: typed rows, every error where it is, and files that mean harm."""

import random
import struct
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from time import process_time

import pytest
from xlsxwriter import Workbook

from openamif.workbooks import Column, NotAWorkbook, Sheet, other_sheets, read, read_any
from openamif.workbooks.safety import LARGEST, letters_of, number_of
from tests.workbooks.forms import FORM, archive, book, replaced

HEAD = ["Key", "Kind", "Day", "Amount", "Count", "Rate", "Number", "Note"]
SECONDS = 20


def told(reading) -> list[tuple[str, int, str, str]]:
    return [(error.sheet, error.row, error.column, error.code) for error in reading.errors]


def one(**cells):
    """A reading of one row with these cells."""
    row = [cells.get(name, "x" if name == "Key" else None) for name in HEAD]
    return read(book(Things=[HEAD, row]), FORM)


def test_rows_are_typed():
    row = ["k", "Apple", date(2020, 2, 29), 12.5, 3, 75, "12.34", 7]
    (found,) = read(book(Things=[HEAD, row]), FORM).rows["things"]
    assert found.number == 2
    assert found.values == {
        "key": "k",
        "kind": "a",
        "day": date(2020, 2, 29),
        "amount": Decimal("12.50"),
        "count": 3,
        "rate": Decimal("75.0"),
        "number": "1234",
        "note": "7",
    }


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1 234,50", "1234.50"), ("1234.5", "1234.50"), ("1\u202f234 €", "1234"), (0.1 + 0.2, "0.30"), (0, "0")],
)
def test_amounts_are_read_as_they_are_written(cell, value):
    reading = one(Amount=cell)
    assert reading.errors == []
    assert reading.rows["things"][0].values["amount"] == Decimal(value)


@pytest.mark.parametrize("cell", ["2020-02-29", "29/02/2020", "29.2.2020", "29-02-2020"])
def test_days_are_read_as_they_are_written(cell):
    assert one(Day=cell).rows["things"][0].values["day"] == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Kind", "Cake", "not_offered"),
        ("Kind", 5, "not_offered"),
        ("Day", "yesterday", "not_a_date"),
        ("Day", "31/02/2020", "not_a_date"),
        ("Day", 5, "not_a_date"),
        ("Day", date(1901, 1, 1), "not_a_date"),
        ("Amount", "much", "not_an_amount"),
        ("Amount", "1.234,50", "not_an_amount"),
        ("Amount", "63.000", "not_an_amount"),
        ("Amount", "1,234", "not_an_amount"),
        ("Count", "1.000", "not_a_count"),
        ("Amount", True, "not_an_amount"),
        ("Amount", date(2020, 1, 1), "not_an_amount"),
        ("Amount", -1, "out_of_range"),
        ("Amount", 1e300, "out_of_range"),
        ("Amount", 1.005, "more_than_cents"),
        ("Count", 1.5, "not_a_count"),
        ("Count", "many", "not_a_count"),
        ("Count", -1, "out_of_range"),
        ("Rate", 100.5, "out_of_range"),
        ("Rate", "all", "not_a_percent"),
        ("Number", "12a", "check_digits"),
        ("Key", "k" * 21, "too_long_text"),
        ("Key", "   ", "missing"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_is(heading, cell, code):
    reading = one(**{"Note": "there", heading: cell})
    assert told(reading) == [("Things", 2, "ABCDEFGH"[HEAD.index(heading)], code)]
    assert reading.count == 1


def test_a_count_has_its_least_and_its_most_and_a_birthday_lies_long_ago():
    columns = (Column("many", "Many", "count", least=1, most=Decimal(60)), Column("born", "Born", "birthday"))
    form = replace(FORM, sheets=(Sheet("ones", "Ones", columns),))
    reading = read(book(Ones=[["Many", "Born"], [1, date(1931, 5, 4)], [0, 1931], [61, None]]), form)
    assert told(reading) == [
        ("Ones", 3, "A", "out_of_range"), ("Ones", 3, "B", "not_a_date"), ("Ones", 4, "A", "out_of_range"),
    ]  # fmt: skip
    assert reading.errors[-1].expected == (1, 60)
    assert reading.rows["ones"][0].values == {"many": 1, "born": date(1931, 5, 4)}


def test_of_a_sheet_that_must_be_there_and_is_not_that_alone_is_told():
    things = Sheet("things", "Things", (Column("key", "Key", required=True),), required=True)
    parts = Sheet("parts", "Parts", (Column("key", "Key", within=("things", "key")),))
    form = replace(FORM, sheets=(things, parts))
    raw = book(Thingz=[["Key"], ["a"]], Parts=[["Key"], ["a"]], lists=[["x"]], Instructions=[["y"]])
    assert told(read(raw, form)) == [("Things", 0, "", "no_sheet")]
    assert other_sheets(raw, form) == ("Thingz",)


def test_a_formula_that_failed_or_was_never_worked_out_is_told():
    raw = book(Things=[HEAD, ["k", "Apple", None, 5, 5, None, None, "there"]])
    for before, after in (
        (b'<c r="D2"><v>5</v></c>', b'<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        (b'<c r="E2"><v>5</v></c>', b'<c r="E2"><f>2+3</f><v></v></c><c r="F2" t="str"><f>""</f><v></v></c>'),
    ):
        raw = replaced(raw, "xl/worksheets/sheet1.xml", lambda sheet, a=before, b=after: sheet.replace(a, b))
    assert told(read(raw, FORM)) == [("Things", 2, "D", "no_value"), ("Things", 2, "E", "no_value")]


@pytest.mark.parametrize(("cell", "value"), [("a\x00b\x07", "ab"), ("a\nb\tc", "a\nb\tc"), ("\x01", None)])
def test_signs_that_nobody_sees_are_left_out(cell, value):
    form = replace(FORM, sheets=(Sheet("ones", "Ones", (Column("key", "Key"), Column("more", "More"))),))
    raw = book(Ones=[["Key", "More"], ["there", cell]])
    assert read(raw, form).rows["ones"][0].get("more") == value


def test_a_missing_choice_says_what_is_offered():
    (error,) = one(Kind="Cake").errors
    assert (error.found, error.expected, error.label) == ("Cake", ("Apple", "Bread"), "Kind")


def test_one_column_is_needed_without_another():
    name, code = Column("name", "Name", longest=9), Column("code", "Code", needed_without="name")
    form = replace(FORM, sheets=(Sheet("either", "Either", (name, code)),))
    rows = [["Name", "Code"], ["n", None], [None, "c"], [None, None], ["far too long", None]]
    assert told(read(book(Either=rows), form)) == [("Either", 5, "A", "too_long_text")]
    both = replace(form, sheets=(Sheet("either", "Either", (name, code, Column("note", "Note"))),))
    assert told(read(book(Either=[["Name", "Note"], ["n", None], [None, "there"]]), both)) == [
        ("Either", 3, "A", "missing")
    ]
    assert told(read(book(Either=[["Note", "Code"], ["there", None]]), both)) == [("Either", 2, "B", "missing")]
    assert told(read(book(Either=[["Note"], ["there"]]), both)) == [("Either", 1, "", "no_heading")]


def test_other_languages_are_understood():
    reading = read(book(Choses=[["clé", "KEY *", "remarque", " kind "], [1, "k", "n", "pomme"]]), FORM)
    assert reading.errors == []
    assert reading.rows["things"][0].values == {"key": "k", "note": "n", "kind": "a"}


def test_headings_may_stand_lower_and_columns_elsewhere():
    reading = read(book(Things=[["My list"], [], ["Note", None, "Key"], ["n", None, "k"], [], ["m", None, None]]), FORM)
    assert [row.number for row in reading.rows["things"]] == [4, 6]
    assert told(reading) == [("Things", 6, "C", "missing")]


def test_keys_are_used_once():
    reading = read(book(Things=[HEAD, ["k"], ["K"], ["l"]]), FORM)
    assert told(reading) == [("Things", 3, "A", "twice")]
    assert reading.errors[0].expected == 2


def test_rows_of_one_sheet_belong_to_another():
    reading = read(book(Things=[HEAD, ["k"]], Parts=[["Key"], ["K"], ["m"]]), FORM)
    assert told(reading) == [("Parts", 3, "A", "not_in_sheet")]


def test_wrong_sheets_and_headings():
    with pytest.raises(NotAWorkbook) as refusal:
        read(book(Sheet1=[HEAD, ["k"]]), FORM)
    assert refusal.value.code == "no_sheet"
    assert told(read(book(Parts=[["Key"]]), FORM)) == [("Things", 0, "", "no_sheet")]
    assert told(read(book(Things=[["Note"], ["n"]]), FORM)) == [("Things", 1, "", "no_heading")]
    assert told(read(book(Things=[[]]), FORM)) == [("Things", 1, "", "no_heading")]


def test_a_list_of_ones_own_may_be_called_anything():
    reading = read_any(book(Feuil1=[["Key", "Note"], ["k", "n"]], Feuil2=[]), FORM)
    assert (told(reading), reading.names["things"]) == ([], "Feuil1")
    assert reading.rows["things"][0].values == {"key": "k", "note": "n"}
    assert told(read_any(book(Feuil1=[["Key"], ["k"]], Parts=[["Key"]]), FORM)) == [("Things", 0, "", "no_sheet")]


def test_headings_of_which_none_is_understood_are_asked_for():
    own = book(Feuil1=[[], ["Wer", "Wann"], ["k", "2020-12-31"]])
    assert [heading.words for heading in read_any(own, FORM).unknown] == ["Wer", "Wann"]
    answered = read_any(own, FORM, renamed={"Wer": "key", "Wann": "day"})
    assert (answered.errors, answered.unknown) == ([], [])
    assert told(read_any(book(Feuil1=[[1, 2, 3]]), FORM)) == [("Feuil1", 1, "", "no_heading")]


def test_merged_cells_are_told():
    written = BytesIO()
    made = Workbook(written, {"in_memory": True})
    page = made.add_worksheet("Things")
    page.write_row(0, 0, HEAD)
    page.merge_range(1, 0, 2, 0, "k")
    page.write(2, 7, "n")
    made.close()
    assert set(told(read(written.getvalue(), FORM))) == {("Things", 2, "A", "merged"), ("Things", 3, "A", "missing")}


def test_formulas_are_read_as_their_values():
    written = BytesIO()
    made = Workbook(written, {"in_memory": True})
    page = made.add_worksheet("Things")
    page.write_row(0, 0, HEAD)
    page.write(1, 0, "k")
    page.write_formula(1, 3, "=1+1", None, 2)
    made.close()
    assert read(written.getvalue(), FORM).rows["things"][0].values["amount"] == Decimal(2)


def test_too_many_rows_are_not_read():
    reading = read(book(Things=[HEAD, *[[f"k{number}"] for number in range(55)]]), FORM)
    assert [error.code for error in reading.errors] == ["too_many_rows"]
    assert reading.rows["things"] == []
    with pytest.raises(NotAWorkbook) as refusal:
        read(book(Things=[HEAD, *[[f"k{number}"] for number in range(9000)]]), FORM)
    assert refusal.value.code == "too_long"


def test_errors_are_counted_past_what_is_kept():
    form = FORM.__class__(title="", sheets=(FORM.sheets[0].__class__("things", "Things", FORM.sheets[0].columns),))
    reading = read(book(Things=[HEAD, *[[f"k{number}", "?"] for number in range(600)]]), form)
    assert (reading.count, len(reading.errors)) == (600, 500)


# Files that mean harm.

BLANKS = b"<sheetData>" + b"<c/>" * 1_000_000


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "not_a_workbook"),
        (b"Name;Amount\n", "not_a_workbook"),
        (b"PK\x03\x04" + b"\x00" * 200, "not_a_workbook"),
        (b"x" * (LARGEST + 1), "too_large"),
        (archive(other=b"x"), "not_a_workbook"),
        (archive(workbook=b"<workbook/>"), "not_a_workbook"),
        (archive(workbook=b"<workbook/>", bomb=bytes(80_000_000)), "unpacks_too_large"),
        (archive(workbook=b"", sheet=BLANKS * 14), "too_long"),
    ],
    ids=["nothing", "text", "torn", "large", "another zip", "hollow", "bomb", "blanks"],
)
def test_what_is_no_workbook_is_refused(raw, code):
    with pytest.raises(NotAWorkbook) as refusal:
        read(raw, FORM)
    assert refusal.value.code == code


def test_a_bomb_that_lies_about_its_size_is_measured():
    raw = bytearray(archive(workbook=b"<workbook/>", bomb=bytes(80_000_000)))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        begin = raw.rindex(mark)
        raw[begin + place : begin + place + 4] = struct.pack("<I", 10)
    with pytest.raises(NotAWorkbook) as refusal:
        read(bytes(raw), FORM)
    assert refusal.value.code == "unpacks_too_large"


@pytest.mark.parametrize("above", [0, 20])
def test_a_duration_that_no_clock_knows_is_a_refusal_in_any_row(above):
    written = BytesIO()
    made = Workbook(written, {"in_memory": True})
    page = made.add_worksheet("Things")
    page.write_row(0, 0, HEAD)
    for row in range(1, above + 1):
        page.write(row, 0, f"k{row}")
    page.write_number(above + 1, 3, 1e9, made.add_format({"num_format": "[h]:mm:ss"}))
    made.close()
    with pytest.raises(NotAWorkbook) as refusal:
        read(written.getvalue(), FORM)
    assert refusal.value.code == "not_a_workbook"


@pytest.mark.parametrize(("cell", "code"), [(b"A1048576", "too_long"), (b"XFD1", "too_wide")])
def test_a_cell_far_out_is_refused_before_the_rectangle_is_filled(cell, code):
    raw = replaced(
        book(Things=[HEAD, ["k"]]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="A2"', b'<c r="' + cell + b'"'),
    )
    with pytest.raises(NotAWorkbook) as refusal:
        read(raw, FORM)
    assert refusal.value.code == code


def test_workbooks_broken_at_random_end_in_a_report_or_a_refusal():
    whole = book(
        Things=[HEAD, *[[f"k{number}", "Apple", date(2020, 1, 1), 1.5, 2, 3, "1", "n"] for number in range(9)]]
    )
    chance, started = random.Random(7), process_time()
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        with suppress(NotAWorkbook):
            read(bytes(raw[: chance.randint(len(raw) // 2, len(raw))] if chance.random() < 0.3 else raw), FORM)
    assert process_time() - started < SECONDS


def test_parts_broken_at_random_inside_a_sound_archive():
    whole, chance = book(Things=[HEAD, ["k", "Apple", date(2020, 1, 1)]]), random.Random(11)
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"):
        for _ in range(40):
            place = chance.random()

            def change(content: bytes, place=place) -> bytes:
                cut = int(place * len(content))
                return content[:cut] + bytes([chance.randrange(256)]) + content[cut + chance.randint(0, 9) :]

            with suppress(NotAWorkbook):
                read(replaced(whole, part, change), FORM)


def test_letters_and_numbers_of_columns():
    assert [letters_of(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(number_of(letters_of(number)) == number for number in range(1, 2000))
