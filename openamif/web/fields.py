"""Controls that forms of several doors share."""

from datetime import date
from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """The browser's own calendar; a plain line where it holds what is no day, which the calendar would not show."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """As it was typed, so that it can be corrected."""
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not is_day(shown):
            context["widget"]["type"] = "text"
        return context


def is_day(text: str) -> bool:
    """Whether a calendar of a browser would show it: ``2020-12-31``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
