"""What the files of the overview say: formulas agree, years add up, small numbers are hidden where they must be."""

import json
import re
from csv import DictReader
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.utils import translation
from openpyxl import load_workbook
from pypdf import PdfReader

from openamif.grants.models import Grant
from openamif.law import codes
from openamif.methods.bounds import Relation
from openamif.people.queries import holdings
from openamif.programmes.models import IndicatorTarget
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.enter_indicator import IndicatorContent, enter_indicator
from openamif.reports.models import Tally
from openamif.reports.queries.reach import reach_of, whole_of
from openamif.reports.states import AgeGroup, SexGroup
from openamif.web.exports.situation import annual_report, committee, flat, public, transmission, workbook
from openamif.web.exports.situation.public import ALL, cell, published
from openamif.web.exports.situation.source import SituationSource
from tests.factories import grants, reports, situations
from tests.programmes.bare import bare_programme
from tests.web.exports.formulas import Reckoner

pytestmark = pytest.mark.django_db
DAY = date(2020, 6, 1)
COURSE = "SO2.C2"
LANGUAGES = ("en", "fr", "nl", "de")


@pytest.fixture
def there(db):
    return situations.situation(women=3, men=17, in_both=2)


def source_of(there, *, by=None, on=DAY, language="en") -> SituationSource:
    reach = reach_of(there.programme, holdings(by or there.officer))
    return SituationSource(there.programme, reach, on, language)


def sheet_rows(content: bytes, number: int) -> dict[str, list]:
    """The rows of a sheet by their first cell."""
    book = load_workbook(BytesIO(content), data_only=True)
    sheet = book[book.sheetnames[number]]
    return {line[0].value: [each.value for each in line] for line in sheet.iter_rows() if line[0].value}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_agrees_with_the_figure_given_with_it(there, language):
    with translation.override(language):
        reckoner = Reckoner(workbook.make(source_of(there, language=language)))
    formulas = list(reckoner.cells())
    assert len(formulas) > 50
    for sheet, address, formula, given in formulas:
        reckoned = reckoner.reckon(sheet, formula[1:])
        assert float(reckoned) == pytest.approx(float(given), abs=1e-9), (sheet, address, formula)


def test_the_workbook_tells_what_is_counted_twice(there):
    content = workbook.make(source_of(there))
    sheet = load_workbook(BytesIO(content), data_only=True)["Grants by indicators"]
    heads = [each.value for each in sheet[4]]
    column = heads.index(COURSE)
    below = {line[0].value: line[column].value for line in sheet.iter_rows(min_row=5)}
    assert below["All grants added up"] == 22
    assert below["Each person once"] == 20
    assert below["Counted in more than one grant"] == 2


def test_days_are_days_and_lines_have_official_names(there):
    with translation.override("fr"):
        content = workbook.make(source_of(there, language="fr"))
    book = load_workbook(BytesIO(content))
    reports = book["Rapports"]
    assert [cell.value for cell in reports[4]][2:4] == ["Du", "Au"]
    assert all(cell.is_date for cell in reports[5][2:5])
    names = {line[0].value: line[2].value for line in book["Indicateurs"].iter_rows(min_row=5)}
    assert "ducation" in names["SO2.C2.a"]
    objectives = {line[0].value: line[1].value for line in book["Indicateurs"].iter_rows(min_row=5)}
    assert objectives["SO2.C2.a"] == "SO2 Migration légale et intégration"


def test_section_3_by_financial_year(there):
    rows = {row["id"]: row for row in annual_report.rows(source_of(there))}
    course = rows[COURSE]
    assert course["2019"] == 20
    assert course["cumulative"] == sum(course[str(year)] for year in annual_report.years(source_of(there))) == 20
    assert (course["target"], course["baseline"]) == (2500, 0)
    assert rows["SO2.C2.a"]["is_line"]
    assert list(rows).index("SO2.C2.a") == list(rows).index(COURSE) + 1


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2019, 10, 15), 2019), (date(2019, 10, 16), 2020), (date(2020, 1, 1), 2020)],
)
def test_a_financial_year_ends_on_15_october(day, year):
    assert annual_report.financial_year(day) == year


def test_no_financial_year_after_the_end_of_eligibility(there):
    assert annual_report.years(source_of(there, on=date(2026, 1, 1)))[-1] == 2024
    assert annual_report.years(source_of(there))[0] == 2014


def test_section_3_says_for_whom_it_is(there):
    made = json.loads(annual_report.data(source_of(there)))
    assert (made["for"], made["small_numbers_hidden"]) == ("Commission", False)
    assert made["financial_years"][0] == {"year": 2014, "from": "2014-01-01", "to": "2014-10-15"}
    assert made["financial_years"][1]["from"] == "2014-10-16"


@pytest.mark.parametrize("language", LANGUAGES)
def test_section_3_as_a_workbook_adds_up(there, language):
    with translation.override(language):
        reckoner = Reckoner(annual_report.workbook(source_of(there, language=language)))
    for sheet, _address, formula, given in reckoner.cells():
        assert float(reckoner.reckon(sheet, formula[1:])) == pytest.approx(float(given))


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (date(2026, 1, 31), date(2025, 12, 31)),
        (date(2026, 6, 30), date(2025, 12, 31)),
        (date(2026, 7, 1), date(2026, 6, 30)),
        (date(2026, 12, 1), date(2026, 6, 30)),
    ],
)
def test_data_stand_as_of_the_month_before_a_transmission(on, until):
    assert transmission.cut_off(on) == until


def test_tables_7_and_11_have_the_columns_of_the_form():
    before = ["objective", "id", "name", "breakdown", "unit"]
    after = ["planned", "achieved", "comments"]
    for kind, aims in (
        (transmission.OUTPUT, ["milestone", "target"]),
        (transmission.RESULT, ["baseline", "target", "target_unit"]),
    ):
        assert [each.key for each in transmission.fields(kind, date(2026, 6, 30))] == [*before, *aims, *after]


def test_tables_7_and_11_are_broken_down_where_the_law_asks_for_it_and_nowhere_else():
    programme = bare_programme(period="2021-2027")
    said = {"counts": "persons", "unit": "person", "kinds": ["housing_advice"], "distinct": "programme", "day": "event"}
    content = IndicatorContent("O.2.P1", "SO2", "Advised", "person", {**said, "evidence": []}, date(2021, 1, 1))
    enter_indicator(programme, content, by=grants.manager(programme))
    source = SituationSource(programme, whole_of(programme), date(2026, 8, 1), "en")
    rows = [row for kind in (transmission.OUTPUT, transmission.RESULT) for row in transmission.rows(source, kind)]
    asked = {each.code for each in codes("indicators", period="2021-2027") if each.texts("breakdown")}
    assert {row["id"] for row in rows if row["breakdown"]} == asked
    assert {"O.1.3", "O.2.7", "R.1.7.2", "O.2.P1"} <= {row["id"] for row in rows} - asked


def test_what_is_for_everyone_hides_small_numbers_and_what_gives_them_away(there):
    figures = published(source_of(there))
    women = cell(COURSE, AgeGroup.FROM_18_TO_60, SexGroup.FEMALE)
    assert figures.values[women] == 3
    assert women in figures.hidden
    assert figures.shown(cell(COURSE)) == 20
    shown = [figures.shown(cell(COURSE, age, ALL)) for age in AgeGroup]
    for age in AgeGroup:
        row = [figures.shown(cell(COURSE, age, sex)) for sex in SexGroup]
        assert row.count(None) != 1 or figures.shown(cell(COURSE, age, ALL)) is None
    assert 20 in shown


def test_a_small_number_of_a_region_is_hidden(there):
    figures = published(source_of(there))
    assert figures.shown(cell(COURSE, "BE23")) is None
    assert 2 not in [row["number"] for row in public.region_rows(source_of(there), figures)]


def test_what_is_declared_does_not_give_away_what_is_counted(there):
    there.programme.declared_values.create(
        grant=there.second, indicator="SO2.C1", as_of=date(2020, 1, 1), value=Decimal(2)
    )
    rows = {row["id"]: row for row in public.rows(source_of(there), published(source_of(there)))}
    assert rows["SO2.C1"]["value"] == "c"


def declare(there, code, number, **said) -> None:
    """By hand, for the second grant, which is given the objective of the indicator."""
    Grant.objects.filter(pk=there.second.pk).update(objective={"SO1": "SO1.NO1", "SO2": "SO2.NO2"}[code[:3]])
    value = {"grant": there.second, "value": Decimal(number), **said}
    there.programme.declared_values.create(indicator=code, as_of=date(2020, 1, 1), **value)


def of_everyone(there, code) -> dict:
    source = source_of(there)
    return next(each for each in public.rows(source, published(source)) if each["id"] == code)


def test_every_file_says_how_much_was_declared(there):
    declare(there, "SO1.C3.1", 40)
    declare(there, "SO1.C3.2", 40, denominator=Decimal(200))
    source = source_of(there)
    for made, code, told in (
        (annual_report.rows(source), "SO2.C3", 3),
        (annual_report.rows(source), COURSE, 0),
        (annual_report.rows(source), "SO1.C3.2", 40),
        (public.rows(source, published(source)), "SO2.C3", 3),
        (public.rows(source, published(source)), "SO1.C3.1", 40),
        (public.rows(source, published(source)), "SO1.C3.2", "yes"),
        (public.rows(source, published(source)), COURSE, 0),
    ):
        assert next(each for each in made if each["id"] == code)["declared"] == told
    assert sheet_rows(annual_report.workbook(source), 0)["SO2.C3"][-1] == 3
    assert sheet_rows(public.workbook(source), 0)["SO2.C3"][-2:] == [3, 3]
    lines = list(DictReader(StringIO(flat.values(source).decode("utf-8-sig"))))
    values = {each["indicator"]: each["declared"] for each in lines if each["figure"] == "value"}
    assert (values["SO2.C3"], values["SO1.C3.2"], values[COURSE]) == ("3", "yes", "0")
    bars = {bar["code"]: bar["declared"] for bar in bars_of(source)}
    assert bars["SO2.C3"] == "of which declared, without register: 3"
    assert (bars["SO1.C3.2"], bars[COURSE]) == ("declared, without register", "")


def bars_of(source) -> list[dict]:
    """Of the report of the committee."""
    parts = committee.objective_parts(source, published(source))
    return [bar for told in parts for block in told["blocks"] for bar in block.get("rows", ())]


@pytest.mark.parametrize(("number", "value", "declared"), [(100, 102, "c"), (3, 5, "c"), (0, "c", 0)])
def test_what_is_declared_beside_a_few_who_are_counted_hides_how_few(there, number, value, declared):
    """In the part of the second grant two are counted: with both numbers to be read, one takes one from the other."""
    Tally.objects.filter(indicator=COURSE).delete()
    cell_of = {"age": AgeGroup.FROM_18_TO_60, "sex": SexGroup.MALE, "number": 2}
    Tally.objects.create(programme=there.programme, indicator=COURSE, **cell_of)
    if number:
        declare(there, COURSE, number)
    told = of_everyone(there, COURSE)
    assert (told["value"], told["declared"]) == (value, declared)
    (bar,) = (each for each in bars_of(source_of(there)) if each["code"] == COURSE)
    assert bar["declared"] == ("of which declared, without register: c" if declared == "c" else "")


def test_nobody_can_take_what_is_declared_from_the_value(there):
    """Wherever few are counted, one of the three numbers beside them is missing as well."""
    declare(there, "SO1.C3.1", 104)
    declare(there, "SO1.C1", 3)
    source = source_of(there)
    figures = published(source)
    for each in source.standings:
        if each.counts == "persons" and 1 <= each.counted <= 4:
            names = (public.total(each), cell(each.code, public.DECLARED))
            assert any(name in figures.hidden for name in names)


def test_the_sheet_of_grants_says_which_figures_were_declared(there):
    book = load_workbook(BytesIO(workbook.make(source_of(there))))
    sheet = book["Grants by indicators"]
    heads = [each.value for each in sheet[4]]
    declared = heads.index("Declared, without register")
    rows = {line[0].value: line for line in sheet.iter_rows(min_row=5)}
    first, second = rows[there.first.reference], rows[there.second.reference]
    assert (first[declared].value, second[declared].value) == ("SO2.C3", None)
    assert [heads[place] for place, each in enumerate(first) if each.font.italic] == ["SO2.C3"]
    assert first[heads.index("SO2.C3")].value == 3
    assert "italics" in sheet["A3"].value


@pytest.mark.parametrize(
    ("numerator", "denominator", "is_hidden"),
    [(3, 200, True), (1, 2, True), (196, 200, True), (50, 200, False), (200, 200, False)],
)
def test_a_share_does_not_give_away_of_how_few_persons_it_is(there, numerator, denominator, is_hidden):
    """Of 200 persons 1.5 % are three."""
    said = {"as_of": date(2020, 1, 1), "denominator": Decimal(denominator)}
    trained = {"as_of": date(2020, 1, 1), "grant": there.second, "value": Decimal(numerator)}
    there.programme.declared_values.create(indicator="SO1.C3.1", **trained)
    there.programme.declared_values.create(indicator="SO1.C3.2", value=Decimal(numerator), **said)
    source = source_of(there)
    rows = {row["id"]: row for row in public.rows(source, published(source))}
    assert (rows["SO1.C3.2"]["value"] == "c") == is_hidden
    (bar,) = (
        bar
        for block in committee.objective_parts(source, published(source))
        for told in block["blocks"]
        for bar in told.get("rows", ())
        if bar["code"] == "SO1.C3.2"
    )
    assert (bar["value"] == "c") == is_hidden


@pytest.mark.parametrize(("trained", "told"), [(4, (0, 0)), (40, (1, 1))])
def test_targets_reached_do_not_tell_that_a_hidden_figure_has_come_to_its_target(there, trained, told):
    IndicatorTarget.objects.exclude(code="SO1.C3.1").update(target=None)
    IndicatorTarget.objects.update_or_create(
        code="SO1.C3.1", version=there.programme.versions.get(), defaults={"target": Decimal(4)}
    )
    Grant.objects.filter(pk=there.second.pk).update(objective="SO1.NO1")
    declared = {"indicator": "SO1.C3.1", "as_of": date(2020, 1, 1), "value": Decimal(trained)}
    there.programme.declared_values.create(grant=there.second, **declared)
    source = source_of(there)
    assert public.targets_reached(source, published(source)) == told


def test_an_indicator_of_unknown_value_has_its_target_on_every_page(there):
    IndicatorTarget.objects.exclude(code="SO1.C3.2").update(target=None)
    IndicatorTarget.objects.update_or_create(
        code="SO1.C3.2", version=there.programme.versions.get(), defaults={"target": Decimal(75), "unit": "percent"}
    )
    source = source_of(there)
    assert public.targets_reached(source, published(source)) == (0, 1)
    assert sheet_rows(workbook.make(source), 0)["Indicators with a target"][1] == 1


def test_public_files_show_no_small_number_of_persons(there):
    made = json.loads(public.data(source_of(there)))
    assert made["small_numbers_hidden"] is True
    for row in made["by_age_and_sex"]:
        assert not [value for key, value in row.items() if key != "id" and value in (1, 2, 3, 4)]
    content = public.workbook(source_of(there))
    for number in (1, 2):
        for line in sheet_rows(content, number).values():
            assert not {1, 2, 3, 4} & set(line[1:])


def test_things_are_not_hidden(there):
    rows = {row["id"]: row for row in public.rows(source_of(there), published(source_of(there)))}
    assert rows["SO2.C3"]["value"] == 3


def test_the_map_of_the_committee_says_no_more_than_its_table(there):
    source = source_of(there)
    blocks = [block for told in committee.report(source)["parts"] for block in told["blocks"]]
    (drawn,) = (block for block in blocks if block["kind"] == "picture")
    written = set(re.findall(r">([^<]+)</text>", drawn["svg"]))
    assert written == {"c", "20", "0"}
    assert "MIT" in drawn["credit"]
    assert drawn["alt"]
    table = blocks[blocks.index(drawn) + 1]
    assert {row["cells"][2] for row in table["rows"]} == written - {"0"}


def test_only_what_is_aimed_at_has_a_bar(there):
    source = source_of(there)
    bars = [
        bar
        for told in committee.objective_parts(source, published(source))
        for block in told["blocks"]
        for bar in block.get("rows", ())
    ]
    for bar in bars:
        assert (bar["track"] > 0) == (bar["target"] != "–")
        assert bar["width"] is None or bar["target"] != "–"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_the_committee_is_made_in_each_language(there, language):
    with translation.override(language):
        content = committee.make(source_of(there, language=language))
    pages = PdfReader(BytesIO(content)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert COURSE in text
    assert "2\u202f500" in text.replace("\u2009", "\u202f").replace(" ", "\u202f") or "2500" in text.replace(" ", "")


def test_the_report_of_the_committee_hides_small_numbers(there):
    source = source_of(there)
    report = json.dumps(committee.report(source))
    assert '"c"' in report


def test_a_file_of_a_part_says_that_it_is_one(there):
    source = source_of(there, by=there.delegate)
    assert source.stem.endswith("-part")
    assert "SO2.NO2" in source.title
    made = json.loads(annual_report.data(source))
    assert (made["is_whole"], made["objectives"]) == (False, ["SO2.NO2"])
    assert json.loads(annual_report.data(source_of(there)))["is_whole"] is True


def test_section_3_says_nothing_of_a_share_whose_total_is_not_known(there):
    rows = {row["id"]: row for row in annual_report.rows(source_of(there))}
    assert (rows["SO1.C3.2"]["cumulative"], rows["SO1.C3.2"]["2019"]) == (None, None)


def test_the_correction_of_a_report_that_came_in_is_not_late(db):
    cast = reports.cast()
    begin_correction(reports.accepted(cast), reason="A name was wrong.", by=cast.editor)
    reach = reach_of(cast.grant.programme, holdings(cast.officer))
    source = SituationSource(cast.grant.programme, reach, date(2020, 12, 31), "en")
    corrected = source.every_report[0]
    assert workbook.report_state(corrected, source) == "In preparation"
    assert corrected.sent_at is not None
    assert source.reports.late == 0


def test_a_part_gives_away_nothing_of_its_whole_in_a_region(there):
    """A reader knows that those of a part who are in a region are no more than all who are there."""
    parts = Relation((cell(COURSE, "BE33"),), (cell("SO2.C2.a", "BE33"),), at_least=True)
    values = {cell(COURSE, "BE33"): 8, cell("SO2.C2.a", "BE33"): 8}
    assert list(public._of_wholes(source_of(there).wholes, values)) == [parts]


def test_an_indicator_of_ones_own_that_counts_a_part_gives_away_nothing_of_its_whole(there):
    """Nobody says that it is a part: its rule does, beside that of the law."""
    said = {"counts": "persons", "unit": "person", "kinds": ["language_course"], "target_group": True}
    rule = {**said, "distinct": "programme", "day": "event", "evidence": ["attendance_list"]}
    content = IndicatorContent("OWN.1", "SO2", "Learn a language", "person", rule, date(2014, 1, 1))
    enter_indicator(there.programme, content, by=there.officer)
    assert set(source_of(there).wholes["OWN.1"]) == {COURSE, "SO2.C2.a"}


def test_a_grant_that_is_not_signed_is_told_to_nobody_else(there):
    grants.draft(there.programme, by=there.officer)
    source = source_of(there)
    told = {each["label"]: each["value"] for each in committee.key_figures(source, published(source))}
    assert (len(source.grants), source.drafts, told["Grants"]) == (2, 1, "2")
    assert source.signed_amount == sum(each.union_amount for each in source.grants)
