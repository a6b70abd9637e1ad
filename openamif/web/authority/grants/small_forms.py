"""The day of a move, the file of an import, the name of a view."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.web.components import formats
from openamif.web.day_fields import DayField, up_to


class DayForm(forms.Form):
    """The day of a move: not before the first one that is possible, not in the future."""

    day = DayField()

    def __init__(self, data: Any, *, label: Any, earliest: date | None, today: date) -> None:
        super().__init__(data)
        self.fields["day"].label = label
        self.earliest, self.today = earliest, today

    def clean_day(self) -> date:
        """Within what is possible."""
        day = up_to(self.today, self.cleaned_data["day"])
        if self.earliest and day < self.earliest:
            told = _("The grant started on %(first_day)s: it cannot have ended on %(found_day)s.")
            said = {"first_day": formats.day(self.earliest), "found_day": formats.day(day)}
            raise forms.ValidationError(told, params=said)
        return day


class WorkbookForm(forms.Form):
    """A filled-in workbook."""

    file = forms.FileField(
        label=_("Workbook"),
        widget=forms.FileInput({"accept": ".xlsx"}),
        help_text=_("The workbook, filled in. Nothing is changed before you confirm."),
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_large:
            self.fields["file"].error_messages["required"] = _("The file is larger than 5 MB, so it was not kept.")


class ViewForm(forms.Form):
    """A name for what is looked for."""

    name = forms.CharField(label=_("Save this view as"), max_length=60)
