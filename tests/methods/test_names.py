"""National numbers as python-stdnum checks them; outlines of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import bis, nn

from openamif.methods.names import is_belgian_number, national_number, outline, words

BELOW = 97
# stdnum asks the clock whether somebody of that year is born; a number of these years is the only difference.
UNBORN = {f"{year:02}" for year in range(26, 50)}


@given(st.integers(0, 10**9 - 1), st.booleans(), st.integers(-1, 1))
def test_belgian_numbers_are_checked_as_the_library_does(counted, is_young, off):
    check = BELOW - (2 * 10**9 * is_young + counted) % BELOW
    number = f"{counted:09}{(check + off) % 100:02}"
    if number[:2] not in UNBORN:
        assert is_belgian_number(number) == (nn.is_valid(number) or bis.is_valid(number))


def test_a_number_of_another_length_is_none():
    assert not is_belgian_number("8507300332")


def test_noughts_that_a_spreadsheet_took_are_put_back():
    """Of whoever was born in the first years of the century; no more than it can take."""
    check = 97 - 2_000_512_001 % 97
    whole = f"000512001{check:02}"
    assert national_number(whole) == national_number(str(int(whole))) == f"BE{whole}"
    assert not national_number("1234567")


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("youssef", "asf"),
        ("khadija", "kdj"),
        ("schmidt", "xmdt"),
        ("cecile", "sl"),
        ("cemal", "sml"),
        ("anna", "an"),
        ("محمد", "محمد"),
    ],
)
def test_outline_keeps_what_is_heard(word, heard):
    assert outline(word) == heard


def test_particles_are_joined_to_what_follows():
    assert words("Jan van der Elst") == ("jan", "vanderelst")
    assert words("Ali Ben") == ("ali", "ben")
