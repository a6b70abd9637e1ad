"""The forms of an import: the file, then what the document does not say of itself."""

from pathlib import PurePath
from typing import Any

from babel import Locale
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from openamif.web.official import reader_language

MEMBER_STATES = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "GR", "ES", "FI", "FR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)

TOO_LARGE = _("The file is larger than a programme can be (5 MB), so it was not kept.")


class UploadForm(forms.Form):
    """A text export of the Commission's system."""

    file = forms.FileField(
        label=_("Document"),
        widget=forms.FileInput({"accept": ".txt,text/plain"}),
        help_text=_("The national programme as SFC exported it, in plain text. Nothing is changed before you confirm."),
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_large:
            self.fields["file"].error_messages["required"] = TOO_LARGE

    def clean_file(self) -> "File[Any]":
        """By size and by content, not by what the name promises."""
        file: File[Any] = self.cleaned_data["file"]
        if b"\x00" in file.read():
            raise ValidationError(
                _(
                    "“%(name)s” is not plain text. Export the programme from SFC as text, "
                    "or save it as text from your word processor."
                ),
                params={"name": PurePath(str(file.name)).name},
            )
        file.seek(0)
        return file


class NewProgrammeForm(forms.Form):
    """Names the programme that begins with this document."""

    country = forms.ChoiceField(label=_("Member State"))
    title = forms.CharField(label=_("Name"), max_length=255, help_text=_("As it is to be called here."))
    cci = forms.CharField(label=_("CCI number"), max_length=17, required=False)
    number = forms.IntegerField(label=_("Version"), min_value=1, max_value=99, initial=1)
    working = forms.IntegerField(label=_("Working version"), min_value=0, max_value=99, initial=0)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        names = Locale(reader_language()).territories
        choices = [(code, str(names.get("GR" if code == "GR" else code, code))) for code in MEMBER_STATES]
        self.fields["country"].choices = sorted(choices, key=lambda each: each[1])  # type: ignore[attr-defined]


class NewProgramme2021Form(NewProgrammeForm):
    """Names a programme that begins with a workbook, which does not say the language of its texts either."""

    language = forms.ChoiceField(label=_("Language of the texts"), choices=settings.LANGUAGES)

    def __init__(self, data: Any = None) -> None:
        named = {"country": "BE", "title": "AMIF 2021-2027", "number": 1, "working": 0, "language": reader_language()}
        super().__init__(data, initial=named)
