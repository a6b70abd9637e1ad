"""The forms that a table of the programme is edited in: one form a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.law.loader import codes
from openamif.programmes.models import AttachedDocument, IndicatorTarget, Pledge, TimetableRow
from openamif.programmes.models.changing import with_pledges, with_rows
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.authority.forms.fields import AmountField, PersonsField, YearField
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
    """A row; ``period`` is the one whose lists it offers; ``unique_by``: the fields no two rows share."""

    unique_by: tuple[str, ...] = ()

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
    """Persons admitted from Turkey."""

    first_period = PersonsField(label="2014-2015")
    second_period = PersonsField(label="2016-2017")
    third_period = PersonsField(label="2018-2020")


class DocumentForm(RowForm):
    """A document that the form lists."""

    title = forms.CharField(label=_("Title"), max_length=255)
    kind = forms.CharField(label=_("Type"), max_length=120, required=False)
    dated_on = forms.DateField(label=_("Date"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
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
    designated_on = forms.DateField(
        label=_("Designated on"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    activities = forms.CharField(label=_("Activities delegated"), max_length=1000, required=False)


class Rows(BaseFormSet):  # type: ignore[type-arg]
    """The rows of a table; two of them may not say the same thing."""

    def add_fields(self, form: RowForm, index: int | None) -> None:
        """The mark for deleting says which row it deletes; a new row says nothing until something is chosen."""
        super().add_fields(form, index)
        if not form.initial:
            for field in form.fields.values():
                if isinstance(field, forms.ChoiceField):
                    field.choices = [("", _("Choose…")), *field.choices]
        words = _("Remove row %(number)d") % {"number": (index or 0) + 1}
        form.fields["DELETE"].widget.attrs.update({"aria-label": words, "class": "form-check-input"})

    def clean(self) -> None:
        """Each row that repeats another is told so."""
        seen: set[tuple[Any, ...]] = set()
        for form in self.forms:
            if not form.unique_by or form.errors or not form.cleaned_data or form.cleaned_data.get("DELETE"):
                continue
            key = tuple(form.cleaned_data.get(name) for name in form.unique_by)
            if key in seen:
                form.add_error(form.unique_by[-1], _("Another row already says this."))
            seen.add(key)


@dataclass(frozen=True)
class EditableTable:
    """A table that is edited row by row: its page, its rows as they stand, and the document with new ones."""

    page: str
    title: Promise
    form: type[RowForm]
    rows: Callable[[Document], list[dict[str, Any]]]
    changed: Callable[[Document, Sequence[dict[str, Any]]], Document]
    place: Callable[[int, dict[str, Any]], str]
    places: tuple[str, ...]


def _dicts(rows: Sequence[Any], form: type[RowForm]) -> list[dict[str, Any]]:
    return [{name: getattr(row, name) for name in form.base_fields} for row in rows]


def _pledge_dicts(rows: Sequence[Any]) -> list[dict[str, Any]]:
    periods = ("first_period", "second_period", "third_period")
    return [
        {
            **dict(zip(periods, row.persons, strict=True)),
            "kind": getattr(row, "category", "") or getattr(row, "kind", ""),
            "from_country": getattr(row, "from_country", "") or "",
            "to_country": getattr(row, "to_country", "") or "",
        }
        for row in rows
    ]


def _made(model: type[Any], **fixed: Any) -> Callable[[Sequence[dict[str, Any]]], list[Any]]:
    return lambda rows: [model(**{**fixed, **row}) for row in rows]


def _with(model: type[Any], document: Document, rows: Sequence[dict[str, Any]]) -> Document:
    return with_rows(document, model, [model(**row) for row in rows])


def _with_documents(document: Document, rows: Sequence[dict[str, Any]]) -> Document:
    kept = {row.title: row for row in document.documents}
    new = []
    for row in rows:
        old = kept.get(row["title"])
        sent = {"files": old.files, "sent_on": old.sent_on, "sent_by": old.sent_by} if old else {}
        new.append(AttachedDocument(**row, **sent))
    return with_rows(document, AttachedDocument, new)


def _with_pledges(table: str, document: Document, rows: Sequence[dict[str, Any]]) -> Document:
    make = _made(Pledge, table=table, **({"kind": "turkey"} if table == "turkey" else {}))
    return with_pledges(document, table, make(rows))


TABLES: dict[str, EditableTable] = {
    "timetable": EditableTable(
        "timetable",
        _("Timetable"),
        TimetableForm,
        lambda document: _dicts(document.timetable, TimetableForm),
        partial(_with, TimetableRow),
        lambda _number, row: f"timetable.{row['objective']}.{row['number']}",
        ("timetable",),
    ),
    "indicators": EditableTable(
        "indicators",
        _("Indicators"),
        IndicatorForm,
        lambda document: _dicts(document.indicators, IndicatorForm),
        partial(_with, IndicatorTarget),
        lambda _number, row: f"indicators.{row['code']}",
        ("indicators",),
    ),
    "resettlement": EditableTable(
        "special_cases",
        _("Resettlement pledges"),
        ResettlementForm,
        lambda document: _pledge_dicts(document.resettlement),
        partial(_with_pledges, "resettlement"),
        lambda _number, row: f"resettlement.{row['kind']}",
        ("resettlement", "resettlement_totals"),
    ),
    "transfers": EditableTable(
        "special_cases",
        _("Transfer and relocation"),
        TransferForm,
        lambda document: _pledge_dicts(document.transfers),
        partial(_with_pledges, "transfer"),
        lambda number, _row: f"transfers.{number}",
        ("transfers",),
    ),
    "turkey": EditableTable(
        "special_cases",
        _("Admission from Turkey"),
        TurkeyForm,
        lambda document: _pledge_dicts(document.turkey),
        partial(_with_pledges, "turkey"),
        lambda number, _row: f"turkey.{number}",
        ("turkey",),
    ),
    "documents": EditableTable(
        "texts",
        _("Documents"),
        DocumentForm,
        lambda document: _dicts(document.documents, DocumentForm),
        _with_documents,
        lambda number, _row: f"documents.{number}",
        ("documents",),
    ),
}


def formset_for(form: type[RowForm], *, rows: list[dict[str, Any]], data: Any, period: str) -> Rows:
    """The rows as they stand, room for two more, each with a mark for deleting."""
    factory = formset_factory(form, formset=Rows, extra=2, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
    return factory(  # type: ignore[return-value]
        data, initial=rows, prefix="rows", form_kwargs={"period": period}
    )


def entered_rows(formset: Rows) -> list[dict[str, Any]]:
    """The rows that were filled in and not marked for deleting."""
    kept = [form for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
    return [form.values for form in kept if form.initial or form.has_changed()]
