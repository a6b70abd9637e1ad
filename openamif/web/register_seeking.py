"""What is looked for among the participants of a register; it stands in the address. By reference, or by pseudonym."""

from dataclasses import replace

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from openamif.grants.models import Grant
from openamif.register.models import Participant
from openamif.register.queries.found import activities_with_attendance
from openamif.register.queries.lists import participants_found
from openamif.register.queries.long_lists import LongList
from openamif.register.queries.seeking import Asked
from openamif.web.register_labels import FIELDS, LACKS, SEXES, STANDINGS, choices
from openamif.web.seeking import SeekingForm

ALL = _("All")
NOBODY = 0


class SoughtForm(SeekingForm):
    """By description, activity, and what is missing; ``q``, which comes first, by what each door calls participants."""

    field_order = ("q",)
    by_pseudonym = False

    activity = forms.TypedChoiceField(label=FIELDS["activity"], required=False, coerce=int, empty_value=None)
    sex = forms.ChoiceField(label=FIELDS["sex"], required=False, choices=choices(SEXES, blank=ALL))
    standing = forms.ChoiceField(label=FIELDS["standing"], required=False, choices=choices(STANDINGS, blank=ALL))
    lacks = forms.ChoiceField(
        label=_("What is missing"), required=False, choices=choices(LACKS, blank=_("Whether complete or not"))
    )

    def __init__(self, data: QueryDict, grant: Grant) -> None:
        super().__init__(data)
        self.grant = grant
        offered = [(activity.pk, str(activity)) for activity in activities_with_attendance(grant)]
        self.fields["activity"].choices = [("", pgettext("activities", "All")), *offered]  # type: ignore[attr-defined]
        self.is_valid()

    def asked(self) -> Asked:
        """What cannot be understood is left out here, and nothing is found then."""
        said = self.cleaned_data
        return Asked(
            sex=said.get("sex", ""),
            standing=said.get("standing", ""),
            activity=said.get("activity"),
            lacks=said.get("lacks", ""),
        )

    def found(self) -> LongList[Participant]:
        """The participants as sought; none where a part of the question was not understood."""
        asked = Asked(subject=NOBODY) if self.errors else self.asked()
        return participants_found(self.grant, asked, by_pseudonym=self.by_pseudonym)

    @property
    def narrows(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.errors) or self.narrows_by_more or bool(self.cleaned_data.get("q"))

    @property
    def narrows_by_more(self) -> bool:
        """Whether anything is looked for that is folded away, also what the list does not know: that is told there."""
        sought = {name for name, value in self.cleaned_data.items() if value not in ("", None)}
        return bool(sought.union(self.errors) - {"q"})


class SoughtByReference(SoughtForm):
    """By the beneficiary's own reference: for its people alone."""

    q = forms.CharField(label=FIELDS["local_reference"], required=False, max_length=60)

    def asked(self) -> Asked:
        """With words of the reference."""
        return replace(super().asked(), words=self.cleaned_data.get("q", ""))


class SoughtByPseudonym(SoughtForm):
    """By pseudonym: for everybody else who may see the register."""

    by_pseudonym = True
    q = forms.RegexField(r"^[Pp]?\d{1,12}$", label=_("Pseudonym"), required=False)

    def asked(self) -> Asked:
        """With the pseudonym, written ``P12`` or ``12``."""
        pseudonym = self.cleaned_data.get("q", "").lstrip("Pp")
        return replace(super().asked(), subject=int(pseudonym) if pseudonym else None)
