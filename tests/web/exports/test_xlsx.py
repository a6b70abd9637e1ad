"""The workbook: numbers as numbers, sums as formulas that agree, texts that stay texts."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import translation
from openpyxl import load_workbook

from openamif.programmes.models.document import within_part
from openamif.sfc.programme_2014 import AttachedDocument, ResettlementTotals, ValidationMessage
from openamif.web.exports.xlsx import make
from openamif.web.exports.xlsx.book import LINE_HEIGHT, Column, PlainBook, height, sum_of
from tests.factories.programmes import SMALL, document
from tests.web.exports.formulas import Reckoner

SHEETS = [
    "Overview",
    "Financial plan",
    "Special cases",
    "Annual commitments",
    "Pledges",
    "Timetable",
    "Actions",
    "Indicators",
    "Texts",
    "Beneficiaries",
    "Findings",
]


def sheet(content: bytes, name: str):
    return load_workbook(BytesIO(content))[name]


def rows(content: bytes, name: str) -> dict[str, list]:
    """The rows of a sheet by their first cell."""
    return {line[0].value: [cell.value for cell in line] for line in sheet(content, name).iter_rows() if line[0].value}


def test_there_is_a_sheet_a_table_with_its_headings_frozen(source):
    book = load_workbook(BytesIO(make(source())))
    assert book.sheetnames == SHEETS
    for each in book:
        assert each.freeze_panes.endswith("5")
        assert each.print_title_rows == "$4:$4"
        assert each.page_setup.paperSize == 9
        upright = each.title in ("Overview", "Financial plan")
        assert each.page_setup.orientation == ("portrait" if upright else "landscape")
        assert each.sheet_properties.pageSetUpPr.fitToPage
        assert each.page_setup.fitToHeight == 0
        assert each.oddFooter.right.text.endswith("&P / &N")
    assert book.properties.title == "Fund in Belgium · 5.1"


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_every_formula_agrees_with_the_value_given_with_it(source, language):
    with translation.override(language):
        reckoner = Reckoner(make(source(language=language)))
    cells = list(reckoner.cells())
    assert len(cells) > 70
    for name, address, formula, given in cells:
        assert float(reckoner.value(name, address)) == pytest.approx(given, abs=1e-9), (name, address, formula)


def test_the_sums_of_a_right_programme_are_the_figures_it_prints(source):
    reckoner = Reckoner(make(source()))
    plan = reckoner.formulas["Financial plan"]
    for number, (code, printed) in enumerate(SMALL.financial_plan.items(), start=5):
        assert plan[f"A{number}"].value == code
        assert reckoner.value("Financial plan", f"C{number}") == (printed or 0)
        assert not plan[f"E{number}"].value
    for name, table in (("Special cases", SMALL.special_cases), ("Annual commitments", SMALL.annual_commitments)):
        for number, amounts in enumerate(table.values(), start=5):
            for column, printed in zip("BCDEFGHI", (*amounts.by_year, amounts.total), strict=True):
                assert reckoner.value(name, f"{column}{number}") == (printed or 0)
    pledges = rows(make(source()), "Pledges")
    assert pledges["Difference"][8].startswith("=")
    assert reckoner.value("Pledges", f"I{list(pledges).index('Difference') + 2}") == 0


def test_a_wrong_subtotal_shows_the_right_sum_and_says_what_is_printed(source):
    wrong = {**SMALL.financial_plan, "SO1.NO": Decimal("3000000.00"), "SO2": None}
    content = make(source(document(financial_plan=wrong)))
    plan, reckoner = rows(content, "Financial plan"), Reckoner(content)
    assert reckoner.value("Financial plan", "C8") == Decimal("3000000.25")
    assert plan["SO1.NO"][4] == "The document prints 3\u202f000\u202f000.00 here."
    assert plan["SO2"][4] == "The document prints nothing here."
    assert not plan["TOTAL"][4]


def test_a_wrong_year_and_a_wrong_count_of_persons_are_told(source):
    total = SMALL.special_cases["total"]
    special = {**SMALL.special_cases, "total": replace(total, by_year=(Decimal("99999.00"), *total.by_year[1:]))}
    content = make(
        source(document(special_cases=special, resettlement_totals=ResettlementTotals((20, 20, 21), (20, 20, 20))))
    )
    assert rows(content, "Special cases")["Total"][9] == "2014: The document prints 99\u202f999.00 here."
    assert rows(content, "Pledges")["Resettled under Union priorities"][9] == "2018-2020: The document prints 21 here."


def test_amounts_and_counts_are_numbers_with_their_format(source):
    content = make(source())
    amount = sheet(content, "Financial plan")["C5"]
    assert (amount.value, amount.number_format) == (2500000, "#,##0.00")
    persons = sheet(content, "Pledges")["D5"]
    assert (persons.value, persons.number_format) == (20, "#,##0")
    assert sheet(content, "Financial plan")["C7"].value is None


@pytest.mark.parametrize(
    "text", ["=HYPERLINK('http://example.org')", "+1", "@SUM(A1)", "-1", "http://example.org", "a\x01b"]
)
def test_a_text_stays_a_text(source, text):
    content = make(source(document(summary=(text,)), title=text))
    cell = sheet(content, "Texts")["D5"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.hyperlink is None
    assert cell.value.replace("_x0001_", "\x01") == text


def test_a_text_longer_than_a_cell_is_parted_and_whole(source):
    long = "word " * 10_000
    texts = sheet(make(source(document(summary=(long,)))), "Texts")
    lines = list(texts.iter_rows(min_row=5, values_only=True))
    assert "".join(line[3] for line in lines if line[1] == "Executive summary") == long


def test_the_file_holds_no_macro_and_no_link(source):
    names = ZipFile(BytesIO(make(source()))).namelist()
    assert not [name for name in names if "vba" in name or "externalLink" in name]


def test_a_part_of_a_programme_and_an_empty_one_are_written_too(source):
    part = within_part(SMALL, ("SO2.NO2",))
    assert "SO1.NO1" not in rows(make(source(part)), "Financial plan")
    empty = document(
        financial_plan={}, special_cases={}, annual_commitments={}, resettlement=(), transfers=(), turkey=()
    )
    assert load_workbook(BytesIO(make(source(empty)))).sheetnames == SHEETS


def test_a_programme_that_was_not_examined_claims_no_findings(source):
    content = make(source(findings=()))
    assert "Findings" not in load_workbook(BytesIO(content)).sheetnames
    assert "Findings" not in rows(content, "Overview")


def test_documents_and_printed_messages_are_kept(source):
    content = document(
        documents=(AttachedDocument("Letter of the Minister", "Letter", local_reference="A/1"),),
        validation=(ValidationMessage("warning", "2.15", "A new decision is needed."),),
    )
    book = make(source(content))
    assert rows(book, "Overview")["Letter of the Minister"][1] == "Letter · A/1"
    assert "A new decision is needed." in [line[4] for line in sheet(book, "Findings").iter_rows(values_only=True)]


def test_names_of_sheets_are_cut_and_kept_apart(source, monkeypatch):
    monkeypatch.setattr(
        "openamif.web.exports.xlsx.lists._", lambda text: f"A name: much too long / for any sheet ['{text}']"
    )
    names = load_workbook(BytesIO(make(source()))).sheetnames
    assert len({name.lower() for name in names}) == len(SHEETS)
    assert all(len(name) <= 31 for name in names)


def test_a_long_text_gets_a_tall_row(source):
    texts = sheet(make(source(document(summary=("word " * 200, "word")))), "Texts")
    assert texts.row_dimensions[5].height > 5 * 13
    assert texts.row_dimensions[6].height is None


def test_a_sign_stands_under_the_figures_of_its_column(source):
    book = PlainBook(source())
    made = book.sheet("Figures", [Column("Indicator", 20), Column("Number", 10, "count")])
    made.write(["SO2.C2", 12])
    made.write(["SO2.C3", "c"])
    name, sign = load_workbook(BytesIO(book.content())).active[6]
    assert (name.alignment.horizontal, sign.alignment.horizontal) == ("left", "right")


def test_neighbours_in_a_sum_are_taken_together():
    assert sum_of([(4, 2), (5, 2), (6, 2), (9, 2)]) == "SUM(C5:C7,C10)"
    assert sum_of([(4, 1), (4, 2), (4, 3)]) == "SUM(B5:D5)"
    assert sum_of([(4, 2)]) == "SUM(C5)"


def test_a_row_is_tall_enough_for_words_that_do_not_fill_their_lines():
    words = "Weiterentwicklung Europäischen Asylsystems"
    assert height([words], [Column("Ziel", 20)]) == 3 * LINE_HEIGHT
    assert height(["Asyl"], [Column("Ziel", 20)]) == LINE_HEIGHT
