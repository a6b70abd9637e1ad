"""The tables of the programme that are edited row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.forms import BaseFormSet, ChoiceField, formset_factory
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.programmes.models import AttachedDocument, IndicatorTarget, Pledge, TimetableRow
from openamif.programmes.models.changing import with_pledges, with_rows
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.authority.forms.rows import (
    MOST_ROWS,
    DocumentForm,
    IndicatorForm,
    ResettlementForm,
    RowForm,
    TimetableForm,
    TransferForm,
    TurkeyForm,
)


class Rows(BaseFormSet):  # type: ignore[type-arg]
    """The rows of a table; two of them may not say the same thing."""

    def add_fields(self, form: RowForm, index: int | None) -> None:
        """The mark for deleting says which row it deletes; a new row says nothing until something is chosen."""
        super().add_fields(form, index)
        if not form.initial:
            for field in form.fields.values():
                if isinstance(field, ChoiceField):
                    field.choices = [("", _("Choose…")), *field.choices]  # type: ignore[misc]
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
    factory = formset_factory(
        form, formset=Rows, extra=2, can_delete=True, max_num=form.most, validate_max=True, absolute_max=MOST_ROWS
    )
    return factory(  # type: ignore[return-value]
        data, initial=rows, prefix="rows", form_kwargs={"period": period}
    )


def entered_rows(formset: Rows) -> list[dict[str, Any]]:
    """The rows that were filled in and not marked for deleting."""
    kept = [form for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
    return [form.values for form in kept if form.initial or form.has_changed()]
