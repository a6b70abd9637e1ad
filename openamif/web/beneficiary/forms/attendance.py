"""The two halves of the attendance page: which activity on which day, and who came."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from openamif.register.models import Activity
from openamif.web.beneficiary.forms.events import CHOOSE
from openamif.web.beneficiary.forms.numbers import HoursField
from openamif.web.doors import key_in
from openamif.web.fields import DayInput
from openamif.web.register_labels import FIELDS

HOURS_OF_A_DAY = Decimal(24)


class DayOfActivityForm(forms.Form):
    """It stands in the address, so that the page can be kept for tomorrow."""

    activity = forms.TypedChoiceField(label=FIELDS["activity"], coerce=int)
    day = forms.DateField(label=FIELDS["happened_on"], widget=DayInput)

    def __init__(self, data: Mapping[str, Any], *, activities: Mapping[int, Activity], today: date) -> None:
        super().__init__({"day": today.isoformat()} | {key: data[key] for key in ("activity", "day") if data.get(key)})
        self.activities, self.today = activities, today
        offered = [(pk, str(activity)) for pk, activity in activities.items()]
        self.fields["activity"].choices = [("", CHOOSE), *offered]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A day on which the activity was held, not to come."""
        said = super().clean() or {}
        day, activity = said.get("day"), self.activities.get(said.get("activity") or 0)
        if day and day > self.today:
            self.add_error("day", _("This day is still to come."))
        elif day and activity and day < activity.starts_on:
            self.add_error("day", _("The activity had not begun yet on this day."))
        elif day and activity and activity.ends_on and day > activity.ends_on:
            self.add_error("day", _("The activity was over on this day."))
        return said


class AttendanceForm(forms.Form):
    """Who came: keys of participants. ``listed``: those on the page; whoever is listed and not present was absent."""

    hours = HoursField(label=_("Hours for each"), most=HOURS_OF_A_DAY)
    reason = forms.CharField(label=_("Why is somebody recorded taken back?"), max_length=255, required=False)

    def __init__(self, data: QueryDict | None = None, *, hours: Decimal | None = None) -> None:
        super().__init__(data, initial={"hours": hours})

    def present(self) -> set[int]:
        """Whoever was ticked."""
        ticked = self.data.getlist("present") if isinstance(self.data, QueryDict) else []
        return {key_in(said) for said in ticked} - {0}

    def recorded_before(self) -> set[int]:
        """Whoever was shown as recorded."""
        return {key_in(said) for said in str(self.data.get("recorded", "")).split(",")} - {0}
