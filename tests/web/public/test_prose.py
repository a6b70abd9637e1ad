"""Texts of a programme made readable."""

import pytest

from openamif.web.public.prose import Block, blocks, language_of

LONG = "Belgium aims at maintaining a flexible reception system that is able to face sudden changes in arrivals."


def test_capitals_head_and_bullets_make_a_list():
    assert blocks(["RECEPTION", "Text.", "· one", "- two", "", "More."]) == [
        Block("heading", ("RECEPTION",)),
        Block("paragraph", ("Text.",)),
        Block("list", ("one", "two")),
        Block("paragraph", ("More.",)),
    ]


def test_few_words_before_a_long_text_head_it():
    assert [block.kind for block in blocks(["Reception", LONG, "Asylum", "Short."])] == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize("text", ["A sentence.", "A question?", "Lead MS: Sweden.", "Objectives:"])
def test_sentence_is_no_heading(text):
    assert [block.kind for block in blocks([text, LONG])] == ["paragraph", "paragraph"]


def test_number_below_zero_is_no_bullet_of_nothing():
    assert blocks(["-"]) == [Block("paragraph", ("-",))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG, "en"),
        ("Les personnes accueillies dans les centres du pays et sur le territoire.", "fr"),
        ("De opvang van verzoekers om het land met een systeem voor iedereen.", "nl"),
        ("Die Aufnahme der Menschen und die Hilfe für alle mit Bedarf.", "de"),
        ("2014", "fr"),
    ],
)
def test_language_is_told_by_small_words(text, language):
    assert language_of([text], otherwise="fr") == language
