"""Fields that read numbers as people write them, and show what was typed where it is none.

A text and no number for the browser: of what it cannot read (``1,5`` in another language) it would send nothing at all.
"""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from openamif.web.components import formats

MOST_OF_A_YEAR, MOST_SHOWN = 9999, 40
NUMBER = re.compile(r"-?\d+(\.\d+)?")
WHOLE, GROUPED = re.compile(r"-?\d+"), re.compile(r"-?\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+)")
SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'’"))


class NumberInput(forms.TextInput):
    """With the keyboard for numbers on a phone; a number as the reader writes it."""

    def __init__(self, mode: str) -> None:
        super().__init__({"inputmode": mode, "autocomplete": "off", "class": "num"})

    def format_value(self, value: Any) -> str | None:
        """Hours with the reader's decimal sign; years and quantities as they are."""
        if isinstance(value, Decimal):
            return formats.count(value)
        written: str | None = super().format_value(value)
        return written


class HoursField(forms.DecimalField):
    """Hours: ``1,5`` and ``1.50``; empty is None."""

    invalid = _("“%(found)s” is no number. Write it as 1.5 or 1,5.")

    def __init__(self, *, most: Decimal, **said: Any) -> None:
        self.least, self.most = Decimal(0), most
        super().__init__(required=False, decimal_places=2, widget=NumberInput("decimal"), **said)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Between nothing and the most."""
        number: Decimal | None = within(self, super().to_python, value)
        return number


class WholeField(forms.IntegerField):
    """A whole number: ``1 200``, ``1.200`` and ``1,200`` alike; empty is None where it may be."""

    invalid = _("“%(found)s” is no whole number.")

    def __init__(self, *, least: int, most: int, **said: Any) -> None:
        self.least, self.most = least, most
        super().__init__(widget=NumberInput("numeric"), **said)

    def to_python(self, value: Any) -> int | None:
        """Between the least and the most. Points and commas stand between thousands: no other number is whole."""
        if isinstance(value, str):
            typed = value.translate(SPACES)
            if GROUPED.fullmatch(typed):
                value = typed.replace(".", "").replace(",", "")
            elif typed and not WHOLE.fullmatch(typed):
                raise ValidationError(self.invalid, code="invalid", params={"found": shortened(value)})
        number: int | None = within(self, super().to_python, value)
        return number


def shortened(typed: str) -> str:
    """As much of what was typed as is needed to find it again."""
    return Truncator(typed).chars(MOST_SHOWN)


def within(field: HoursField | WholeField, read: Any, value: Any) -> Any:
    """What was typed as a number; told with what was found and what is expected where it is none, or out of range."""
    if not isinstance(value, str):
        return read(value)
    typed = value.translate(SPACES).replace(",", ".")
    try:
        number = read(typed)
    except ValidationError:
        number = None
    if typed and (number is None or not NUMBER.fullmatch(typed)):
        raise ValidationError(field.invalid, code="invalid", params={"found": shortened(value)})
    if number is not None and not field.least <= number <= field.most:
        most = formats.count(field.most) if field.most > MOST_OF_A_YEAR else field.most
        said = {"found": shortened(value), "least": field.least, "most": most}
        raise ValidationError(_("“%(found)s” is out of range: from %(least)s to %(most)s."), code="range", params=said)
    return number
