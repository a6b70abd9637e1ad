"""Record who came to an activity on a day, take back whoever did not, and correct the hours of those recorded."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import ReasonMissing
from openamif.register import policy
from openamif.register.actions.correct_event import correct_event
from openamif.register.actions.record_events import record_events
from openamif.register.facts import EventContent
from openamif.register.models import Activity
from openamif.register.queries.attendance import everybody_of, recorded_on


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many were recorded and taken back; ``subjects``: whose figures may have changed.

    Of those recorded with other hours than those said now: ``hours_given`` to so many, ``of_other_hours`` keep theirs.
    """

    recorded: int
    taken_back: int
    subjects: tuple[int, ...]
    hours_given: int = 0
    of_other_hours: int = 0

    @property
    def changed(self) -> int:
        """How many records are new or changed."""
        return self.recorded + self.taken_back + self.hours_given


@transaction.atomic
def record_attendance(
    activity: Activity,
    *,
    day: date,
    present: Collection[int],
    absent: Collection[int],
    corrected: Collection[int] = (),
    hours: Decimal | None,
    reason: str,
    by: Person,
) -> Attendance:
    """``present``, ``absent``: keys of participants. Who is recorded stays as she is: twice changes nothing.

    ``corrected``: of those present, who gets these hours though others are recorded. Raises ReasonMissing where
    somebody who is recorded shall be absent or get other hours, and no reason is given.
    """
    grant = Grant.objects.locked(activity.grant_id)
    require(policy.can_fill_register(by, grant))
    recorded = recorded_on(activity, day)
    back = [recorded[key] for key in absent if key in recorded and key not in present]
    others = [recorded[key] for key in present if key in recorded and hours not in (None, recorded[key].hours)]
    mended = [event for event in others if event.participant_id in corrected]
    if (back or mended) and not reason:
        raise ReasonMissing("record_attendance")
    wanted = [key for key in present if key not in recorded]
    subjects = dict(everybody_of(activity).filter(pk__in=[*wanted, *absent]).values_list("pk", "subject"))
    new = [EventContent(key, activity.kind, day, activity.pk, hours) for key in wanted if key in subjects]
    number = record_events(grant, new, by=by)
    for event in back:
        correct_event(event, None, reason=reason, by=by)
    for event in mended:
        right = EventContent(event.participant_id, activity.kind, day, activity.pk, hours)
        correct_event(event, right, reason=reason, by=by)
    changed = {subjects[key] for key in (*wanted, *(event.participant_id for event in back)) if key in subjects}
    return Attendance(number, len(back), tuple(sorted(changed)), len(mended), len(others) - len(mended))
