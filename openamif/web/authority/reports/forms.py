"""What a decision on a report asks: a reason, a question, a value."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.reports.models import ReportValue
from openamif.web.authority.forms.fields import AmountField
from openamif.web.day_fields import DayField
from openamif.web.doubting import Doubts

LONGEST = 3000
SEEN = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ReasonForm(forms.Form):
    """Why something is done; the beneficiary reads it."""

    reason = forms.CharField(label=_("Reason"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}))
    seen = SEEN


class QuestionForm(forms.Form):
    """A question, and until when an answer is expected."""

    question = forms.CharField(label=_("Question"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}))
    answer_by_on = DayField(label=_("Answer expected by"))
    seen = SEEN

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_answer_by_on(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["answer_by_on"]
        if day < self.today:
            raise forms.ValidationError(_("Choose a day to come."))
        return day


class CountedField(AmountField):
    """What was counted, never negative; read as amounts are."""

    most_digits = 12
    default_error_messages = {
        "invalid": _("“%(found)s” is not a number. Write digits, at most two decimals, such as 1 234,50."),
        "negative": _("“%(found)s” is negative."),
    }


class ValueForm(forms.Form):
    """What the authority accepts in place of what was reported, and why; ``doubts``: what speaks against it."""

    doubts: Doubts | None = None
    corrected = CountedField(label=_("Value that the authority accepts"), required=True)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The beneficiary reads it; it stays beside the value."),
    )
    seen = SEEN

    def __init__(self, *args: Any, value: ReportValue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.value = value

    def clean(self) -> dict[str, Any]:
        """Something else than what stands."""
        said: dict[str, Any] = super().clean() or {}
        standing = self.value.value if self.value.corrected_value is None else self.value.corrected_value
        if said.get("corrected") == standing:
            self.add_error("corrected", _("This is the value that stands already."))
        return said
