"""The roll of an activity on a day: who is listed, who is ticked, who is recorded already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.http import urlencode

from openamif.register.models import Activity, Event, Participant
from openamif.register.queries.attendance import everybody_of, group_of, recorded_on, sessions_of, some_of, usual_hours
from openamif.web.beneficiary.forms.attendance import HOURS_OF_A_DAY, AttendanceForm
from openamif.web.components import formats
from openamif.web.components.shapes import Link
from openamif.web.doors import key_in

A_PAGE, SESSIONS = 400, 8
EVERYBODY, GROUP = "all", "group"


@dataclass(frozen=True, slots=True)
class Present:
    """A line of the roll."""

    pk: int
    reference: str
    ticked: bool
    recorded: bool
    hours: str


@dataclass(frozen=True, slots=True)
class Roll:
    """``who``: the group (whoever came before) or everybody of the grant; ``words``: what is looked for.

    ``new``: the keys of those just entered, who are listed first.
    """

    activity: Activity
    day: date
    who: str
    words: str
    lines: Sequence[Present]
    page: Page[Participant]
    form: AttendanceForm
    new: str = ""

    @property
    def recorded(self) -> str:
        """The keys of those recorded, as the form carries them."""
        return ",".join(str(line.pk) for line in self.lines if line.recorded)

    @property
    def ticked(self) -> int:
        """How many are ticked."""
        return sum(line.ticked for line in self.lines)

    @property
    def is_narrowed(self) -> bool:
        """Whether not everybody of the grant is listed."""
        return self.who == GROUP or bool(self.words)

    def bounced(self, form: AttendanceForm, present: set[int]) -> "Roll":
        """As it was sent in, with what is wrong."""
        lines = [replace(line, ticked=line.pk in present) for line in self.lines]
        return replace(self, lines=lines, form=form)


@dataclass(frozen=True, slots=True)
class WayBack:
    """From where somebody new is entered to the list that she was missing on; ``new``: keys of those entered there."""

    grant_pk: int
    activity: str
    day: str
    new: tuple[str, ...] = ()

    def with_one(self, pk: int) -> "WayBack":
        """Listed and ticked with the others."""
        return replace(self, new=(*self.new, str(pk)))

    @property
    def query(self) -> str:
        """As addresses carry it."""
        said = {"activity": self.activity, "day": self.day, "new": ",".join(self.new)}
        return urlencode({key: words for key, words in said.items() if words})

    @property
    def list_url(self) -> str:
        """The list, those entered ticked."""
        return f"{reverse('beneficiary:attendance', args=[self.grant_pk])}?{self.query}"

    @property
    def enter_url(self) -> str:
        """The page that enters one."""
        return f"{reverse('beneficiary:participant_enter', args=[self.grant_pk])}?{self.query}"


def way_back(grant_pk: int, said: Mapping[str, Any]) -> WayBack | None:
    """What the address says; None where somebody is entered for no list."""
    activity, day, new = (str(said.get(key, "")) for key in ("activity", "day", "new"))
    return WayBack(grant_pk, activity, day, tuple(filter(None, new.split(",")))) if activity and day else None


def roll_of(activity: Activity, day: date, said: Mapping[str, Any]) -> Roll:
    """Whoever came before is listed and ticked; on a day that has records, those recorded are ticked."""
    recorded, words = recorded_on(activity, day), str(said.get("q", "")).replace("\0", "")
    who = EVERYBODY if said.get("who") == EVERYBODY else GROUP
    paginator = Paginator(group_of(activity, words=words), A_PAGE)
    if who == EVERYBODY or not (words or paginator.count):
        who, paginator = EVERYBODY, Paginator(everybody_of(activity, words=words), A_PAGE)
    page = paginator.get_page(said.get("page"))
    all_present = who == GROUP and not recorded and said.get("start") != "none"
    new = just_entered(activity, str(said.get("new", "")))
    listed = [*new.values(), *(each for each in page if each.pk not in new)]
    lines = [line_of(each, recorded.get(each.pk), ticked=all_present or each.pk in new) for each in listed]
    form = AttendanceForm(hours=hours_of(activity, recorded))
    return Roll(activity, day, who, words, lines, page, form, ",".join(map(str, new)))


def just_entered(activity: Activity, keys: str) -> dict[int, Participant]:
    """Those of the grant with these keys, in the order of their references."""
    said = {key_in(key) for key in keys.split(",")} - {0}
    return {each.pk: each for each in some_of(activity, said)[:A_PAGE]} if said else {}


def line_of(participant: Participant, event: Event | None, *, ticked: bool) -> Present:
    """A participant, ticked where she is recorded, or where all are to begin with."""
    hours = formats.count(event.hours) if event and event.hours is not None else ""
    return Present(participant.pk, participant.local_reference, ticked or event is not None, event is not None, hours)


def hours_of(activity: Activity, recorded: Mapping[int, Event]) -> Decimal | None:
    """Those of the day, else of the last time, else what is planned: the first that fits into a day.

    A file may say the hours of a whole activity at once.
    """
    today = next((event.hours for event in recorded.values() if event.hours is not None), None)
    said = (today, usual_hours(activity), activity.planned_hours)
    return next((hours for hours in said if hours is not None and hours <= HOURS_OF_A_DAY), None)


def sessions_as_links(activity: Activity, day: date) -> list[Link]:
    """The last days, each with how many came."""
    address = reverse("beneficiary:attendance", args=[activity.grant_id])
    return [
        Link(
            f"{formats.day(each.day, length='medium')}: {formats.count(each.present)}",
            f"{address}?{urlencode({'activity': str(activity.pk), 'day': each.day.isoformat()})}",
        )
        for each in sessions_of(activity, most=SESSIONS)
        if each.day != day
    ]
