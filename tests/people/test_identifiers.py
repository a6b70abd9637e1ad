"""Identifiers are taken in any usual writing and kept in one; wrong check digits are found."""

import pytest

from openamif.people.identifiers import enterprise_number, vat_number


@pytest.mark.parametrize("text", ["0123456749", "0123.456.749", " 0123 456 749 ", "BE0123456749", "123456749"])
def test_belgian_enterprise_number(text):
    assert enterprise_number(text, country="BE") == "0123456749"


@pytest.mark.parametrize("text", ["0123456748", "0123", "", "٠١٢٣٤٥٦٧٤٩", "abc"])
def test_belgian_enterprise_number_with_wrong_digits(text):
    assert enterprise_number(text, country="BE") is None


def test_enterprise_number_of_another_country_is_kept_as_it_stands():
    assert enterprise_number("hrb 12-34", country="DE") == "HRB1234"
    assert enterprise_number("a;b", country="NL") is None


def test_vat_number():
    assert vat_number("be 0123.456.749") == "BE0123456749"
    assert vat_number("BE0123456748") is None
    assert vat_number("0123456749") is None
    assert vat_number("") is None
