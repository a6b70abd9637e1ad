"""Texts of a programme made readable."""

import pytest

from openamif.web.components.prose import Block, blocks, language_of
from tests.web.components.drawing import drawn

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


def test_a_text_in_another_language_says_so():
    french = ("Les personnes reconnues sont aidées dans leur recherche et pour une place dans la durée.",)
    assert 'lang="fr"' in drawn("{% prose text %}", text=french)
    assert "lang=" not in drawn("{% prose text %}", text=("The people of the land and the sea.",))


def test_a_text_is_told_as_headings_paragraphs_and_lists():
    html = drawn('{% prose text heading="h4" %}', text=("RETURN", "A long sentence about it.", "· one", "· two"))
    assert '<h4 class="prose-heading">RETURN</h4>' in html
    assert "<ul><li>one</li><li>two</li></ul>" in html
