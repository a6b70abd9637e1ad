"""Two texts compared word by word."""

from hypothesis import given
from hypothesis import strategies as some

from openamif.web.components.words import MANY_WORDS, Stretch, compared


def test_changed_words_are_marked_on_both_sides():
    before, after = compared("raised to 16 places by 2017", "raised to 24 places by 2018")
    assert before == [
        Stretch("raised to ", "same"),
        Stretch("16", "gone"),
        Stretch(" places by ", "same"),
        Stretch("2017", "gone"),
    ]
    assert after[1] == Stretch("24", "new")


def test_changed_words_in_a_row_are_one_stretch():
    before, after = compared("the old words stay", "the new texts stay")
    assert before == [Stretch("the ", "same"), Stretch("old words", "gone"), Stretch(" stay", "same")]
    assert after[1] == Stretch("new texts", "new")


def test_texts_of_very_many_lines_are_not_compared_line_by_line():
    before, after = compared("a\n" * 20_000, "a\n" * 20_001)
    assert [each.change for each in (*before, *after)] == ["gone", "new"]


def test_nothing_before_makes_everything_new():
    assert compared("", "all of it") == ([], [Stretch("all of it", "new")])


def test_the_same_text_has_no_changes():
    assert compared("one two", "one two") == ([Stretch("one two", "same")], [Stretch("one two", "same")])


def test_very_long_texts_are_compared_by_line():
    long = "word " * MANY_WORDS
    before, after = compared(f"{long}\nlast", f"{long}\nend")
    assert [stretch.change for stretch in before] == ["same", "gone"]
    assert after[-1] == Stretch("end", "new")


@given(some.text(alphabet="ab .\n", max_size=40), some.text(alphabet="ab .\n", max_size=40))
def test_the_stretches_give_both_texts_back(before, after):
    left, right = compared(before, after)
    assert "".join(stretch.text for stretch in left) == before
    assert "".join(stretch.text for stretch in right) == after
