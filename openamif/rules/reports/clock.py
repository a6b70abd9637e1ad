"""How long the authority has for a report: days from its submission, without those on which it waited for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openamif.law import figure


@dataclass(frozen=True, slots=True)
class Stop:
    """A question asked, and answered on a day or not yet."""

    asked_on: date
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """``days``: allowed; ``used``: gone by; ``stopped``: stood still; ``due_on``: the last day as it is now."""

    started_on: date
    due_on: date
    days: int
    used: int
    stopped: int
    is_stopped: bool

    @property
    def left(self) -> int:
        """Days left; negative once it is late."""
        return self.days - self.used


def examination(
    submitted_on: date, stops: Sequence[Stop], *, period: str, on: date, decided_on: date | None = None
) -> Clock:
    """Where the clock stands on a day; from the day of the decision on it says how long that took."""
    days = int(figure("report_clocks.examination_days", on=submitted_on, period=period).number)
    until = decided_on or on
    stopped = sum((min(stop.answered_on or until, until) - stop.asked_on).days for stop in stops)
    return Clock(
        started_on=submitted_on,
        due_on=submitted_on + timedelta(days=days + stopped),
        days=days,
        used=max((until - submitted_on).days - stopped, 0),
        stopped=stopped,
        is_stopped=decided_on is None and any(stop.answered_on is None for stop in stops),
    )


def answer_by(asked_on: date, *, period: str) -> date:
    """The day by which an answer is expected where the authority names no other."""
    days = int(figure("report_clocks.clarification_days", on=asked_on, period=period).number)
    return asked_on + timedelta(days=days)
