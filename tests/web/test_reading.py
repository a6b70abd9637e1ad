"""Why a document could not be read, in the reader's words."""

import pytest
from django.utils import translation

from openamif.sfc.errors import CODES, NotReadable, NotWritable
from openamif.sfc.grounds_2014 import GROUNDS
from openamif.sfc.programme_2014 import Inference
from openamif.web.reading import EXPECTED, EXPECTED_OF, expected_words, ground_of, refusal_of, unwritable

RAW = b"one\ntwo\nthree\nfour\nfive\n"


def refusal(**said):
    return refusal_of(NotReadable(said.pop("code", "not_a_number"), **({"line": 3} | said)), RAW)


@pytest.mark.parametrize(
    ("line", "around"),
    [
        (1, ["one", "two", "three"]),
        (3, ["one", "two", "three", "four", "five"]),
        (5, ["three", "four", "five"]),
        (99, []),
        (None, []),
    ],
)
def test_the_lines_around_are_shown_with_their_numbers(line, around):
    found = refusal(line=line).around
    assert [each.text for each in found] == around
    assert all(RAW.decode().splitlines()[each.number - 1] == each.text for each in found)


def test_the_lines_around_are_shown_of_a_file_that_is_not_utf_8():
    found = refusal_of(NotReadable("encoding", line=2, expected="utf-8", found="0xe9"), b"one\nt\xe9o\nthree")
    assert [each.number for each in found.around] == [1, 2, 3]


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_is_a_sentence_that_begins_with_a_capital(code):
    sentence = refusal(code=code).sentence
    assert sentence[0].isupper()
    assert sentence.lower() == CODES[code].lower()


def test_place_and_expectation_are_in_words():
    said = refusal(place="financial_plan.SO1.NO1", expected="amount", found="two millions")
    assert said.place == "Financial plan › SO1.NO1 Reception/Asylum"
    assert said.expected == "an amount, such as 1 234,50"
    assert said.found == "two millions"


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("cells:7", "a row of 7 cells"),
        ("lines:20000", "at most 20000 lines"),
        ("Action 4", "Action 4"),
        ("1. EXECUTIVE SUMMARY", "1. EXECUTIVE SUMMARY"),
        ("unknown:thing", "unknown:thing"),
        ("", ""),
    ],
)
def test_what_was_expected(expected, words):
    assert expected_words(expected) == words


def test_no_expectation_keeps_a_gap():
    for kind in EXPECTED_OF:
        assert "%(" not in expected_words(f"{kind}:5")
    assert all(str(words) for words in EXPECTED.values())


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_every_ground_of_an_inference_has_words(ground, language):
    with translation.override(language):
        assert ground_of(Inference(line=1, subject="SO1", ground=ground))


def test_what_the_form_cannot_hold_is_named():
    assert "Executive summary" in unwritable(NotWritable("summary"))


def test_a_file_in_another_encoding_is_told_how_to_be_saved():
    refused = refusal_of(NotReadable("encoding", line=1, expected="utf-8", found="0xe9"), "é".encode("latin-1"))
    assert refused.is_encoding
    assert not refusal_of(NotReadable("not_a_number", line=1, found="x"), b"x").is_encoding
