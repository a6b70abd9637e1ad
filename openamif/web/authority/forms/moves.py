"""The form of a move: a reason where one is owed, the decision where one is linked."""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from openamif.programmes.states import MOVES
from openamif.web.day_fields import DayField


class PastDayField(DayField):
    """A day that has come: what the Commission did cannot be noted before it did it."""

    default_error_messages = {"later": _("This day has not come yet.")}

    def validate(self, value: Any) -> None:
        """Today at the latest."""
        super().validate(value)
        if value and value > localdate():
            raise forms.ValidationError(self.error_messages["later"], code="later")


class MoveForm(forms.Form):
    """Only the fields that this move asks for."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
        help_text=_("Those concerned read it, and it stays in the trail."),
    )
    decision_reference = forms.CharField(
        label=_("Reference of the decision"), max_length=40, help_text=_("Such as C(2018) 8311.")
    )
    decision_on = PastDayField(label=_("Date of the decision"))

    def __init__(self, move: str, data: Any = None) -> None:
        super().__init__(data)
        if not MOVES[move].needs_reason:
            del self.fields["reason"]
        if move != "adopt":
            del self.fields["decision_reference"], self.fields["decision_on"]


class ObservationForm(forms.Form):
    """What the Commission observed."""

    text = forms.CharField(label=_("Observation"), widget=forms.Textarea({"rows": 5}), max_length=8000)
    made_on = PastDayField(label=_("Date"))
