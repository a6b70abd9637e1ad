"""The forms of a check: its plan, a finding, the report on the visit, the reaction, the reason for giving it up."""

import secrets
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from openamif.verification.models import OperationalCheck
from openamif.verification.states import Outcome, SamplingMethod
from openamif.web.authority.checks.labels import METHOD_MEANINGS, METHODS, OUTCOME_MEANINGS, OUTCOMES
from openamif.web.components import formats
from openamif.web.day_fields import DayField, up_to
from openamif.web.number_fields import WholeField

LARGEST_SEED = 2**63 - 1
SEEDS = 10**9
USUAL_SIZE, LARGEST_SIZE = 10, 1000


def explained_choice(label: Any, meaning: Any) -> SafeString:
    """A choice with a line on what it means."""
    return format_html('{} <span class="choice-meaning">{}</span>', label, meaning)


def several_lines(label: Any, *, rows: int = 4, required: bool = True, help_text: Any = "") -> forms.CharField:
    """A text of a few paragraphs."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=5000, required=required, widget=widget, help_text=help_text)


class PlanForm(forms.Form):
    """How many are drawn, how, of what."""

    method = forms.ChoiceField(label=_("How the sample is drawn"), widget=forms.RadioSelect)
    size = WholeField(label=_("How many are looked at"), least=0, most=LARGEST_SIZE)
    report = forms.TypedChoiceField(
        label=_("Of a report"), required=False, coerce=int, empty_value=None,
        help_text=_("Then only those to whom something happened in its days are drawn."),
    )  # fmt: skip
    seed = WholeField(
        label=_("Seed"), least=0, most=LARGEST_SEED, required=False,
        help_text=_("Leave it empty to have one drawn. It is kept, so that anybody can draw the same sample again."),
    )  # fmt: skip

    def __init__(self, reports: list[tuple[int, str]], data: Any = None, *, population: int = USUAL_SIZE) -> None:
        size = min(USUAL_SIZE, population)
        super().__init__(data, initial={"method": SamplingMethod.SIMPLE_RANDOM.value, "size": size})
        methods = [(key, explained_choice(label, METHOD_MEANINGS[key])) for key, label in METHODS.items()]
        self.fields["method"].choices = methods  # type: ignore[attr-defined]
        if reports:
            self.fields["report"].choices = [("", _("None: of the whole register")), *reports]  # type: ignore[attr-defined]
        else:
            del self.fields["report"]

    def clean_seed(self) -> int:
        """A number that nobody chose, where none is given."""
        seed = self.cleaned_data["seed"]
        return secrets.randbelow(SEEDS) if seed is None else int(seed)


class FindingForm(forms.Form):
    """What was seen of one person."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("What the papers show"), widget=forms.RadioSelect)
    note = several_lines(
        _("Note"), rows=3, required=False, help_text=_("What differs, and by which paper it shows. No names.")
    )

    def __init__(self, data: Any = None, *, initial: dict[str, str] | None = None) -> None:
        super().__init__(data, initial=initial)
        offered = [(each.value, explained_choice(OUTCOMES[each][0], OUTCOME_MEANINGS[each])) for each in Outcome]
        self.fields["outcome"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whatever does not agree is said in words."""
        said = super().clean() or {}
        if said.get("outcome") not in (None, Outcome.AGREES) and not said.get("note", "").strip():
            self.add_error("note", _("Write down what differs, or what could not be found."))
        return said


class VisitForm(forms.Form):
    """What the visit found."""

    day = DayField(label=_("Day of the visit"))
    findings = several_lines(
        _("Findings"), help_text=_("Are the data on indicators reliable? What was looked at, and what was seen?")
    )
    is_without_delay = forms.ChoiceField(
        label=_("Is the project without delay?"),
        choices=[("", _("Not looked at")), ("yes", _("Yes")), ("no", pgettext_lazy("an answer", "No"))],
        required=False,
    )
    recommendations = several_lines(_("Recommendations"), required=False)

    def __init__(self, check: OperationalCheck, *, today: date, data: Any = None) -> None:
        super().__init__(data, initial={"day": today})
        self.check, self.today = check, today
        self.fields["day"].widget.attrs |= {"min": check.planned_on.isoformat(), "max": today.isoformat()}

    def clean_day(self) -> date:
        """After the sample was drawn, and not in the future."""
        day = up_to(self.today, self.cleaned_data["day"])
        if day < self.check.planned_on:
            told = gettext("The check was planned on %(first_day)s: the visit cannot have been on %(found_day)s.")
            said = {"first_day": formats.day(self.check.planned_on), "found_day": formats.day(day)}
            raise forms.ValidationError(told, params=said)
        return day

    def delay(self) -> bool | None:
        """None: not looked at."""
        return {"yes": True, "no": False}.get(self.cleaned_data["is_without_delay"])


class WordsForm(forms.Form):
    """One text that a step asks for."""

    words = several_lines("")

    def __init__(self, label: Any, help_text: Any = "", data: Any = None) -> None:
        super().__init__(data)
        self.fields["words"].label, self.fields["words"].help_text = label, help_text
