"""Days: what was typed is said where it is none, and none is still to come."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from openamif.web.components import formats
from openamif.web.fields import DayInput
from openamif.web.number_fields import shortened


class DayField(forms.DateField):
    """The browser's own calendar; without one, ``2020-12-31`` and the reader's own way of writing it."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        """Told with what was found and what is expected where it is no day; empty is None where it may be."""
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            told = _("“%(found)s” is no date. Write it as 2020-12-31 or 31/12/2020.")
            raise ValidationError(told, code="invalid", params={"found": shortened(str(value))}) from refusal


def not_to_come(day: date, today: date) -> date:
    """The day; refused in the words of the rule, and before all the other rules that it would break."""
    if day > today:
        told = _("%(found_day)s is still to come: record it when it has happened.")
        raise ValidationError(told % {"found_day": formats.day(day)})
    return day
