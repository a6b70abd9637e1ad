"""Registers made by the million: persons in grants, what happened to them, in rows written past every action.

The same seed makes the same register. A quarter of the persons take part in a second grant; one in seven of a language
course passes both tests; one event in two hundred is corrected. Imported only once Django is set up.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from statistics import median
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from bench.measure import medians
from bench.pages import queries
from bench.site import visit
from openamif.grants.models import Grant
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.register.actions.write_rows import write_rows
from openamif.register.models import Activity, Event, Participant, Subject
from openamif.register.states import EventKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.follow_register import follow_register
from openamif.reports.queries.counting import book_of, standings_of
from openamif.reports.queries.profiles import Asked
from openamif.reports.queries.values import counted

START, DAYS = date(2021, 7, 15), 1600
OBJECTIVES = ("SO1", "SO2", "SO2", "SO2", "SO3", "SO4")
REGIONS = ("BE10", "BE21", "BE22", "BE23", "BE24", "BE25", "BE31", "BE32", "BE33", "BE34", "BE35", "BE1", "")
KINDS = {
    "SO1": (
        EventKind.PROCEDURE_ASSISTANCE,
        EventKind.LEGAL_ASSISTANCE,
        EventKind.RECEPTION_SUPPORT,
        EventKind.TRAINING,
    ),
    "SO2": (
        *(EventKind.LANGUAGE_COURSE, EventKind.LANGUAGE_COURSE, EventKind.CIVIC_ORIENTATION),
        *(EventKind.PROFESSIONAL_GUIDANCE, EventKind.HOUSING_ADVICE, EventKind.SOCIAL_SUPPORT),
    ),
    "SO3": (EventKind.REINTEGRATION_ASSISTANCE, EventKind.RETURN_COUNSELLING, EventKind.TRAINING),
    "SO4": (EventKind.PRE_DEPARTURE, EventKind.TRAINING),
}
OUTCOMES = {
    "SO1": (EventKind.FOUND_USEFUL, EventKind.USES_SKILLS),
    "SO2": (EventKind.FOUND_HELPFUL, EventKind.APPLIED_FOR_RECOGNITION, EventKind.APPLIED_FOR_LONG_TERM_RESIDENCE),
    "SO3": (EventKind.RETURNED_VOLUNTARILY, EventKind.REMOVED),
    "SO4": (EventKind.RESETTLED, EventKind.ADMITTED),
}
ANSWERS = (EventKind.FOUND_USEFUL, EventKind.USES_SKILLS, EventKind.FOUND_HELPFUL)
BATCH = 100_000


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each; further events (tests, answers, outcomes) come on top of the participations."""

    participations: int
    persons: int
    grants: int


BIG = Size(2_000_000, 600_000, 2_000)
SMALL = Size(200_000, 60_000, 200)


def programme_with(size: Size) -> Programme:
    """A programme of 2021-2027 with grants, and their registers."""
    with transaction.atomic():
        programme, grants = _grants(size)
        _insert(Activity, ("id", *ACTIVITY), _activities(grants))
        _insert(Subject, ("id", "likeness", "key_number"), ((number, "", 1) for number in range(1, size.persons + 1)))
        participants = list(_participants(size, grants))
        columns = ("id", "grant_id", "subject_id", "local_reference", "entered_at", *DESCRIPTION)
        _insert(Participant, columns, (row for row, _objective in participants))
        _insert(Event, ("id", *EVENT), _events(size, participants))
    _settle()
    return programme


DESCRIPTION = ("birth_year", "sex", "nationality_group", "standing", "is_vulnerable", "is_unaccompanied_minor")
ACTIVITY = ("grant_id", "reference", "kind", "title", "starts_on", "entered_at", "language", "location")
EVENT = (
    *("grant_id", "participant_id", "activity_id", "kind", "happened_on", "value", "instrument"),
    *("corrects_id", "is_void", "reason", "recorded_at"),
)


def measure(size: Size, times: int, clock: Callable[[], float]) -> dict[str, float]:
    """Seconds: all figures from nothing, the same kept as tallies, the tallies brought after one new event, a page."""
    programme = programme_with(size)
    begun = clock()
    asked = Asked(programme.period, programme.pk)
    counted(asked, standings_of(programme), book_of(programme, on=timezone.localdate()))
    from_nothing = clock() - begun
    begun = clock()
    count_tallies(programme)
    tallies = clock() - begun
    return {
        "participations": size.participations,
        "events": Event.objects.count(),
        "from_nothing": from_nothing,
        "tallies": tallies,
        "one_event": median(_one_event(programme, clock) for _ in range(times)),
        **_overview(programme, times, clock),
    }


def _overview(programme: Programme, times: int, clock: Callable[[], float]) -> dict[str, float]:
    """Seconds of the overview and of an empty page, asked for in turns, and how many queries the overview needs."""
    officer, nobody = (Person.objects.create_user(f"{name}@bench.openamif.eu", name=name) for name in ("ann", "nora"))
    held = {"kind": RoleKind.RESPONSIBLE_AUTHORITY, "organisation": programme.responsible_authority}
    Role.objects.create(person=officer, scope=programme.scope, **held)
    page = visit(officer, reverse("authority:situation", args=[programme.pk]))
    empty = visit(nobody, reverse("authority:programmes"))
    _settle_statistics()
    asked, _first = queries(page), empty()
    taken, beside = medians(page, empty, times=times, clock=clock)
    return {"overview": taken, "empty_page": beside, "overview_queries": asked}


def _one_event(programme: Programme, clock: Callable[[], float]) -> float:
    """Somebody in the middle of the register takes part once more."""
    drawn = random.Random()
    her = Participant.objects.filter(grant__programme=programme).order_by("pk")[drawn.randrange(50_000)]
    kind = KINDS[her.grant.objective][-1]
    values = {"participant": her, "kind": kind, "happened_on": START, "recorded_at": timezone.now()}
    Event.objects.create(grant=her.grant, **values)
    begun = clock()
    follow_register(her.grant, subjects=[her.subject_id])
    return clock() - begun


def _grants(size: Size) -> tuple[Programme, list[tuple[int, str]]]:
    authority = Organisation.objects.create(name="Authority", kind="state_authority")
    delegated = [Organisation.objects.create(name=f"Delegated {n}", kind="state_authority") for n in range(2)]
    beneficiaries = Organisation.objects.bulk_create(
        Organisation(name=f"Beneficiary {n}", kind="local_public_body" if n % 9 == 0 else "ngo") for n in range(300)
    )
    programme = Programme.objects.create(
        scope=Scope.objects.create(name="Bench"), responsible_authority=authority, period="2021-2027", country="BE"
    )
    made = Grant.objects.bulk_create(
        Grant(
            programme=programme,
            reference=f"BE/AMIF/2022/{n:04d}",
            title=f"Grant {n}",
            state="signed",
            signed_on=START,
            beneficiary=beneficiaries[n % len(beneficiaries)],
            delegated_authority=delegated[n % 3] if n % 3 < 2 else None,
            objective=OBJECTIVES[n % len(OBJECTIVES)],
            location=REGIONS[n % len(REGIONS)],
            intervention_fields="II.004" if OBJECTIVES[n % len(OBJECTIVES)] == "SO2" else "I.001",
            procedure="open_call",
            starts_on=START,
            ends_on=START + timedelta(days=DAYS),
            eligible_amount=100_000,
            union_amount=75_000,
        )
        for n in range(size.grants)
    )
    return programme, [(grant.pk, grant.objective) for grant in made]


def _activities(grants: Sequence[tuple[int, str]]) -> Iterator[Sequence[Any]]:
    """Four a grant, numbered grant * 4 to grant * 4 + 3."""
    now = timezone.now()
    for grant, objective in grants:
        for place in range(4):
            kind = int(KINDS[objective][place % len(KINDS[objective])])
            yield grant * 4 + place, grant, f"A{place}", kind, "An activity", START, now, "fr", ""


def _participants(size: Size, grants: Sequence[tuple[int, str]]) -> Iterator[tuple[Sequence[Any], str]]:
    drawn = random.Random(4)
    now = timezone.now()
    number = 0
    for subject in range(1, size.persons + 1):
        year = drawn.choice((None, *range(1950, 2018)))
        sex = drawn.choice(("female", "male", "female", "male", "female", "male", ""))
        first = (subject * len(grants)) // (size.persons + 1)
        for place in (first, drawn.randrange(len(grants))) if drawn.random() < 0.25 else (first,):
            grant, objective = grants[place]
            number += 1
            flags = (drawn.random() < 0.1, drawn.random() < 0.02)
            standing = "staff" if objective == "SO4" else "protected"
            yield (
                (number, grant, subject, f"L{number}", now, year, sex, "third_country", standing, *flags),
                objective,
            )


def _events(size: Size, participants: Sequence[tuple[Sequence[Any], str]]) -> Iterator[Sequence[Any]]:
    """As a file brings them: grant by grant, person by person."""
    drawn = random.Random(5)
    now = timezone.now()
    number = done = 0
    for place, (row, objective) in enumerate(sorted(participants, key=lambda each: each[0][1])):
        upto = size.participations * (place + 1) // len(participants)
        kinds = drawn.choices(KINDS[objective], k=upto - done)
        done = upto
        for kind, value, later in (*((kind, None, 0) for kind in kinds), *_further(drawn, objective, kinds)):
            number += 1
            day = START + timedelta(days=drawn.randrange(DAYS) if not later else DAYS + later)
            activity = row[1] * 4 if kind < EventKind.FOUND_USEFUL else None
            yield number, row[1], row[0], activity, int(kind), day, value, "", None, False, "", now
            if drawn.random() < 0.005:
                number += 1
                is_void = drawn.random() < 0.5
                yield number, row[1], row[0], activity, int(kind), day, value, "", number - 1, is_void, "error", now


def _further(drawn: random.Random, objective: str, kinds: Sequence[EventKind]) -> Iterator[tuple[EventKind, Any, int]]:
    if EventKind.LANGUAGE_COURSE in kinds and drawn.random() < 0.15:
        yield EventKind.ENTRY_TEST, drawn.randrange(3), 1
        yield EventKind.EXIT_TEST, drawn.randrange(5), 90
    if drawn.random() < 0.2:
        kind = drawn.choice(OUTCOMES[objective])
        yield kind, (int(drawn.random() < 0.8) if kind in ANSWERS else None), 120


def _insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        write_rows(model, columns, batch)


def _settle() -> None:
    """Sequences after the numbers given; statistics, and what was written on disk, as a server in use has them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for model in (Activity, Subject, Participant, Event):
                table = model._meta.db_table
                sequence = f"pg_get_serial_sequence('{table}', 'id')"
                cursor.execute(f"SELECT setval({sequence}, (SELECT MAX(id) FROM {table}))")
    _settle_statistics()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")


def _settle_statistics() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
