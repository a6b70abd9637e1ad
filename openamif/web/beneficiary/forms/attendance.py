"""The two halves of the attendance page: which activity on which day, and who came."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.register.models import Activity
from openamif.web.beneficiary.forms.events import CHOOSE
from openamif.web.components import formats
from openamif.web.day_fields import DayField, not_to_come
from openamif.web.doors import key_in
from openamif.web.number_fields import HoursField
from openamif.web.register_labels import FIELDS

HOURS_OF_A_DAY = Decimal(24)


class DayOfActivityForm(forms.Form):
    """It stands in the address, so that the page can be kept for tomorrow."""

    activity = forms.TypedChoiceField(label=FIELDS["activity"], coerce=int)
    day = DayField(label=FIELDS["happened_on"])

    def __init__(self, data: Mapping[str, Any], *, activities: Mapping[int, Activity], today: date) -> None:
        super().__init__({"day": today.isoformat()} | {key: data[key] for key in ("activity", "day") if data.get(key)})
        self.activities, self.today = activities, today
        offered = [(pk, str(activity)) for pk, activity in activities.items()]
        self.fields["activity"].choices = [("", CHOOSE), *offered]  # type: ignore[attr-defined]

    def clean_day(self) -> date:
        """Not to come."""
        return not_to_come(self.cleaned_data["day"], self.today)

    def clean(self) -> dict[str, Any]:
        """A day on which the activity was held."""
        said = super().clean() or {}
        day, activity = said.get("day"), self.activities.get(said.get("activity") or 0)
        if day and activity and not (activity.starts_on <= day <= (activity.ends_on or day)):
            self.add_error("day", outside_of(activity, day))
        return said


def outside_of(activity: Activity, day: date) -> str:
    """Between which days it lasts, in the words of the rule that the day breaks."""
    words = {"found_day": formats.day(day), "expected_starts_day": formats.day(activity.starts_on)}
    if activity.ends_on is None:
        return _("%(found_day)s is before the activity starts, on %(expected_starts_day)s.") % words
    words["expected_ends_day"] = formats.day(activity.ends_on)
    told = _(
        "%(found_day)s is outside the activity, which lasts from %(expected_starts_day)s to %(expected_ends_day)s."
    )
    return told % words


class AttendanceForm(forms.Form):
    """Who came: keys of participants. ``listed``: those on the page; whoever is listed and not present was absent."""

    hours = HoursField(label=gettext_lazy("Hours for each"), most=HOURS_OF_A_DAY)
    for_recorded = forms.BooleanField(
        label=gettext_lazy("Those ticked who are recorded already get these hours too"), required=False
    )
    reason = forms.CharField(label=gettext_lazy("Why is what is recorded changed?"), max_length=255, required=False)

    def __init__(self, data: QueryDict | None = None, *, hours: Decimal | None = None) -> None:
        super().__init__(data, initial={"hours": hours})

    def clean(self) -> dict[str, Any]:
        """Hours to give, where they are given to those recorded already."""
        said = super().clean() or {}
        if said.get("for_recorded") and said.get("hours", 0) is None:
            self.add_error("hours", _("Say how many hours those recorded already get."))
        return said

    def present(self) -> set[int]:
        """Whoever was ticked."""
        ticked = self.data.getlist("present") if isinstance(self.data, QueryDict) else []
        return {key_in(said) for said in ticked} - {0}

    def recorded_before(self) -> set[int]:
        """Whoever was shown as recorded."""
        return {key_in(said) for said in str(self.data.get("recorded", "")).split(",")} - {0}
