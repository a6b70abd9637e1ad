"""Numbers of a form as people write them; what is none stays in the field and is told with what is expected."""

from decimal import Decimal

import pytest
from django.forms import Form
from django.utils.translation import override

from openamif.web.number_fields import HoursField, WholeField


class Said(Form):
    """Hours of a day and a year."""

    hours = HoursField(most=Decimal(24))
    year = WholeField(least=1900, most=2100, required=False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1,5", Decimal("1.5")), ("1.50", Decimal("1.5")), (" 2 ", Decimal(2)), ("", None), ("24", Decimal(24))],
)
def test_hours_are_read_as_they_are_written(typed, meant):
    form = Said({"hours": typed})
    assert form.is_valid()
    assert form.cleaned_data["hours"] == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1h30", "“1h30” is no number. Write it as 1.5 or 1,5."),
        ("1,5,2", "“1,5,2” is no number. Write it as 1.5 or 1,5."),
        ("NaN", "“NaN” is no number. Write it as 1.5 or 1,5."),
        ("-1", "“-1” is out of range: from 0 to 24."),
        ("24,25", "“24,25” is out of range: from 0 to 24."),
        ("9" * 40, f"“{'9' * 40}” is out of range: from 0 to 24."),
        ("1.555", "Ensure that there are no more than 2 decimal places."),
    ],
)
def test_hours_that_cannot_be_are_told_and_stay(typed, told):
    form = Said({"hours": typed})
    assert form.errors["hours"] == [told]
    assert f'value="{typed}"' in str(form["hours"])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("abcd", "“abcd” is no whole number."),
        ("19,5", "“19,5” is no whole number."),
        ("1900,0", "“1900,0” is no whole number."),
        ("1.900,000", "“1.900,000” is no whole number."),
        ("1850", "“1850” is out of range: from 1900 to 2100."),
    ],
)
def test_whole_number_that_cannot_be_is_told_and_stays(typed, told):
    form = Said({"year": typed})
    assert form.errors["year"] == [told]
    assert f'value="{typed}"' in str(form["year"])


@pytest.mark.parametrize("typed", ["1 900", "1.900", "1,900", "1’900"])
def test_thousands_are_set_apart_as_anybody_does(typed):
    form = Said({"year": typed})
    assert form.is_valid()
    assert form.cleaned_data["year"] == 1900


def test_what_is_known_is_shown_as_the_reader_writes_it():
    with override("fr"):
        form = Said(initial={"hours": Decimal("1.50"), "year": 1990})
        assert 'value="1,5"' in str(form["hours"])
        assert 'value="1990"' in str(form["year"])
        assert 'type="text"' in str(form["hours"])
