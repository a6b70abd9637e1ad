"""Tallies: counted from nothing, and brought after a register that changes, come to the same."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from openamif.grants.models import Grant
from openamif.register.models import Participant, PastDescription, Subject
from openamif.register.states import EventKind, OutputKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.follow_register import follow_register
from openamif.reports.models import CountedGrant, Tally, TallyState
from tests.factories import registers
from tests.factories.people import organisation
from tests.programmes.bare import bare_programme


def tallies(programme) -> dict:
    rows = Tally.objects.filter(programme=programme)
    return {(t.grant_id, t.authority_id, t.indicator, t.age, t.sex): t.number for t in rows}


def indicators_by_grant(programme) -> dict:
    return dict(CountedGrant.objects.filter(grant__programme=programme).values_list("grant", "indicators"))


class Played:
    """A programme whose registers change; every change is followed."""

    def __init__(self) -> None:
        self.programme = bare_programme(period="2021-2027")
        self.authority = organisation()
        self.grants: list[Grant] = []
        self.subjects = [Subject.objects.create() for _ in range(3)]
        self.events = []
        count_tallies(self.programme)

    def begin(self, number: int) -> None:
        """A new grant."""
        objective = ("SO1", "SO2", "SO2")[number % 3]
        part = self.authority if number % 2 else None
        made = Grant.objects.create(
            programme=self.programme,
            reference=f"BE/AMIF/2023/{len(self.grants)}",
            objective=objective,
            delegated_authority=part,
            beneficiary=organisation(kind="local_public_body"),
            intervention_fields="II.004",
            procedure="open_call",
            state="signed",
            signed_on=date(2023, 1, 1),
            starts_on=date(2023, 1, 1),
            ends_on=date(2024, 12, 31),
            eligible_amount=1,
            union_amount=1,
        )
        self.grants.append(made)
        follow_register(made)

    def happen(self, number: int) -> None:
        """Something to somebody, somewhere."""
        grant = self.grants[number % len(self.grants)]
        kinds = list(EventKind)
        kind = kinds[(number // 2) % len(kinds)]
        found = Participant.objects.filter(grant=grant, subject=self.subjects[number % 3]).first()
        born = 1960 if number % 2 else 2010
        her = found or registers.participant(grant, subject=self.subjects[number % 3], birth_year=born, sex="female")
        value = number % 3 if kind in (EventKind.ENTRY_TEST, EventKind.EXIT_TEST) else None
        said = {"value": value} if value is not None else {}
        activity = registers.activity(grant) if not grant.activities.exists() else grant.activities.first()
        day = date(2023, 1, 1) + timedelta(days=number % 300)
        self.events.append(registers.event(her, kind, on=day, activity=activity, **said))
        follow_register(grant, subjects=[her.subject_id])

    def correct(self, number: int) -> None:
        """An event that stands is void, or was of another kind."""
        standing = [each for each in self.events if not hasattr(each, "corrected_by") and not each.is_void]
        if not standing:
            return
        wrong = standing[number % len(standing)]
        self.events.remove(wrong)
        made = registers.correction(wrong, is_void=bool(number % 2), happened_on=date(2023, 6, 1))
        if not made.is_void:
            self.events.append(made)
        follow_register(wrong.grant, subjects=[wrong.participant.subject_id])

    def describe(self, number: int) -> None:
        """Somebody is described otherwise; or turns out to be somebody else."""
        her = Participant.objects.order_by("pk").filter(grant__programme=self.programme)[number % 5 : number % 5 + 1]
        for one in her:
            was = one.subject_id
            her_subject = self.subjects[number % 3] if number % 2 else one.subject
            PastDescription.objects.create(participant=one, subject=one.subject, replaced_at=timezone.now())
            one.sex, one.is_vulnerable, one.subject = "male", bool(number % 3), her_subject
            one.save()
            follow_register(one.grant, subjects={was, one.subject_id})

    def deliver(self, number: int) -> None:
        """A thing, here or in two places."""
        grant = self.grants[number % len(self.grants)]
        kind = (OutputKind.SUPPORTED_AUTHORITY, OutputKind.NEW_PLACES)[number % 2]
        registers.output(grant, kind, name=f"Town {number % 3}", quantity=1 + number % 4)
        follow_register(grant, subjects=[])

    def alter(self, number: int) -> None:
        """A grant passes to another part, or to another objective."""
        grant = self.grants[number % len(self.grants)]
        grant.delegated_authority = self.authority if number % 2 else None
        grant.objective = ("SO1", "SO2")[number % 2]
        grant.save()
        follow_register(grant)


DEEDS = ("happen", "happen", "happen", "correct", "describe", "deliver", "alter", "begin")


class Following(TestCase):
    @settings(max_examples=15, derandomize=True)
    @given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 60)), max_size=12))
    def test_following_comes_to_the_same_as_counting_from_nothing(self, deeds):
        played = Played()
        played.begin(0)
        played.begin(1)
        for deed, number in deeds:
            getattr(played, deed)(number)
        followed, indicators = tallies(played.programme), indicators_by_grant(played.programme)
        count_tallies(played.programme)
        assert followed == tallies(played.programme)
        assert indicators == indicators_by_grant(played.programme)
        assert sum(indicators.values()) == len({key[:3:2] for key in followed if key[0]})


@pytest.fixture
def played(db) -> Played:
    made = Played()
    made.begin(1)
    return made


def test_tallies_are_counted_from_nothing_where_they_are_stale(played):
    registers.event(registers.participant(played.grants[0]), EventKind.LANGUAGE_COURSE)
    TallyState.objects.update(is_stale=True)
    follow_register(played.grants[0], subjects=[])
    assert tallies(played.programme)[None, None, "O.2.3.1", "unknown", "unknown"] == 1
    assert not TallyState.objects.get().is_stale


def test_tallies_are_counted_from_nothing_where_the_rules_are_others(played):
    registers.event(registers.participant(played.grants[0]), EventKind.LANGUAGE_COURSE)
    TallyState.objects.update(rules="others")
    follow_register(played.grants[0], subjects=[])
    assert (None, None, "O.2.3.1", "unknown", "unknown") in tallies(played.programme)


def test_following_one_event_asks_the_same_queries_however_many_persons(played, django_assert_num_queries):
    grant = played.grants[0]
    asked = []
    # PostgreSQL takes rows in by COPY, which nobody counts.
    queries_asked = {"sqlite": 16, "postgresql": 15}[connection.vendor]
    for _ in range(2):
        for _ in range(3):
            registers.event(registers.participant(grant), EventKind.HOUSING_ADVICE)
        follow_register(grant)
        her = registers.participant(grant)
        registers.event(her, EventKind.HOUSING_ADVICE)
        with django_assert_num_queries(queries_asked) as queries:
            follow_register(grant, subjects=[her.subject_id])
        asked.append(len(queries))
    assert len(set(asked)) == 1


def test_tallies_follow_an_import_of_many(played):
    grant = played.grants[0]
    for _ in range(5):
        registers.event(registers.participant(grant, sex="female"), EventKind.LANGUAGE_COURSE)
    follow_register(grant)
    assert tallies(played.programme)[grant.pk, None, "O.2.3", "unknown", "female"] == 5
    assert tallies(played.programme)[None, played.authority.pk, "O.2.3", "unknown", "female"] == 5
