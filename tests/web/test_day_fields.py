"""Days as they are typed: the same in every language, kept where they are none."""

from datetime import date

import pytest
from django import forms
from django.utils import translation

from openamif.web.day_fields import DayField

TYPED = ("2026-11-25", "25.11.2026", "25/11/2026", "25-11-2026", " 25/11/2026 ")


class One(forms.Form):
    day = DayField()


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_a_typed_day_is_understood_in_every_language(language, typed):
    with translation.override(language):
        form = One({"day": typed})
        assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == date(2026, 11, 25)


def test_the_day_stands_before_the_month():
    form = One({"day": "03/04/2026"})
    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2026, 4, 3)


@pytest.mark.parametrize("typed", ["31.02.2026", "next week", "11/25/2026", "2026-13-01"])
def test_what_is_no_day_is_told_and_stands_to_be_corrected(typed):
    form = One({"day": typed})
    (told,) = form.errors["day"]
    assert f"“{typed}” is no date" in told
    written = str(form["day"])
    assert f'value="{typed}"' in written
    assert 'type="text"' in written


def test_a_day_that_is_one_stands_in_the_calendar_of_the_browser():
    for form in (One({"day": "2026-11-25"}), One(initial={"day": date(2026, 11, 25)}), One()):
        assert 'type="date"' in str(form["day"])
    assert 'value="2026-11-25"' in str(One(initial={"day": date(2026, 11, 25)})["day"])
