"""Record who came to an activity on a day, and take back whoever did not."""

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

    ``of_other_hours``: how many are present and were recorded before with other hours than those said now, which stay.
    """

    recorded: int
    taken_back: int
    subjects: tuple[int, ...]
    of_other_hours: int = 0


@transaction.atomic
def record_attendance(
    activity: Activity,
    *,
    day: date,
    present: Collection[int],
    absent: Collection[int],
    hours: Decimal | None,
    reason: str,
    by: Person,
) -> Attendance:
    """``present``, ``absent``: keys of participants. Who is recorded already stays as she is: twice changes nothing.

    Raises ReasonMissing where somebody who is recorded shall be absent and no reason is given.
    """
    grant = Grant.objects.locked(activity.grant_id)
    require(policy.can_fill_register(by, grant))
    recorded = recorded_on(activity, day)
    back = [recorded[key] for key in absent if key in recorded and key not in present]
    if back and not reason:
        raise ReasonMissing("record_attendance")
    wanted = [key for key in present if key not in recorded]
    subjects = dict(everybody_of(activity).filter(pk__in=[*wanted, *absent]).values_list("pk", "subject"))
    new = [EventContent(key, activity.kind, day, activity.pk, hours) for key in wanted if key in subjects]
    number = record_events(grant, new, by=by)
    for event in back:
        correct_event(event, None, reason=reason, by=by)
    changed = {subjects[key] for key in (*wanted, *(event.participant_id for event in back)) if key in subjects}
    kept = [recorded[key] for key in present if key in recorded]
    others = sum(hours is not None and event.hours != hours for event in kept)
    return Attendance(number, len(back), tuple(sorted(changed)), others)
