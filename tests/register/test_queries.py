"""Lists of a register, its figures, the quality of its data; and how much they ask of the database."""

from datetime import date

import pytest
from django.core.paginator import Paginator

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity
from openamif.register.actions.correct_event import correct_event
from openamif.register.facts import EventContent
from openamif.register.models import Participant
from openamif.register.queries.lists import (
    SoughtEvents,
    activities_of,
    alike_participants,
    events_found,
    live_events,
    participants_found,
    possible_doubles,
)
from openamif.register.queries.long_lists import LongList
from openamif.register.queries.quality import Quality, quality_of, quality_of_grants, register_figures
from openamif.register.queries.seeking import Asked
from openamif.register.states import EventKind
from tests.factories import register

pytestmark = pytest.mark.django_db
BORN = date(1990, 1, 1)


@pytest.fixture
def course(grant, by):
    return register.activity(grant, by=by)


@pytest.fixture
def three(grant, by, course):
    people = [
        register.participant(grant, by=by, reference=name, sex=sex)
        for name, sex in zip("abc", ("female", "", ""), strict=True)
    ]
    for number, each in enumerate(people):
        register.event(each, by=by, in_activity=course, happened_on=date(2019, 3, 6 - number))
    register.event(people[0], by=by, kind=EventKind.ENTRY_TEST, value=1, instrument="x")
    return people


def test_lists_are_in_order_and_narrowed(grant, three, course):
    assert [each.local_reference for each in participants_found(grant, Asked())] == ["a", "b", "c"]
    assert [each.local_reference for each in participants_found(grant, Asked(sex="female"))] == ["a"]
    assert [each.subject_id for each in participants_found(grant, Asked(), by_pseudonym=True)] == sorted(
        each.subject_id for each in three
    )
    days = [each.happened_on.day for each in events_found(grant, SoughtEvents(activity=course.pk))]
    assert days == [6, 5, 4]
    assert len(events_found(grant, SoughtEvents())) == 4
    assert [each.kind for each in events_found(grant, SoughtEvents(participant=three[0].pk, sort="recorded_at"))] == [
        7,
        30,
    ]
    assert len(events_found(grant, SoughtEvents(since=date(2019, 3, 5), until=date(2019, 3, 5)))) == 1
    assert list(activities_of(grant)) == [course]


def test_what_was_corrected_is_in_no_list(grant, by, three):
    correct_event(live_events(grant).last(), None, reason="x", by=by)
    assert len(events_found(grant, SoughtEvents())) == live_events(grant).count() == 3


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_every_page_of_a_long_list_is_the_page_of_the_rows(grant, by, size, three):
    for number in range(4):
        register.participant(grant, by=by, reference=f"d{number}")
    rows = Participant.objects.filter(grant=grant).order_by("local_reference", "pk")
    for long in (LongList(rows), LongList(rows, count=7)):
        pages = Paginator(long, size)
        assert [list(pages.page(number)) for number in pages.page_range] == [
            list(Paginator(rows, size).page(number)) for number in pages.page_range
        ]
    assert LongList(rows)[9:12] == []
    assert LongList(rows).first() == three[0]


def test_the_last_page_is_read_from_the_end(grant, three, django_assert_num_queries):
    with django_assert_num_queries(2) as captured:
        page = Paginator(participants_found(grant, Asked()), 1).page(3)
        assert [each.local_reference for each in page] == ["c"]
    assert "DESC" in captured.captured_queries[-1]["sql"]
    assert "COUNT" not in "".join(query["sql"] for query in captured.captured_queries)


def test_figures_and_quality(grant, by, three, course):
    figures = register_figures(grant)
    assert (figures.participants, figures.activities, figures.events, figures.outputs) == (3, 1, 4, 0)
    assert quality_of(grant) == Quality(3, 2, 3, 3, 2, 0, 3, tested=1)
    other = register.signed_grant(grant.programme)
    assert quality_of(other) == Quality()
    assert quality_of_grants(grant.programme) == {grant.pk: quality_of(grant)}


@pytest.mark.parametrize(
    ("happened", "days", "outside"),
    [
        ({}, {}, 0),
        ({}, {"starts_on": date(2019, 3, 6)}, 1),
        ({}, {"ends_on": date(2019, 3, 4)}, 1),
        ({}, {"ends_on": date(2019, 3, 5)}, 0),
        ({"kind": EventKind.ENTRY_TEST, "value": 1, "instrument": "x"}, {"ends_on": date(2019, 3, 4)}, 1),
        ({"kind": EventKind.RETURNED_VOLUNTARILY}, {"ends_on": date(2019, 3, 4)}, 0),
        ({"kind": EventKind.RETURNED_VOLUNTARILY}, {"starts_on": date(2019, 3, 6)}, 1),
    ],
)
def test_what_lies_outside_the_days_of_a_grant_that_were_changed(grant, by, course, happened, days, outside):
    """Answers and outcomes may come after its end, as when they are written down (R-02)."""
    someone = register.participant(grant, by=by)
    in_activity = {} if happened else {"in_activity": course}
    register.event(someone, by=by, happened_on=date(2019, 3, 5), **in_activity, **happened)
    Grant.objects.filter(pk=grant.pk).update(**days)
    assert quality_of(grant).outside == outside
    assert list(participants_found(grant, Asked(lacks="days"))) == [someone] * outside


def test_tests_that_do_not_say_which_one_was_used(grant, by, three):
    test = register.event(three[1], by=by, kind=EventKind.ENTRY_TEST, value=1)
    quality = quality_of(grant)
    assert (quality.tested, quality.without_instrument) == (2, 1)
    assert list(participants_found(grant, Asked(lacks="instrument"))) == [three[1]]
    said = EventContent(three[1].pk, test.kind, test.happened_on, value=1, instrument="x")
    correct_event(test, said, reason="told later", by=by)
    assert quality_of(grant).without_instrument == 0


def test_possible_doubles_are_alike_and_not_the_same(grant, by, django_assert_num_queries):
    other = register.signed_grant(grant.programme)
    of_other = register.filler(other)
    one = register.participant(grant, by=by, identity=Identity("", "Amrani", "Fatima", BORN))
    register.participant(other, by=of_other, identity=Identity("", "Amrani", "Fatima", BORN))
    assert list(possible_doubles(grant)) == []
    again = register.participant(other, by=of_other, identity=Identity("", "Amrany", "Fatma", date(1990, 2, 1)))
    assert list(possible_doubles(grant)) == [one]
    assert list(alike_participants(one)) == [again]
    assert Participant.objects.filter(subject=one.subject_id).count() == 2
    nobody = register.participant(grant, by=by)
    assert list(alike_participants(nobody)) == []
    with django_assert_num_queries(1):
        quality = sum(quality_of_grants(grant.programme).values(), Quality())
    assert (quality.participants, quality.doubles, quality.local_only) == (4, 3, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_same_however_long(grant, by, course, number, django_assert_num_queries):
    for _ in range(number):
        register.event(register.participant(grant, by=by), by=by, in_activity=course)
    with django_assert_num_queries(2):
        [(each.participant.local_reference, each.activity.title) for each in events_found(grant, SoughtEvents())[0:50]]
    with django_assert_num_queries(2):
        [str(each.subject) for each in participants_found(grant, Asked())[0:50]]
    with django_assert_num_queries(3):
        register_figures(grant)
