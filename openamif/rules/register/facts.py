"""What the rules know of a grant and of what is about to be written into its register."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Grant:
    """``ends_on``: the day on which it was over, else the one agreed."""

    period: str
    starts_on: date
    ends_on: date
    is_signed: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """How somebody is described. ``is_taken``: another participant of the grant has her reference."""

    birth_year: int | None = None
    standing: str = ""
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class Activity:
    """``is_taken``: another activity of the grant has its reference.

    ``first_on``, ``last_on``: of the days on which somebody took part already.
    """

    starts_on: date
    ends_on: date | None = None
    is_taken: bool = False
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to somebody. ``family``: participation, test, answer or outcome; ``kind``: its own word.

    ``activity_kind``: ``""`` where no activity is named. ``entered_on``, ``left_on``: the days of her first test at
    entry and of her last one at exit, this one included; ``training_ended_on``: when the last training that she took
    part in was over. ``is_known_value``: it is a level of the scale, or yes or no.
    """

    kind: str
    family: str
    day: date
    value: int | None = None
    is_known_value: bool = True
    hours: Decimal | None = None
    instrument: str = ""
    activity_kind: str = ""
    activity_starts_on: date | None = None
    activity_ends_on: date | None = None
    birth_year: int | None = None
    standing: str = ""
    entered_on: date | None = None
    left_on: date | None = None
    training_ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """Something delivered."""

    kind: str
    day: date
    quantity: int = 1
