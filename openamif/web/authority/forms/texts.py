"""The forms for what is written: texts, actions, the names of a programme."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from openamif.law.loader import figure
from openamif.web.authority.forms.fields import AmountField, ParagraphsField

LINES_OF_A_TEXT = 18
LINES_OF_A_LIST = 6


class TextForm(forms.Form):
    """A text, one paragraph a line."""

    paragraphs = ParagraphsField(
        label=_("Text"),
        help_text=_("One paragraph a line; empty lines are left out."),
        widget=forms.Textarea({"rows": LINES_OF_A_TEXT}),
    )


class ActionForm(forms.Form):
    """A main action of a national objective."""

    title = forms.CharField(label=_("Title"), max_length=600, widget=forms.Textarea({"rows": 2}))
    qualifier = forms.CharField(
        label=_("Carried out by"), max_length=60, required=False, help_text=_("Such as “federal” or “FL”.")
    )
    description = ParagraphsField(label=_("Description"), widget=forms.Textarea({"rows": LINES_OF_A_LIST}))
    examples = ParagraphsField(
        label=_("Examples"), help_text=_("One example a line."), widget=forms.Textarea({"rows": LINES_OF_A_LIST})
    )
    desired_results = ParagraphsField(
        label=_("Desired results"), help_text=_("One result a line."), widget=forms.Textarea({"rows": LINES_OF_A_LIST})
    )

    def clean_title(self) -> str:
        """One line, whatever was pasted."""
        return " ".join(self.cleaned_data["title"].split())

    @property
    def values(self) -> dict[str, str]:
        """As the rows keep it: paragraphs one a line."""
        return {
            name: value if isinstance(value, str) else "\n".join(value) for name, value in self.cleaned_data.items()
        }


class ControlSystemForm(forms.Form):
    """The management and control system; its length is the form's."""

    text = forms.CharField(label=_("Summary"), required=False, widget=forms.Textarea({"rows": LINES_OF_A_LIST}))

    def __init__(self, *args: Any, period: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        longest = int(figure("text_limits.management_and_control_system", on=on, period=period).number)
        self.fields["text"].max_length = longest  # type: ignore[attr-defined]
        self.fields["text"].validators.append(MaxLengthValidator(longest))


class NamesForm(forms.Form):
    """What the document does not say of its programme."""

    title = forms.CharField(label=_("Name"), max_length=255)
    cci = forms.CharField(label=_("CCI number"), max_length=17, required=False, help_text=_("Such as 2021BE65AMPR001."))


class ProgrammeForm(NamesForm):
    """The same, and what the rules of 2014-2020 compare with."""

    cci = forms.CharField(label=_("CCI number"), max_length=17, required=False, help_text=_("Such as 2014BE65AMNP001."))
    reference_allocation_amount = AmountField(
        label=_("Reference allocation (EUR)"),
        help_text=_(
            "The basic amounts of the financial perspective, which rule 2.22.1 compares with. Left empty, "
            "the amount that the document itself prints is used."
        ),
    )
