"""The loader of the law: what it answers, and each of its refusals by its own name."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from openamif import law
from openamif.law import loader

FIGURE = """
title: Test
checked: 2026-01-10
source: Regulation X
figures:
  rate:
    title: A rate
    unit: percent
    values:
      2014-01-01: "75"
      2022-04-12: "90"
  last_day:
    title: A day
    unit: date
    sure: false
    note: Not seen.
    values:
      2014-01-01: 2022-12-31
"""
CODES = """
title: Test
checked: 2026-01-10
source: Regulation X
rendering: [nl]
codes:
  - {code: "001", en: One, fr: Un, nl: Een, de: Eins, valid_until: 2026-06-30, parent: SO1, years: ["2014"]}
  - {code: "002", en: Two, fr: Deux, nl: Twee, de: Zwei, valid_from: 2026-07-01, sure: false}
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    def write(**contents):
        folder = tmp_path / "2014-2020"
        folder.mkdir(exist_ok=True)
        for name, content in contents.items():
            (folder / f"{name}.yaml").write_text(content, encoding="utf-8")

    monkeypatch.setattr(loader, "FOLDER", tmp_path)
    forget()
    yield write
    forget()


def forget():
    for cached in (loader._file, loader._parsed, loader._codes, loader.codes):
        cached.cache_clear()


def figure(key, day=date(2026, 1, 10)):
    return law.figure(key, on=day, period="2014-2020")


@pytest.mark.parametrize(
    ("day", "value", "since"),
    [
        (date(2014, 1, 1), "75", date(2014, 1, 1)),
        (date(2022, 4, 11), "75", date(2014, 1, 1)),
        (date(2022, 4, 12), "90", date(2022, 4, 12)),
        (date(2030, 1, 1), "90", date(2022, 4, 12)),
    ],
)
def test_figure_is_the_one_in_force_on_the_day(files, day, value, since):
    files(test=FIGURE)
    told = figure("test.rate", day)
    assert (told.value, told.number, told.since) == (Decimal(value), Decimal(value), since)
    assert (told.key, told.unit, told.source, told.sure) == ("test.rate", "percent", "Regulation X", True)


def test_figure_may_be_a_day_and_unsure(files):
    files(test=FIGURE)
    told = figure("test.last_day")
    assert told.day == date(2022, 12, 31)
    assert (told.sure, told.note) == (False, "Not seen.")
    with pytest.raises(TypeError):
        _ = told.number
    with pytest.raises(TypeError):
        _ = figure("test.rate").day


def test_codes_are_those_valid_on_the_day(files):
    files(test=CODES)

    def told(day):
        return [code.code for code in law.codes("test", period="2014-2020", on=day)]

    assert told(None) == ["001", "002"]
    assert told(date(2026, 6, 30)) == ["001"]
    assert told(date(2026, 7, 1)) == ["002"]


def test_code_carries_names_marks_and_further_words(files):
    files(test=CODES)
    one, two = law.codes("test", period="2014-2020")
    assert (one.name("fr"), one.name("xx"), one.rendering, one.sure) == ("Un", "One", ("nl",), True)
    assert (one.text("parent"), one.texts("years"), one.text("other")) == ("SO1", ("2014",), "")
    assert two.sure is False
    assert law.code("test", "001", period="2014-2020") is one


REFUSALS = {
    "unknown period": ("a.b", {}, law.UnknownKey, "no period"),
    "unknown file": ("other.rate", {"test": FIGURE}, law.UnknownKey, "other.yaml"),
    "unknown figure": ("test.other", {"test": FIGURE}, law.UnknownKey, "'other'"),
    "path as a key": ("../test.rate", {"test": FIGURE}, law.UnknownKey, "no file"),
    "a code list asked as figures": ("test.rate", {"test": CODES}, law.UnknownKey, "no figures"),
    "unknown word in the file": ("test.rate", {"test": FIGURE + "colour: red\n"}, law.UnknownKey, "'colour'"),
    "unknown word in a figure": (
        "test.rate",
        {"test": FIGURE.replace("unit: percent", "units: percent")},
        law.UnknownKey,
        "'units'",
    ),
    "a key given twice": (
        "test.rate",
        {"test": FIGURE.replace("title: A rate", "unit: x")},
        law.KeyGivenTwice,
        "line 8: the key unit",
    ),
    "a day given twice": (
        "test.rate",
        {"test": FIGURE.replace("2022-04-12", "2014-01-01")},
        law.KeyGivenTwice,
        "line 11",
    ),
    "a number not quoted": (
        "test.rate",
        {"test": FIGURE.replace('"75"', "75")},
        law.NumberNotQuoted,
        "test.yaml, line 10",
    ),
    "a fraction not quoted": ("test.rate", {"test": FIGURE.replace('"75"', "5.5")}, law.NumberNotQuoted, "5.5"),
    "a word for a number": ("test.rate", {"test": FIGURE.replace('"75"', "many")}, law.MalformedFile, "'many'"),
    "a number for a day": (
        "test.last_day",
        {"test": FIGURE.replace("2022-12-31", '"2022"')},
        law.MalformedFile,
        "'2022'",
    ),
    "no value": (
        "test.rate",
        {"test": FIGURE.replace('      2014-01-01: "75"\n      2022-04-12: "90"\n', "")},
        law.MalformedFile,
        "without a value",
    ),
    "no unit": ("test.rate", {"test": FIGURE.replace("    unit: percent\n", "")}, law.MalformedFile, "`unit:`"),
    "no day of checking": (
        "test.rate",
        {"test": FIGURE.replace("checked: 2026-01-10\n", "")},
        law.MalformedFile,
        "checked",
    ),
    "figures and codes": ("test.rate", {"test": FIGURE + "codes: []\n"}, law.MalformedFile, "not both"),
    "not a mapping": ("test.rate", {"test": "- a"}, law.MalformedFile, "not a mapping"),
    "not YAML": ("test.rate", {"test": "a: [b"}, law.MalformedFile, "not YAML"),
}


@pytest.mark.parametrize("case", list(REFUSALS))
def test_what_is_wrong_with_a_figure_has_its_own_name(files, case):
    key, contents, error, words = REFUSALS[case]
    files(**contents)
    with pytest.raises(error) as refusal:
        law.figure(key, on=date(2026, 1, 10), period="1999" if case == "unknown period" else "2014-2020")
    assert words in str(refusal.value)


def test_a_day_before_the_first_value_is_refused(files):
    files(test=FIGURE)
    with pytest.raises(
        law.BeforeFirstValue, match=r"test.yaml, rate: no value on 2013-12-31; the first is of 2014-01-01"
    ):
        figure("test.rate", date(2013, 12, 31))


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (CODES.replace('"002"', '"001"').replace("valid_from: 2026-07-01, ", ""), law.KeyGivenTwice, "the code 001"),
        (CODES.replace('"001"', "001"), law.NumberNotQuoted, "line 7"),
        (CODES.replace("en: One, ", ""), law.MalformedFile, "`en:`"),
        (CODES.replace('years: ["2014"]', "years: {a: b}"), law.MalformedFile, "years"),
        (CODES.replace("valid_until:", "valid_untill:"), law.UnknownKey, "'valid_untill'"),
        (CODES.replace("2026-06-30", "never"), law.MalformedFile, "'never' is not a day"),
        (FIGURE, law.UnknownKey, "no codes"),
    ],
)
def test_what_is_wrong_with_a_list_has_its_own_name(files, wrong, error, words):
    files(test=wrong)
    with pytest.raises(error, match=words):
        law.codes("test", period="2014-2020")


def test_a_code_that_is_not_in_the_list_is_refused(files):
    files(test=CODES)
    with pytest.raises(law.UnknownKey):
        law.code("test", "003", period="2014-2020")


def test_importing_the_law_reads_no_file():
    program = "import openamif.law.loader as loader; assert loader._file.cache_info().currsize == 0"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
