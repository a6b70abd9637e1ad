"""The forms for files: the file itself, and which column a heading means."""

from collections.abc import Mapping, Set
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openamif.grants.models import Grant
from openamif.register.queries.files import remembered_columns
from openamif.web.register_labels import FIELDS
from openamif.workbooks import Form, Sheet

OF_NO_USE, LEFT_OUT = "-", _("None: leave it out")


class FileForm(forms.Form):
    """A filled-in template, or a file of one's own."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
        help_text=_("Nothing goes into the register before you confirm."),
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_large:
            self.fields["file"].error_messages["required"] = _("The file is larger than 40 MB, so it was not kept.")


class HeadingsForm(forms.Form):
    """For each heading that was not understood, the column it means, or none."""

    def __init__(self, data: Any = None, *, result: Mapping[str, Any], form: Form) -> None:
        """``result``: of a file that was read: its ``headings``, and the columns that are ``there``."""
        super().__init__(data)
        sheets = {sheet.key: sheet for sheet in form.sheets}
        self.there = {(sheet, key) for sheet, key in result.get("there", ())}
        self.sheets: dict[str, Sheet] = {}
        self.words: dict[str, str] = {}
        for number, heading in enumerate(result["headings"]):
            sheet, name = sheets[heading["sheet"]], f"heading-{number}"
            if heading["words"] in self.words.values():
                continue
            label = gettext("“%(words)s”, column %(column)s of “%(sheet)s”") % {**heading, "sheet": sheet.label}
            free = [column for column in sheet.columns if (sheet.key, column.key) not in self.there]
            columns = [(column.key, str(column.label)) for column in free]
            offered = [("", gettext("Choose…")), (OF_NO_USE, str(LEFT_OUT)), *columns]
            self.fields[name] = forms.ChoiceField(label=label, choices=offered)
            self.words[name], self.sheets[name] = heading["words"], sheet

    def clean(self) -> dict[str, Any]:
        """No column twice, and none that must be there is missing."""
        said = super().clean() or {}
        taken: dict[tuple[str, str], str] = {}
        for name, key in list(said.items()):
            column = self.sheets[name].key, key
            if key != OF_NO_USE and column in taken:
                self.add_error(
                    name, gettext("“%(words)s” is this column already: choose another.") % {"words": taken[column]}
                )
            taken.setdefault(column, self.words[name])
        if not self.errors:
            self._require(self.there | taken.keys())
        return said

    def _require(self, there: Set[tuple[str, str]]) -> None:
        """Told over the form: any of its headings may be the one."""
        for sheet in {sheet.key: sheet for sheet in self.sheets.values()}.values():
            for column in sheet.columns:
                if column.needed() and not any((sheet.key, key) in there for key in column.needed()):
                    words = gettext("Nothing can be read without the column “%(column)s”: say which heading it is.")
                    self.add_error(None, words % {"column": column.label})

    def columns(self) -> dict[str, str]:
        """Heading to key of a column, empty where it is of no use."""
        chosen = {self.words[name]: value for name, value in self.cleaned_data.items()}
        return {words: "" if value == OF_NO_USE else value for words, value in chosen.items()}


def remembered(grant: Grant) -> list[tuple[str, str]]:
    """What headings were said to mean, in words."""
    return [(each.heading, str(FIELDS.get(each.column, LEFT_OUT))) for each in remembered_columns(grant)]
