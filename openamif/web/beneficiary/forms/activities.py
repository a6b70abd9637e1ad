"""The forms for activities, things delivered, and the choice of a day on which attendance is taken."""

import re
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openamif.grants.models import Grant
from openamif.register.facts import ActivityContent, OutputContent, output_content_of
from openamif.register.models import Activity, Output
from openamif.register.queries.forms import largest
from openamif.register.queries.found import activity_reference_in_use
from openamif.register.states import PARTICIPATIONS
from openamif.web.beneficiary.forms.events import CHOOSE, NOTHING_DIFFERS, reason_field
from openamif.web.beneficiary.forms.seen import SeenForm
from openamif.web.day_fields import DayField, not_to_come
from openamif.web.number_fields import HoursField, WholeField
from openamif.web.official import places_of
from openamif.web.register_labels import EVENT_KINDS, FIELDS, OUTPUT_KINDS, choices

NUTS, MOST_TYPED = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}"), 20
OF_AN_ACTIVITY = ("reference", "kind", "title", "starts_on", "ends_on", "planned_hours", "language", "location")
OF_AN_OUTPUT = ("kind", "name", "happened_on", "quantity")


class ActivityForm(SeenForm):
    """A course, a session, a consultation."""

    reference = forms.CharField(
        label=FIELDS["reference"], max_length=60, help_text=_("Short, as on your own lists, for example FR-A1-3.")
    )
    title = forms.CharField(label=FIELDS["title"], max_length=255)
    kind = forms.TypedChoiceField(
        label=FIELDS["kind"],
        coerce=int,
        choices=choices({kind: EVENT_KINDS[kind] for kind in PARTICIPATIONS}, blank=CHOOSE),
    )
    starts_on = DayField(label=FIELDS["starts_on"])
    ends_on = DayField(label=FIELDS["ends_on"], required=False)
    planned_hours = HoursField(
        label=FIELDS["planned_hours"], most=largest(Activity, "planned_hours"), help_text=_("In the whole activity.")
    )
    language = forms.ChoiceField(
        label=FIELDS["language"], required=False, help_text=_("Of a language course."),
        choices=[("", pgettext_lazy("a language", "None")), *((code, name) for code, name in settings.LANGUAGES)],
    )  # fmt: skip
    location = forms.CharField(
        label=FIELDS["location"],
        required=False,
        max_length=MOST_TYPED,
        help_text=_("A code of NUTS, for example BE1 or BE211."),
    )

    def __init__(self, data: Any = None, *, grant: Grant, activity: Activity | None = None) -> None:
        super().__init__(data, initial={name: getattr(activity, name) for name in OF_AN_ACTIVITY} if activity else {})
        if not activity:
            self.initial["location"] = grant.location
        if places := dict(places_of(grant.programme.country, grant.programme.period)):
            if before := self.initial["location"]:
                places.setdefault(before, before)
            offered = [("", CHOOSE), *places.items()]
            self.fields["location"] = forms.ChoiceField(label=FIELDS["location"], required=False, choices=offered)
        self.grant, self.activity = grant, activity

    def clean_reference(self) -> str:
        """Its own within the grant."""
        reference: str = self.cleaned_data["reference"]
        if activity_reference_in_use(self.grant, reference, but=self.activity):
            raise forms.ValidationError(_("Another activity of this grant has this reference already."))
        return reference

    def clean_location(self) -> str:
        """In capitals, as the code is written."""
        code: str = self.cleaned_data["location"].upper()
        if code and not NUTS.fullmatch(code):
            told = _("“%(found)s” is no code of NUTS: write two letters and at most three signs, as BE1 or BE211.")
            raise forms.ValidationError(told, params={"found": code})
        return code

    def content(self) -> ActivityContent:
        """What was said, as one value."""
        return ActivityContent(**{name: self.cleaned_data[name] for name in OF_AN_ACTIVITY})


class OutputForm(forms.Form):
    """Something delivered."""

    kind = forms.ChoiceField(label=FIELDS["kind"], choices=choices(OUTPUT_KINDS, blank=CHOOSE))
    name = forms.CharField(
        label=FIELDS["name"],
        max_length=255,
        help_text=_("Which one. Two lines with the same name are the same thing."),
    )
    happened_on = DayField(label=FIELDS["happened_on"])
    quantity = WholeField(label=FIELDS["quantity"], least=1, most=10**9, initial=1)

    def __init__(
        self,
        data: Any = None,
        *,
        today: date,
        output: Output | None = None,
    ) -> None:
        super().__init__(data, initial={name: getattr(output, name) for name in OF_AN_OUTPUT} if output else {})
        self.today, self.output = today, output
        if output:
            self.fields["reason"] = reason_field()

    def clean_happened_on(self) -> date:
        """Not to come."""
        return not_to_come(self.cleaned_data["happened_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """A correction says something else."""
        said = super().clean() or {}
        if self.output and not self.errors and self.content() == output_content_of(self.output):
            raise forms.ValidationError(NOTHING_DIFFERS)
        return said

    def content(self) -> OutputContent:
        """What was said, as one value."""
        return OutputContent(**{name: self.cleaned_data[name] for name in OF_AN_OUTPUT})
