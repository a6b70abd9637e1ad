"""What is looked for in a list and stands in its address: a filter that the list does not know finds nothing."""

from typing import Any, TypeVar

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

M = TypeVar("M", bound=Model)
UNKNOWN = _("This list does not know “%(value)s”, so nothing is found. Choose a value of the list, or show all.")


class SeekingForm(forms.Form):
    """Every field may be left empty; what cannot be understood is told at its field, and never passed over."""

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = str(UNKNOWN)

    def among(self, found: QuerySet[M]) -> QuerySet[M]:
        """What was found; nothing where a part of the question was not understood."""
        return found if self.is_valid() else found.none()

    @property
    def narrows(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.errors) or any(value not in ("", None) for value in self.cleaned_data.values())
