"""Invented persons of the registers: names that nobody has, numbers whose check digits are right, always the same."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SYLLABLES = ("ba", "de", "fi", "go", "ha", "ki", "lu", "ma", "ne", "oro", "pe", "ra", "sa", "ti", "vo", "ya", "zi")
FIRST_BIRTH, DAYS_OF_BIRTHS = date(1948, 1, 1), 20_000
FIRST_MINOR, DAYS_OF_MINORS = date(2007, 3, 1), 1_800
CHECK, NEW_CENTURY = 97, 2000


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who takes part, as a beneficiary would write her down."""

    surname: str
    given_names: str
    born_on: date
    sex: str
    national_number: str


def invented(number: int, *, is_minor: bool = False) -> Invented:
    """The person of that number: one in three has a national number, one in thirty says no sex."""
    chance = Random(f"{number} {is_minor}")  # noqa: S311  (a play, the same every time)
    first, days = (FIRST_MINOR, DAYS_OF_MINORS) if is_minor else (FIRST_BIRTH, DAYS_OF_BIRTHS)
    born_on = first + timedelta(days=chance.randrange(days))
    sex = chance.choices(("female", "male", "other", ""), (54, 42, 1, 3))[0]
    names = [_name(chance) for _each in range(2)]
    return Invented(names[0], names[1], born_on, sex, national_number(born_on, number) if number % 3 == 0 else "")


def _name(chance: Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3)))).capitalize()


def national_number(born_on: date, number: int) -> str:
    """Eleven digits: the day of birth, a number of that day, and two digits that agree with them modulo 97."""
    first = f"{born_on:%y%m%d}{number % 997 + 1:03d}"
    whole = int(f"2{first}") if born_on.year >= NEW_CENTURY else int(first)
    return f"{first}{CHECK - whole % CHECK:02d}"
