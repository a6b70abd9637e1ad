"""Texts made to be slow to read are read as quickly as any other: the rules run on every page."""

from time import process_time

import pytest

from openamif.rules.national_programme import prose

LONG = 200_000
SOON = 2.0


@pytest.mark.parametrize("pattern", ["_PERCENT", "_MILLIONS", "_EUROS", "_PLACES", "_IN_BRACKETS", "_RESETTLED"])
@pytest.mark.parametrize("piece", ["1", "111 ", "111.", "1 ", "(111.", "1,1", "1 persons ", "1 persons a b c d "])
def test_a_hostile_text_is_read_in_no_time(pattern, piece):
    text = piece * (LONG // len(piece))
    begun = process_time()
    assert getattr(prose, pattern).findall(text) == []
    assert process_time() - begun < SOON


@pytest.mark.parametrize(
    ("text", "found"),
    [("30% and 12,5 % of it", ["30", "12,5"]), ("12345.67%", ["12345.67"]), ("1.234.567 %", ["234.567"])],
)
def test_percentages_are_found(text, found):
    assert prose._PERCENT.findall(text) == found


def test_amounts_in_words_and_in_digits_are_found():
    assert prose._MILLIONS.findall("4,9 million, 3M and 12 Mio") == ["4,9", "3", "12"]
    assert prose._EUROS.findall("€ 22.813.801 or 1 234 567 €") == [("22.813.801", ""), ("", "1 234 567")]
