"""The truth table of ``cases/reports.yaml``, one test a case; the plan, the clock and the files."""

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openamif.law import codes
from openamif.rules.reports import RULES, check, errors, files
from openamif.rules.reports.clock import Stop, answer_by, examination
from openamif.rules.reports.values import owing_explanation, planned
from tests.rules.report_cases import DAY, PERIODS, REPORT, cases, found_in, report_of

SAID = ("place", "variant", "holds", "severity")
OF_FILES = {"P-11", "P-12"}


@pytest.mark.parametrize("case", cases())
def test_rule_finds_what_the_table_says(case):
    expect = case["expect"]
    told = [finding for finding in found_in(case) if finding.rule == case["rule"]]
    if expect.get("absent"):
        assert told == []
        return
    matching = [each for each in told if all(getattr(each, word) == expect[word] for word in SAID if word in expect)]
    assert matching, [(each.place, each.variant, each.holds) for each in told]
    for words in ("found", "expected"):
        for name, value in expect.get(words, {}).items():
            assert written(getattr(matching[0], words)[name]) == str(value)


def written(value: object) -> str:
    return f"{value.quantize(Decimal('0.01'))}" if isinstance(value, Decimal) else str(value)


def test_every_rule_has_a_case_that_fails():
    outcomes = {case.values[0]["rule"] for case in cases() if case.values[0]["expect"].get("holds") is False}
    assert outcomes | OF_FILES == RULES.keys()


@pytest.mark.parametrize("period", PERIODS)
def test_the_report_of_the_table_is_complete(period):
    assert [each for each in check(replace(REPORT, period=period), on=DAY) if not each.holds] == []


def test_only_errors_stop():
    found = check(report_of({"attachments": {}, "lengths": {"summary": 0}}), on=DAY)
    assert [each.rule for each in errors(found)] == ["P-01"]


def test_an_explanation_stays_owed_once_it_is_written():
    report = report_of({"value": "10", "explained": True})
    assert owing_explanation(report, on=DAY) == {"A"}
    assert owing_explanation(report_of({"value": "1000"}), on=DAY) == frozenset()


@given(
    target=st.integers(0, 10**6).map(Decimal),
    days=st.integers(1, 4000),
    until=st.integers(-100, 5000),
)
def test_the_plan_grows_from_nothing_to_the_target(target, days, until):
    starts = date(2019, 1, 1)
    ends = starts + timedelta(days=days - 1)

    def by(day: int) -> Decimal:
        return planned(target, starts_on=starts, ends_on=ends, until=starts + timedelta(days=day))

    assert 0 <= by(until) <= by(until + 1) <= target
    assert by(-1) == 0
    assert by(days - 1) == target


@pytest.mark.parametrize("period", PERIODS)
def test_a_template_asks_in_order_and_sets_a_length(period):
    asked = codes("report_template", period=period)
    sections = [int(each.text("section")) for each in asked]
    assert sections == sorted(sections)
    assert all(int(each.text("limit")) > 0 for each in asked)
    assert {each.text("kind") for each in asked} == {"owed", "offered", "explanation"}


# The clock.

SENT = date(2024, 3, 1)


def clock(*stops: Stop, on: date, decided_on: date | None = None):
    return examination(SENT, stops, period="2021-2027", on=on, decided_on=decided_on)


def test_sixty_days():
    assert clock(on=SENT).due_on == date(2024, 4, 30)
    assert (clock(on=date(2024, 4, 30)).left, clock(on=date(2024, 5, 1)).left) == (0, -1)


def test_it_stands_still_while_a_question_waits():
    asked = Stop(date(2024, 3, 11))
    waiting = clock(asked, on=date(2024, 3, 21))
    assert (waiting.used, waiting.stopped, waiting.is_stopped) == (10, 10, True)
    assert clock(asked, on=date(2024, 3, 31)).left == waiting.left == 50
    answered = clock(replace(asked, answered_on=date(2024, 3, 21)), on=date(2024, 3, 31))
    assert (answered.used, answered.stopped, answered.is_stopped) == (20, 10, False)
    assert answered.due_on == date(2024, 5, 10)


def test_a_decision_ends_it():
    decided = clock(on=date(2025, 1, 1), decided_on=date(2024, 3, 31))
    assert (decided.used, decided.left) == (30, 30)


@given(days=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=5), later=st.integers(0, 200))
def test_days_used_and_stopped_are_the_days_gone_by(days, later):
    stops, at = [], SENT
    for before, length in days:
        asked = at + timedelta(days=before)
        at = asked + timedelta(days=length)
        stops.append(Stop(asked, at))
    on = at + timedelta(days=later)
    told = clock(*stops, on=on)
    assert told.used + told.stopped == (on - SENT).days
    assert told.due_on == on + timedelta(days=told.left)


def test_an_answer_is_expected_in_two_weeks_and_a_day():
    assert answer_by(date(2024, 3, 1), period="2014-2020") == date(2024, 3, 16)


# Files.


def packed(method: int = zipfile.ZIP_STORED, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


TYPES = "[Content_Types].xml"
DOCX = packed(**{TYPES: "", "word/document.xml": ""})
XLSX = packed(**{TYPES: "", "xl/workbook.xml": ""})
ODT = packed(mimetype=files.ODT)
GOOD = {
    "a.pdf": (b"%PDF-1.7 x", files.PDF),
    "a.png": (b"\x89PNG\r\n\x1a\nx", files.PNG),
    "a.JPEG": (b"\xff\xd8\xff\xe0", files.JPEG),
    "a.jpg": (b"\xff\xd8\xff\xe0", files.JPEG),
    "a.docx": (DOCX, files.DOCX),
    "a.xlsx": (XLSX, files.XLSX),
    "a.odt": (ODT, files.ODT),
}
BAD = {
    ("a.pdf", b"MZ\x90"): ("P-11", "unknown"),
    ("a.zip", packed(x="y")): ("P-11", "unknown"),
    ("a.docx", packed(**{"word/document.xml": ""})): ("P-11", "unknown"),
    ("a.ods", packed(mimetype=files.ODT + "x" * 1000)): ("P-11", "unknown"),
    ("a.odt", packed(zipfile.ZIP_DEFLATED, mimetype=files.ODT)): ("P-11", "unknown"),
    ("a.docx", b"PK\x03\x04 broken"): ("P-11", "unknown"),
    ("a.png", b"%PDF-1.7"): ("P-11", "disguised"),
    ("report", b"%PDF-1.7"): ("P-11", "nameless"),
    ("a.docx", packed(**{TYPES: "", "word/document.xml": "", "word/vbaProject.bin": ""})): ("P-11", "macros"),
    ("a.pdf", b""): ("P-12", "empty"),
    ("a.pdf", b"%PDF-" + b"x" * 10_000_000): ("P-12", "size"),
}


@pytest.mark.parametrize("name", GOOD)
def test_files_that_are_taken(name):
    raw, kind = GOOD[name]
    assert files.content_type(raw) == kind
    assert errors(files.check(raw, name, period="2014-2020", on=DAY)) == ()


def test_a_name_that_does_not_go_with_the_content_is_told_with_the_ending_that_does():
    (found,) = errors(files.check(b"\xff\xd8\xff\xe0", "poster.pdf", period="2014-2020", on=DAY))
    assert (found.found, found.expected) == ({"ending": "pdf"}, {"ending": "jpg"})


@pytest.mark.parametrize(("name", "raw"), BAD, ids=lambda value: value if isinstance(value, str) else "")
def test_files_that_are_not(name, raw):
    found = errors(files.check(raw, name, period="2014-2020", on=DAY))
    assert [(each.rule, each.variant) for each in found] == [BAD[name, raw]]


@given(raw=st.binary(max_size=400), beginning=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-"]))
def test_any_bytes_are_told_apart_without_a_fault(raw, beginning):
    assert files.content_type(beginning + raw) in {"", *files.BY_ENDING.values()}


METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


@given(
    raw=st.sampled_from([DOCX, *(packed(each, mimetype=files.ODT) for each in METHODS)]),
    places=st.lists(st.tuples(st.integers(4, 1000), st.integers(0, 255)), max_size=4),
)
@settings(max_examples=500)
def test_a_broken_packed_file_is_told_apart_without_a_fault(raw, places):
    broken = bytearray(raw)
    for place, sign in places:
        broken[place % len(raw)] = sign
    files.check(bytes(broken), "a.odt", period="2014-2020", on=DAY)
