"""What a report asks beside its texts: a file, a signature, an answer, a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.reports.states import AttachmentKind
from openamif.web.components import formats
from openamif.web.labels import ATTACHMENT_KINDS

ACCEPTED = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt"
LONGEST = 3000


class FileForm(forms.Form):
    """A file to attach, what it shows, and a word on it."""

    file = forms.FileField(label=_("File"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ACCEPTED}))
    kind = forms.ChoiceField(
        label=_("What it shows"), choices=[(str(kind), ATTACHMENT_KINDS[kind]) for kind in AttachmentKind]
    )
    caption = forms.CharField(label=_("In a few words"), required=False, max_length=255)

    def __init__(self, *args: Any, too_large_for: int | None = None, **kwargs: Any) -> None:
        """``too_large_for``: the most that is taken, in bytes, where a larger file came and was not kept."""
        super().__init__(*args, **kwargs)
        if too_large_for:
            self.fields["file"].error_messages["required"] = _(
                "The file is larger than %(most)s. Pictures can be made smaller; a PDF can be split."
            ) % {"most": formats.size(too_large_for)}


class SignForm(forms.Form):
    """The declaration that is signed."""

    declared = forms.BooleanField(
        label=_(
            "I declare that what this report says is true and complete, and that its figures come from records that "
            "can be checked."
        ),
        error_messages={"required": _("The report can only be sent with this declaration.")},
    )


class AnswerForm(forms.Form):
    """An answer to the authority."""

    answer = forms.CharField(
        label=_("Your answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}), strip=True
    )


class ReasonForm(forms.Form):
    """Why something is done; the reason is kept and shown."""

    reason = forms.CharField(label=_("Reason"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = help_text
