"""Fields that read figures as people write them, and paragraphs one a line."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from openamif.sfc import numbers
from openamif.web.components import formats
from openamif.web.number_fields import SPACES

SEPARATORS = {**SPACES, **dict.fromkeys(map(ord, ".,-"))}
MOST_DIGITS = 13
MOST_DIGITS_OF_PERSONS = 7


class AmountInput(forms.TextInput):
    """Shows an amount as the reader writes it."""

    def __init__(self, attrs: dict[str, Any] | None = None, digits: int = 2) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "class": "num", **(attrs or {})})
        self.digits = digits

    def format_value(self, value: Any) -> str | None:
        """With the reader's separators."""
        if isinstance(value, Decimal | int):
            return formats.number(value, self.digits)
        written: str | None = super().format_value(value)
        return written


class AmountField(forms.Field):
    """An amount in EUR: ``22 813 801,27``, ``22813801.27``; empty is None. Gives a Decimal of two decimals."""

    widget = AmountInput
    most_digits = MOST_DIGITS
    default_error_messages = {
        "invalid": _("“%(found)s” is not an amount. Write digits, at most two decimals, such as 1 234,50."),
        "negative": _("“%(found)s” is negative; only special cases that were given back may be."),
        "too_large": _("“%(found)s” is too large: below %(most)s."),
    }

    def __init__(self, *, may_be_negative: bool = False, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})
        self.may_be_negative = may_be_negative

    def to_python(self, value: Any) -> Decimal | None:
        """Read as the Commission's exports are read."""
        if isinstance(value, Decimal) or value is None:
            return value
        try:
            amount = numbers.amount(value)
        except ValueError:
            is_long = len(value) > self.most_digits and value.translate(SEPARATORS).isdecimal()
            raise self._wrong("too_large" if is_long else "invalid", value) from None
        if amount is not None and amount < 0 and not self.may_be_negative:
            raise self._wrong("negative", value)
        if amount is not None and abs(amount) >= Decimal(10) ** self.most_digits:
            raise self._wrong("too_large", value)
        return amount

    def has_changed(self, initial: Any, data: Any) -> bool:
        """By value, not by writing."""
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True

    def _wrong(self, code: str, found: str) -> ValidationError:
        return ValidationError(
            self.error_messages[code], code=code, params={"found": found, "most": formats.count(10**self.most_digits)}
        )


class PersonsField(AmountField):
    """A whole number of persons, negative where places were given back; empty is None."""

    most_digits = MOST_DIGITS_OF_PERSONS
    default_error_messages = {
        "invalid": _("“%(found)s” is not a whole number of persons."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(may_be_negative=True, **{"widget": AmountInput(digits=0), **kwargs})

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        """Read as the Commission's exports are read."""
        if isinstance(value, int) or value is None:
            return value
        amount = super().to_python(value)
        if amount is not None and amount != int(amount):
            raise self._wrong("invalid", value)
        return None if amount is None else int(amount)


class YearField(forms.IntegerField):
    """A year of the programme's life."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "min_value": date.min.year, "max_value": date.max.year, **kwargs})
        self.widget.attrs.update({"class": "num", "autocomplete": "off"})


class ParagraphsField(forms.CharField):
    """A text whose paragraphs stand one a line; gives a tuple of them."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "strip": True, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """Paragraphs as lines."""
        return "\n".join(value) if isinstance(value, tuple | list) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        """Lines as paragraphs; empty lines only part them."""
        text = super().clean(value)
        return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())

    def has_changed(self, initial: Any, data: Any) -> bool:
        """By paragraphs."""
        return tuple(initial or ()) != self.clean(data)
