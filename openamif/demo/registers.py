"""The registers of the grants: activities, persons who come, tests, answers, outcomes, things delivered.

Each register is filled as a beneficiary fills it, by a file of separated values; names in it are turned into codes.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from random import Random

from openamif.demo.declared import ON_PAPER, play_on_paper
from openamif.demo.invented import Invented, invented
from openamif.demo.lives import Life, life_of
from openamif.demo.words import language_of, said
from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.register.actions.confirm_import import confirm_import
from openamif.register.actions.enter_activity import enter_activity
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.read_file import read_file
from openamif.register.actions.record_output import record_output
from openamif.register.actions.store_import import store_import
from openamif.register.facts import ActivityContent, OutputContent
from openamif.register.states import EventKind, ImportState, Level
from openamif.reports.actions.count_tallies import count_tallies
from openamif.web.register_form import the_register_form
from openamif.workbooks import Form

COLUMNS = (
    *("local_reference", "national_number", "surname", "given_names", "born_on", "sex", "nationality_group"),
    *("standing", "vulnerable", "unaccompanied_minor", "activity", "kind", "happened_on", "hours", "value"),
    "instrument",
)
FEWEST, MOST, KNOWN_ELSEWHERE, MONTH = 6, 110, 10, timedelta(days=30)
WITHOUT_YEAR, SPELT_OTHERWISE = 37, 6
TESTS, TEST_USED, WITHOUT_TEST_USED = ("entry_test", "exit_test"), "TCF", 9
ADVANCE = (55, 118)
"""How far a grant is by the share of its time that is over, in percent."""
Line = dict[str, object]


def play_registers(programme: Programme, keepers: Mapping[int, Person], *, on: date) -> None:
    """Of every grant that was signed; then the figures of the programme."""
    form = the_register_form()
    grants = Grant.objects.filter(programme=programme).exclude(state=GrantState.DRAFT).prefetch_related("targets")
    for place, grant in enumerate(grants.select_related("programme", "beneficiary").order_by("pk")):
        if grant.reference in ON_PAPER:
            play_on_paper(grant, by=keepers[grant.pk])
        else:
            _play_register(Register(grant, life_of(grant), place, on), form, by=keepers[grant.pk])
    count_tallies(programme)


@dataclass(frozen=True, slots=True)
class Register:
    """A grant, what happens in grants of its kind, its place among them, and the day of the play."""

    grant: Grant
    life: Life
    place: int
    on: date

    def chance(self, what: str) -> Random:
        """Always the same for the same grant and question."""
        return Random(f"{self.grant.reference} {what}")  # noqa: S311  (a play, the same every time)

    @property
    def last_on(self) -> date:
        """The last day on which something can have happened."""
        return min(self.grant.ends_on, self.on - timedelta(days=2))

    @property
    def persons(self) -> int:
        """As many as its target and its time let one expect, give or take."""
        targets = [target.target for target in self.grant.targets.all() if target.indicator == self.life.indicator]
        whole = (self.grant.ends_on - self.grant.starts_on).days
        over = max((self.last_on - self.grant.starts_on).days, 0)
        advance = self.chance("advance").randint(*ADVANCE)
        expected = int((targets[0] if targets else Decimal(self.life.usual)) * over * advance / whole / 100)
        return min(max(expected, FEWEST), MOST) if over > 2 * MONTH.days else FEWEST


def _play_register(register: Register, form: Form, *, by: Person) -> None:
    grant = register.grant
    if register.last_on <= grant.starts_on + MONTH:
        return
    told_in = language_of(grant.beneficiary.name)
    for number, (kind, title) in enumerate(register.life.activities, start=1):
        ends_on = None if kind == EventKind.TRAINING else grant.ends_on  # a training is over for each on her last day
        language = told_in if kind == EventKind.LANGUAGE_COURSE else ""
        content = ActivityContent(
            f"A{number}",
            kind,
            said(title, told_in),
            grant.starts_on,
            ends_on,
            Decimal(register.life.hours),
            language,
            grant.location,
        )
        enter_activity(grant, content, by=by, on=register.on)
    for output in _outputs(register):
        record_output(grant, output, by=by, on=register.on)
    if register.life.activities:
        _store(grant, list(_lines(register)), form, by=by)


def _outputs(register: Register) -> Iterator[OutputContent]:
    days = (register.last_on - register.grant.starts_on).days
    told_in = language_of(register.grant.beneficiary.name)
    for kind, name, number, quantity in register.life.outputs:
        for each in range(number):
            day = register.grant.starts_on + timedelta(days=days * (each + 1) // (number + 1))
            yield OutputContent(kind, f"{said(name, told_in)} {each + 1}", day, quantity)


def _lines(register: Register) -> Iterator[Line]:
    """Everything that happens to everybody, in the order in which they come."""
    days = (register.last_on - register.grant.starts_on).days - 1
    chance = register.chance("persons")
    for number in range(register.persons):
        is_minor = register.life.is_for_minors
        is_known = number % KNOWN_ELSEWHERE == 0
        person = invented(number if is_known else 1000 * (register.place + 1) + number, is_minor=is_minor)
        begins = register.grant.starts_on + timedelta(days=chance.randrange(max(days, 1)))
        told = _person(register, person, number) | _badly_told(register, person, number)
        for happening in register.life.happenings(chance, begins):
            if happening.day <= register.last_on:
                value = happening.value
                if isinstance(value, Level):
                    value = value.name
                kind = EventKind(happening.kind).name.lower()
                yield {
                    **told,
                    "activity": happening.activity,
                    "kind": kind,
                    "happened_on": happening.day.isoformat(),
                    "hours": happening.hours,
                    "value": value,
                    "instrument": TEST_USED if kind in TESTS and number % WITHOUT_TEST_USED else "",
                }


def _person(register: Register, person: Invented, number: int) -> Line:
    return {
        "local_reference": f"{register.place + 1:02d}-{number + 1:04d}",
        "national_number": person.national_number,
        "surname": person.surname,
        "given_names": person.given_names,
        "born_on": person.born_on.isoformat(),
        "sex": person.sex,
        "nationality_group": "third_country",
        "standing": register.life.standing,
        "vulnerable": "yes" if register.life.is_for_minors or number % 9 == 4 else "no",
        "unaccompanied_minor": "yes" if register.life.is_for_minors else "no",
    }


def _badly_told(register: Register, person: Invented, number: int) -> Line:
    """What real files lack now and then: a year of birth; a number, and a name spelt as elsewhere."""
    if number % WITHOUT_YEAR == 2:
        return {"national_number": "", "born_on": ""}
    if number == KNOWN_ELSEWHERE and register.place % SPELT_OTHERWISE == 0:
        return {"national_number": "", "surname": f"{person.surname}{person.surname[-1]}"}
    return {}


def _store(grant: Grant, lines: list[Line], form: Form, *, by: Person) -> None:
    written = StringIO()
    table = csv.DictWriter(written, COLUMNS, restval="")
    table.writeheader()
    table.writerows(lines)
    upload = keep_file(grant, written.getvalue().encode(), name=f"{slug_of(grant)}.csv", by=by)
    upload = read_file(upload, form=form)
    if upload.state != ImportState.READ or upload.result.get("error_count"):
        raise ValueError(f"the play is not lawful: {grant.reference} {upload.result}")
    store_import(confirm_import(upload, by=by))


def slug_of(grant: Grant) -> str:
    """A name for its files."""
    return f"register-{grant.reference.replace('/', '-')}"
