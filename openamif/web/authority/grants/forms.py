"""The forms for a grant entered by hand: what its agreement says, and the days of its moves."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openamif.access.queries import organisations_found
from openamif.grants.facts import GrantContent
from openamif.law import codes
from openamif.people.models import Organisation
from openamif.programmes.models import Programme
from openamif.rules.grants import Frame
from openamif.rules.grants.aims import CODE_LISTS
from openamif.rules.grants.identity import example_reference
from openamif.rules.grants.money import GROUNDS as LAWFUL_GROUNDS
from openamif.web.authority.grants.labels import COST_CATEGORIES, FIELDS, GROUNDS, PROCEDURES, code_label

SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("What it is"), ("reference", "title", "summary")),
    (_("Who carries it out"), ("beneficiary", "partners", "delegated_authority")),
    (_("Place in the programme"), ("objective", "action", *CODE_LISTS, "location", "third_country", "is_strategic")),
    (_("Selection"), ("procedure", "procedure_reference", "applied_on")),
    (_("Dates and reports"), ("starts_on", "ends_on", "report_months", "report_days")),
    (_("Money"), ("eligible_amount", "union_amount", "ground", "justification", "has_investment")),
    (_("Budget by cost category"), tuple(COST_CATEGORIES)),
    (_("Targets"), ("targets",)),
)


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def amount(name: str, *, required: bool = False) -> forms.DecimalField:
    """EUR, never negative."""
    return forms.DecimalField(
        label=FIELDS[name], min_value=Decimal(0), max_digits=15, decimal_places=2, required=required
    )


class GrantForm(forms.Form):
    """Everything but the days of signature and end."""

    reference = forms.CharField(label=FIELDS["reference"], max_length=40)
    title = forms.CharField(label=FIELDS["title"], max_length=255)
    summary = forms.CharField(
        label=FIELDS["summary"], max_length=2000, required=False, widget=forms.Textarea({"rows": 4})
    )
    beneficiary = forms.ModelChoiceField(
        label=FIELDS["beneficiary"], queryset=Organisation.objects.none(), empty_label=_("Choose…")
    )
    partners = forms.ModelMultipleChoiceField(
        label=FIELDS["partners"], queryset=Organisation.objects.none(), required=False
    )
    delegated_authority = forms.ModelChoiceField(
        label=FIELDS["delegated_authority"], queryset=Organisation.objects.none(), required=False, empty_label=_("None")
    )
    objective = forms.ChoiceField(label=FIELDS["objective"])
    action = forms.TypedChoiceField(label=FIELDS["action"], required=False, coerce=int, empty_value=None)
    location = forms.RegexField(
        r"^[A-Z]{2}[0-9A-Z]{0,3}$", label=FIELDS["location"], max_length=5, required=False,
        help_text=_("A code of NUTS, for example BE1 or BE211."),
    )  # fmt: skip
    third_country = forms.RegexField(
        r"^[A-Z]{2}$", label=FIELDS["third_country"], max_length=2, required=False,
        help_text=_("Two letters, where activities take place outside the Union."),
    )  # fmt: skip
    is_strategic = forms.BooleanField(label=FIELDS["is_strategic"], required=False)
    procedure = forms.ChoiceField(label=FIELDS["procedure"], choices=[*PROCEDURES.items()])
    procedure_reference = forms.CharField(label=FIELDS["procedure_reference"], max_length=50, required=False)
    applied_on = forms.DateField(label=FIELDS["applied_on"], required=False, widget=DayInput)
    starts_on = forms.DateField(label=FIELDS["starts_on"], widget=DayInput)
    ends_on = forms.DateField(label=FIELDS["ends_on"], widget=DayInput)
    report_months = forms.IntegerField(label=FIELDS["report_months"], min_value=1, max_value=60, initial=12)
    report_days = forms.IntegerField(label=FIELDS["report_days"], min_value=0, max_value=366, initial=60)
    eligible_amount = amount("eligible_amount", required=True)
    union_amount = amount("union_amount", required=True)
    ground = forms.ChoiceField(label=FIELDS["ground"])
    justification = forms.CharField(
        label=FIELDS["justification"], required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("For a share above the standard rate."),
    )  # fmt: skip
    has_investment = forms.BooleanField(label=FIELDS["has_investment"], required=False)
    targets = forms.CharField(
        label=FIELDS["targets"], required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("One indicator a line with its target, for example “SO2.C2 250”."),
    )  # fmt: skip

    def __init__(
        self, programme: Programme, frame: Frame, data: Any = None, *, content: GrantContent | None = None
    ) -> None:
        super().__init__(data, initial=initial_of(content) if content else {})
        period = programme.period
        for name in ("beneficiary", "partners", "delegated_authority"):
            self.fields[name].queryset = organisations_found("")  # type: ignore[attr-defined]
        objectives = [(code, code_label("objectives", code, period)) for code in sorted(frame.objectives)]
        self.choose("objective", [("", _("Choose…")), *objectives])
        self.choose("ground", [(key, GROUNDS[key]) for key in LAWFUL_GROUNDS[period]])
        actions = [(number, f"{number} ({objective})") for number, objective in frame.actions.items()]
        self.choose("action", [("", _("None")), *actions])
        self.fields["reference"].help_text = gettext("For example %(example)s") % {"example": example_reference(frame)}
        if period != "2014-2020":
            for name in CODE_LISTS:
                offered = [(each.code, code_label(name, each.code, period)) for each in codes(name, period=period)]
                self.fields[name] = forms.ChoiceField(label=FIELDS[name], choices=[("", _("Choose…")), *offered])
        for name in COST_CATEGORIES:
            self.fields[name] = amount(name)
        self.programme = programme

    def choose(self, name: str, choices: list[Any]) -> None:
        """What a field offers."""
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def sections(self) -> Iterable[tuple[Any, list[forms.BoundField]]]:
        """The fields by what they are about, for the page."""
        for heading, names in SECTIONS:
            yield heading, [self[name] for name in names if name in self.fields]

    def clean_reference(self) -> str:
        """In capitals."""
        return str(self.cleaned_data["reference"]).upper()

    def clean_targets(self) -> dict[str, Decimal]:
        """Indicators of the period, each once."""
        known = {each.code for each in codes("indicators", period=self.programme.period)}
        targets: dict[str, Decimal] = {}
        for line in str(self.cleaned_data["targets"]).splitlines():
            if not line.strip():
                continue
            code, _space, figure = line.strip().partition(" ")
            number = figure.strip().replace(" ", "").replace(",", ".")
            if code not in known or code in targets or not number.replace(".", "", 1).isdecimal():
                raise forms.ValidationError(_("“%(line)s” is not an indicator with its target."), params={"line": line})
            targets[code] = Decimal(number)
        return targets

    def clean(self) -> dict[str, Any]:
        """Days and amounts in order; the beneficiary is no partner of itself."""
        said = super().clean() or {}
        if said.get("starts_on") and said.get("ends_on") and said["starts_on"] > said["ends_on"]:
            self.add_error("ends_on", _("The end is before the start."))
        if (said.get("union_amount") or 0) > (said.get("eligible_amount") or 0):
            self.add_error("union_amount", _("The Union’s contribution is above the total eligible cost."))
        if said.get("beneficiary") in (said.get("partners") or ()):
            self.add_error("partners", _("The beneficiary is not a partner of itself."))
        return said

    def content(self) -> GrantContent:
        """What was said, as one value."""
        said = dict(self.cleaned_data)
        partners = tuple(said.pop("partners"))
        budget = {name: said.pop(name) for name in COST_CATEGORIES}
        return GrantContent(**said, partners=partners, budget={name: value for name, value in budget.items() if value})


def initial_of(content: GrantContent) -> dict[str, Any]:
    """What the form shows of a grant that is here."""
    shown = content.columns() | dict(content.budget)
    shown["partners"] = [partner.pk for partner in content.partners]
    shown["targets"] = "\n".join(f"{code} {target.normalize():f}" for code, target in content.targets.items())
    return shown


class DayForm(forms.Form):
    """The day of a move: not before the first one that is possible, not in the future."""

    day = forms.DateField(widget=DayInput)

    def __init__(self, data: Any, *, label: Any, earliest: date | None, today: date) -> None:
        super().__init__(data)
        self.fields["day"].label = label
        self.earliest, self.today = earliest, today

    def clean_day(self) -> date:
        """Within what is possible."""
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        if self.earliest and day < self.earliest:
            raise forms.ValidationError(_("The grant had not started yet on this day."))
        return day


class WorkbookForm(forms.Form):
    """A filled-in workbook."""

    file = forms.FileField(
        label=_("Workbook"),
        widget=forms.FileInput({"accept": ".xlsx"}),
        help_text=_("The template of this programme, filled in. Nothing is changed before you confirm."),
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_large:
            self.fields["file"].error_messages["required"] = _("The file is larger than 5 MB, so it was not kept.")
