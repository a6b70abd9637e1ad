"""Pseudonyms: one writing gives one code, another key another, and a ring can grow without a name."""

import hmac
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openamif.methods.pseudonyms import Codebook, Codes, Identity, codes_of, passed_on

KEYS = (b"first" * 7, b"second" * 6)
BORN_ON = date(1990, 3, 4)
NUMBER = "85.07.30-033 28"


def codes(surname="El Amrani", given_names="Fatima Zahra", born_on=BORN_ON, number="", local="1:2:A7", keys=KEYS[:1]):
    return codes_of(Identity(number, surname, given_names, born_on), local=local, keys=keys)


@pytest.mark.parametrize(
    ("surname", "given_names"),
    [
        ("EL AMRANI", "fatima zahra"),
        ("Elamrani", "Fatima-Zahra"),
        ("el-amrani", "Zahra  Fatima "),
        ("Fatima Zahra", "El Amrani"),
        ("Él Âmräni", "Fátima Zahrà"),
        ("", "Zahra El Amrani Fatima"),
    ],
)
def test_the_same_person_written_otherwise_has_the_same_name_code(surname, given_names):
    assert codes(surname, given_names).name == codes().name != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukasz Ørsted", "Lukasz Orsted"),
        ("Weiß Œuvrard", "WEISS OEUVRARD"),
        ("O'Neil Jean", "O’Neil Jean"),
        ("N'Diaye Awa", "Ndiaye Awa"),
        ("van den Berg Jan", "Vandenberg Jan"),
        ("Ｆａｔｉｍａ Amrani", "Fatima Amrani"),
        ("ФЁДОР Ильин", "фёдор ильин"),
        ("مُحَمَّد علي", "محمد علي"),
    ],
)
def test_letters_are_brought_into_one_writing(one, other):
    assert codes(one, "").name == codes(other, "").name


def test_what_is_different_has_a_different_code():
    same = codes()
    assert codes(given_names="Fatima").name != same.name
    assert codes(born_on=date(1990, 4, 3)).name != same.name
    assert codes(local="1:3:A7").local != same.local
    assert codes(keys=KEYS[1:]).name != same.name
    assert len({same.name, same.local, codes(number=NUMBER).number}) == 3


def test_codes_are_made_only_of_what_identifies():
    assert codes(born_on=None) == Codes(local=codes().local)
    assert codes("", "Fatima").name == ""
    assert codes("", "").likeness == ""
    assert codes("?!", "-").name == ""


@pytest.mark.parametrize(
    ("typed", "same"),
    [(NUMBER, "85073003328"), (NUMBER, "BE 85.07.30-033.28"), ("98 47 28 997 65", "98472899765"), ("fr 1-85", "FR185")],
)
def test_numbers_are_read_in_any_writing(typed, same):
    assert codes(number=typed).number == codes(number=same).number != ""


@pytest.mark.parametrize("typed", ["85.07.30-033 29", "123", "BE123", "passport", "??", "FRANCE", "٨٥٠٧٣٠٠٣٣٢٨"])
def test_a_number_that_is_wrong_or_of_no_country_identifies_nobody(typed):
    assert codes(number=typed).number == ""


def test_likeness_overlooks_spelling_and_further_names():
    alike = codes("Elamrani", "Fatima").likeness
    assert codes("El Amrany", "Fatyma Zohra", date(1990, 12, 1)).likeness == alike
    assert codes("Fatima", "El Amrani").likeness == alike
    assert codes(born_on=date(1991, 3, 4)).likeness != alike
    assert codes("Oualid", "Youssef").likeness == codes("Walid", "Yousef").likeness
    assert len(alike) == 32


def test_a_key_added_to_the_ring_needs_no_name():
    before, after = codes(number=NUMBER), codes(number=NUMBER, keys=KEYS)
    assert Codes(*(passed_on(code, KEYS[1]) for code in before)) == after


def test_a_ring_without_a_key_is_refused():
    with pytest.raises(ValueError):
        Codebook(())


@given(key=st.binary(min_size=1, max_size=100), local=st.text(max_size=80))
def test_codes_are_hmac_sha_256(key, local):
    expected = hmac.digest(key, f"local:{local}".encode(), "sha256").hex()
    assert codes_of(Identity(), local=local, keys=(key,)).local == expected


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=20))
def test_any_text_gives_codes_and_order_does_not_matter(surname, given_names, number):
    one = codes_of(Identity(number, surname, given_names, BORN_ON), local="", keys=KEYS)
    other = codes_of(Identity(number, given_names, surname, BORN_ON), local="", keys=KEYS)
    assert one == other
    assert all(len(code) in (0, 64) for code in one[:3])
