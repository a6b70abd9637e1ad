"""Days: what was typed is said where it is none, or none of this age; what was done is not still to come."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.web.components import formats
from openamif.web.fields import DayInput
from openamif.web.number_fields import shortened
from openamif.workbooks import FIRST_BIRTH, FIRST_YEAR, LAST_YEAR

WRITINGS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")
"""The day before the month, as everywhere in the Union: what is 03/04 means the same in each language."""


class DayField(forms.DateField):
    """The browser's own calendar; typed, ``2020-12-31``, ``31/12/2020`` or ``31.12.2020`` in every language.

    A day of this age, as workbooks take them: a slip of the year is told.
    """

    widget = DayInput
    input_formats = WRITINGS
    first, last = FIRST_YEAR, LAST_YEAR

    def to_python(self, value: Any) -> date | None:
        """Told with what was found and what is expected where it is no such day; empty is None where it may be."""
        try:
            day: date | None = super().to_python(value)
        except ValidationError as refusal:
            told = _("“%(found)s” is no date. Write it as 2020-12-31 or 31/12/2020.")
            raise ValidationError(told, code="invalid", params={"found": shortened(str(value))}) from refusal
        if day is not None and not self.first <= day.year <= self.last:
            told = _("“%(found)s” cannot be: correct the year, which is from %(first)d to %(last)d.")
            said = {"found": day.isoformat(), "first": self.first, "last": self.last}
            raise ValidationError(told, code="year", params=said)
        return day


class PastField(DayField):
    """A day on which something was done."""

    def to_python(self, value: Any) -> date | None:
        """Up to today."""
        day = super().to_python(value)
        return day if day is None else up_to(localdate(), day)


class BirthdayField(PastField):
    """A day on which somebody may have been born."""

    first = FIRST_BIRTH


def up_to(today: date, day: date) -> date:
    """The day; one that is still to come is told with the last that may be."""
    if day > today:
        told = _("%(found_day)s is still to come. Choose a day up to today, %(today)s.")
        said = {"found_day": formats.day(day), "today": formats.day(today)}
        raise ValidationError(told, code="to_come", params=said)
    return day


def not_to_come(day: date, today: date) -> date:
    """The day; refused in the words of the rule, and before all the other rules that it would break."""
    if day > today:
        told = _("%(found_day)s is still to come: record it when it has happened.")
        raise ValidationError(told % {"found_day": formats.day(day)})
    return day
