"""One form a row, for each table of the programme whose rows come and go."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.law.loader import codes
from openamif.web.authority.forms.fields import AmountField, PersonsField, YearField
from openamif.web.day_fields import DayField
from openamif.web.official import objective_name, official, reader_language

MOST_ROWS = 200


def _choices(name: str, period: str) -> list[tuple[str, str]]:
    return [(each.code, each.name(reader_language())) for each in codes(name, period=period)]


def objective_choices(period: str) -> list[tuple[str, str]]:
    """The national objectives and specific actions, by code and name."""
    return [
        (each.code, f"{each.code} {objective_name(each.code, period)}")
        for each in codes("objectives", period=period)
        if "." in each.code
    ]


class RowForm(forms.Form):
    """A row; ``period``: whose lists it offers; ``unique_by``: what no two rows share; ``most``: how many may stand."""

    unique_by: tuple[str, ...] = ()
    most = MOST_ROWS

    def __init__(self, *args: Any, period: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.period = period
        for field in self.fields.values():
            look = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            classes = f"{look} {field.widget.attrs.get('class', '')}"
            field.widget.attrs.update({"class": classes.strip(), "aria-label": str(field.label)})

    @property
    def values(self) -> dict[str, Any]:
        """What was entered, without the mark for deleting."""
        return {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}


class TimetableForm(RowForm):
    """A main action and its three years."""

    unique_by = ("objective", "number")

    objective = forms.ChoiceField(label=_("Objective"))
    number = forms.IntegerField(label=_("No"), min_value=1, max_value=MOST_ROWS)
    name = forms.CharField(label=_("Main action"), max_length=300)
    planning = YearField(label=_("Planning"))
    implementation = YearField(label=_("Implementation"))
    closing = YearField(label=_("Closing"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].choices = objective_choices(self.period)  # type: ignore[attr-defined]


class IndicatorForm(RowForm):
    """An indicator and what is aimed at."""

    unique_by = ("code",)

    code = forms.CharField(label=_("Code"), max_length=20)
    name = forms.CharField(label=_("Indicator"), max_length=600)
    unit = forms.ChoiceField(label=_("Unit"), choices=[("number", _("Number")), ("percent", _("Percentage"))])
    baseline = AmountField(label=_("Baseline"))
    target = AmountField(label=_("Target"))
    source = forms.CharField(label=_("Source of data"), max_length=255, required=False)


class ResettlementForm(RowForm):
    """Persons of a category pledged in the three periods."""

    unique_by: tuple[str, ...] = ("kind",)

    kind = forms.ChoiceField(label=_("Category"))
    first_period = PersonsField(label="2014-2015")
    second_period = PersonsField(label="2016-2017")
    third_period = PersonsField(label="2018-2020")
    names = "resettlement_categories"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            self.fields["kind"].choices = self.kinds()  # type: ignore[attr-defined]

    def kinds(self) -> list[tuple[str, str]]:
        """The categories, or the kinds of transfer."""
        return _choices(self.names, self.period)


class TransferForm(ResettlementForm):
    """Persons transferred or relocated from one country to another."""

    unique_by = ("kind", "from_country", "to_country")

    from_country = forms.CharField(label=_("From (two letters)"), max_length=2, required=False)
    to_country = forms.CharField(label=_("To (two letters)"), max_length=2, required=False)
    field_order = ("kind", "from_country", "to_country", "first_period", "second_period", "third_period")

    def kinds(self) -> list[tuple[str, str]]:
        """Those that section 4.2 knows."""
        kinds = ("transfer", "relocation_2015_1523", "relocation_2015_1601")
        return [(kind, official("special_cases", kind, self.period)) for kind in kinds]


class TurkeyForm(RowForm):
    """Persons admitted from Turkey: the form has one row of them."""

    most = 1

    first_period = PersonsField(label="2014-2015")
    second_period = PersonsField(label="2016-2017")
    third_period = PersonsField(label="2018-2020")


class DocumentForm(RowForm):
    """A document that the form lists."""

    title = forms.CharField(label=_("Title"), max_length=255)
    kind = forms.CharField(label=_("Type"), max_length=120, required=False)
    dated_on = DayField(label=_("Date"), required=False)
    local_reference = forms.CharField(label=_("Local reference"), max_length=120, required=False)
    commission_reference = forms.CharField(label=_("Commission reference"), max_length=120, required=False)


class AuthorityForm(RowForm):
    """A designated authority."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[("RA", _("Responsible authority")), ("AA", _("Audit authority")), ("DA", _("Delegated authority"))],
    )
    name = forms.CharField(label=_("Name"), max_length=255)
    head = forms.CharField(label=_("Person responsible"), max_length=150, required=False)
    address = forms.CharField(label=_("Address"), max_length=400, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    designated_on = DayField(label=_("Designated on"), required=False)
    activities = forms.CharField(label=_("Activities delegated"), max_length=1000, required=False)
