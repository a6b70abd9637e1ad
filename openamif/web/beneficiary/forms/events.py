"""The forms for what happened to a participant: each kind of event asks for what it needs and nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from openamif.register.facts import EventContent, event_content_of
from openamif.register.models import Activity, Event
from openamif.register.queries.forms import largest
from openamif.register.states import ANSWERS, ASSESSMENTS, PARTICIPATIONS, EventKind
from openamif.web.day_fields import DayField, not_to_come
from openamif.web.number_fields import HoursField
from openamif.web.register_labels import ANSWERS as ANSWER_LABELS
from openamif.web.register_labels import FIELDS, LEVELS

CHOOSE = _("Choose…")
NOTHING_DIFFERS = _("Nothing differs from what stands: say what is to be otherwise, or go back.")


class EventForm(forms.Form):
    """``kind`` 0: she took part in an activity, whose kind then is that of the event."""

    happened_on = DayField(label=FIELDS["happened_on"])

    def __init__(
        self,
        data: Any = None,
        *,
        kind: int,
        activities: Iterable[Activity],
        today: date,
        event: Event | None = None,
    ) -> None:
        super().__init__(data, initial=initial_of(event) if event else {"happened_on": today})
        self.kind, self.today = kind, today
        self.activities = {activity.pk: activity for activity in activities}
        takes_part = not kind or kind in PARTICIPATIONS
        if takes_part:
            self.fields["activity"] = self.choice_of_activity(required=True)
            self.fields["hours"] = HoursField(label=FIELDS["hours"], most=largest(Event, "hours"))
        elif kind in ASSESSMENTS:
            self.fields["value"] = choice_of(FIELDS["level"], LEVELS)
            self.fields["instrument"] = forms.CharField(label=FIELDS["instrument"], max_length=60, required=False)
            self.fields["activity"] = self.choice_of_activity(only=EventKind.LANGUAGE_COURSE)
        elif kind in ANSWERS:
            self.fields["value"] = choice_of(FIELDS["answer"], ANSWER_LABELS)
            self.fields["activity"] = self.choice_of_activity()
        if "activity" in self.fields:
            self.order_fields(["activity", "happened_on", "hours", "value", "instrument"])

    def choice_of_activity(self, *, required: bool = False, only: int | None = None) -> forms.TypedChoiceField:
        """Those of the grant; ``only``: of this kind."""
        offered = [(each.pk, str(each)) for each in self.activities.values() if only is None or each.kind == only]
        blank = CHOOSE if required else pgettext("an activity", "None")
        return forms.TypedChoiceField(
            label=FIELDS["activity"], choices=[("", blank), *offered], coerce=int, empty_value=None, required=required
        )

    def clean_happened_on(self) -> date:
        """Not to come."""
        return not_to_come(self.cleaned_data["happened_on"], self.today)

    def content(self, participant_pk: int) -> EventContent:
        """What was said, as one value."""
        said = self.cleaned_data
        activity = self.activities.get(said.get("activity") or 0)
        return EventContent(
            participant_pk=participant_pk,
            kind=self.kind or (activity.kind if activity else 0),
            happened_on=said["happened_on"],
            activity_pk=activity.pk if activity else None,
            hours=said.get("hours"),
            value=said.get("value"),
            instrument=said.get("instrument", ""),
        )


class CorrectionForm(EventForm):
    """What an event should have said, and why it is corrected."""

    def __init__(self, *args: Any, event: Event, **said: Any) -> None:
        super().__init__(*args, event=event, **said)
        self.event = event
        self.fields["reason"] = reason_field()

    def clean(self) -> dict[str, Any]:
        """Something is to be otherwise."""
        said = super().clean() or {}
        if not self.errors and self.content(self.event.participant_id) == event_content_of(self.event):
            raise forms.ValidationError(NOTHING_DIFFERS)
        return said


class VoidForm(forms.Form):
    """Why something recorded did not happen."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="void")
        self.fields["reason"] = reason_field()


def reason_field() -> forms.CharField:
    """Why something recorded is corrected; it is kept with both."""
    return forms.CharField(
        label=FIELDS["reason"],
        max_length=255,
        help_text=_("What was recorded stays visible, struck through, with this reason beside it."),
    )


def choice_of(label: Any, labels: dict[int, Any]) -> forms.TypedChoiceField:
    """One of a few values."""
    return forms.TypedChoiceField(label=label, choices=[("", CHOOSE), *labels.items()], coerce=int)


def initial_of(event: Event) -> dict[str, Any]:
    """What the form shows of an event."""
    names = ("happened_on", "hours", "value", "instrument")
    return {name: getattr(event, name) for name in names} | {"activity": event.activity_id}
