"""Events and things delivered: recorded once, corrected by a row that names the one it corrects, never changed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from openamif.people.policy import Refused
from openamif.record.actions.make_move import ReasonMissing
from openamif.record.queries import chain_state, trail_of
from openamif.register.actions.change_activity import change_activity
from openamif.register.actions.correct_event import correct_event
from openamif.register.actions.correct_output import correct_output
from openamif.register.actions.record_events import record_events
from openamif.register.actions.record_output import record_output
from openamif.register.actions.refusals import (
    AlreadyCorrected,
    RecordedAlready,
    RecordedOtherwise,
    RegisterNotLawful,
)
from openamif.register.facts import EventContent, OutputContent, content_of, event_content_of, output_content_of
from openamif.register.models import Event, Extent, Output
from openamif.register.states import EventKind, Level
from tests.factories import register
from tests.factories.grants import manager

pytestmark = pytest.mark.django_db
DAY, COURSE = register.HAPPENED_ON, EventKind.LANGUAGE_COURSE


@pytest.fixture
def she(grant, by):
    return register.participant(grant, by=by, birth_year=1990, sex="female")


@pytest.fixture
def course(grant, by):
    return register.activity(grant, by=by)


def took_part(she, course, **said):
    return EventContent(she.pk, COURSE, **{"happened_on": DAY, "activity_pk": course.pk, **said})


def record(grant, by, *contents, **said):
    return record_events(grant, contents, by=by, on=register.DAY, **said)


def refused(work) -> set[tuple[str, str]]:
    with pytest.raises(RegisterNotLawful) as refusal, transaction.atomic():
        work()
    return {(each.rule, each.variant) for each in refusal.value.findings}


def test_events_are_written_as_they_were_said(grant, by, she, course):
    at = datetime(2019, 4, 1, 8, 30, tzinfo=UTC)
    assert record(grant, by, took_part(she, course, hours=Decimal("2.50")), at=at) == 1
    event = Event.objects.get()
    assert (event.grant, event.participant, event.activity, event.kind) == (grant, she, course, COURSE)
    assert (event.happened_on, event.hours, event.value, event.recorded_at) == (DAY, Decimal("2.50"), None, at)
    assert (event.recorded_by, event.is_void, event.corrects, event.reason) == (by, False, None, "")
    assert trail_of(grant).first().details == {"count": 1}
    assert Extent.objects.get(grant=grant).events == 1


def test_what_stands_already_is_passed_over(grant, by, she, course):
    said = took_part(she, course)
    assert record(grant, by, said, said) == 1
    assert record(grant, by, said, took_part(she, course, happened_on=date(2019, 3, 5))) == 1
    assert record(grant, by, said) == 0
    correct_event(Event.objects.earliest("pk"), None, reason="On another day", by=by)
    assert record(grant, by, said) == 1


def test_a_correction_names_what_it_corrects(grant, by, she, course):
    event = register.event(she, by=by, in_activity=course)
    corrected = correct_event(
        event, took_part(she, course, hours=Decimal(3)), reason="Counted twice", by=by, on=register.DAY
    )
    assert (corrected.corrects, corrected.hours, corrected.reason) == (event, Decimal(3), "Counted twice")
    void = correct_event(corrected, None, reason="Was not there", by=by)
    assert (void.is_void, void.happened_on) == (True, DAY)
    assert Extent.objects.get(grant=grant).events == 0
    for each in (event, corrected, void):
        with pytest.raises(AlreadyCorrected):
            correct_event(each, None, reason="Again", by=by)
    assert chain_state().holds


def test_a_correction_owes_its_reason(grant, by, she, course):
    event = register.event(she, by=by, in_activity=course)
    with pytest.raises(ReasonMissing):
        correct_event(event, None, reason="  ", by=by)


def test_rules_stand_against_many_and_nothing_is_written(grant, by, she, course):
    staff = register.participant(grant, by=by, standing="staff")
    other = register.signed_grant(grant.programme)
    stranger = register.participant(other, by=register.filler(other))
    assert refused(
        lambda: record(
            grant,
            by,
            took_part(she, course),
            took_part(she, course, happened_on=date(2018, 12, 31)),
            took_part(she, course, happened_on=date(2020, 6, 2)),
            took_part(staff, course),
            took_part(stranger, course),
            EventContent(she.pk, EventKind.TRAINING, DAY, course.pk),
            EventContent(she.pk, EventKind.TRAINING, DAY),
            EventContent(she.pk, EventKind.ENTRY_TEST, DAY),
            EventContent(she.pk, EventKind.REMOVED, DAY, course.pk),
            EventContent(she.pk, COURSE, DAY, course.pk + 1),
            took_part(she, course, hours=Decimal(-1)),
        )
    ) == {
        *(("R-02", "too_early"), ("R-03", "to_come"), ("R-08", "outside"), ("R-09", "staff"), ("R-14", "participant")),
        *(("R-07", "other"), ("R-07", "missing"), ("R-10", "no_test"), ("R-07", "outcome"), ("R-14", "activity")),
        ("R-10", "hours"),
    }  # fmt: skip
    assert not Event.objects.exists()


def test_a_refusal_says_which_row(grant, by, she, course):
    with pytest.raises(RegisterNotLawful) as refusal:
        record(grant, by, took_part(she, course), took_part(she, course, happened_on=date(2018, 12, 31)))
    assert {row for row, _finding in refusal.value.rows} == {1}


def test_tests_follow_one_another(grant, by, she):
    def tested(kind, day):
        return EventContent(she.pk, kind, day, value=Level.A1, instrument="ours")

    entry, exit_ = EventKind.ENTRY_TEST, EventKind.EXIT_TEST
    assert record(grant, by, tested(entry, DAY)) == 1
    assert refused(lambda: record(grant, by, tested(exit_, date(2019, 3, 3)))) == {("R-05", "order")}
    assert record(grant, by, tested(exit_, DAY)) == 1
    moved = tested(entry, date(2019, 3, 5))
    first = Event.objects.earliest("pk")
    assert refused(lambda: correct_event(first, moved, reason="x", by=by, on=register.DAY)) == {("R-05", "order")}
    assert correct_event(first, tested(entry, date(2019, 3, 1)), reason="Slip", by=by, on=register.DAY)


def test_skills_are_asked_about_three_months_after_the_training(grant, by):
    she = register.participant(grant, by=by, standing="staff")
    training = register.activity(grant, by=by, kind=EventKind.TRAINING)

    def answer(day):
        return EventContent(she.pk, EventKind.USES_SKILLS, day, value=1)

    assert refused(lambda: record(grant, by, answer(date(2019, 9, 28)))) == {("R-06", "no_training")}
    register.event(she, by=by, in_activity=training)
    assert refused(lambda: record(grant, by, answer(date(2019, 9, 27)))) == {("R-06", "too_early")}
    assert record(grant, by, answer(date(2019, 9, 28))) == 1


def test_answers_and_outcomes_may_come_after_the_grant(grant, by, she):
    outcome = EventContent(she.pk, EventKind.APPLIED_FOR_RECOGNITION, date(2021, 2, 1))
    assert record_events(grant, [outcome], by=by, on=date(2021, 3, 1)) == 1


def test_the_authority_fills_no_register(grant, by, she, course):
    with pytest.raises(Refused):
        record(grant, manager(grant.programme), took_part(she, course))


@pytest.mark.parametrize("number", [2, 200])
def test_many_are_recorded_in_as_many_queries(grant, by, she, course, number, django_assert_max_num_queries):
    days = [date.fromordinal(DAY.toordinal() - each % 50) for each in range(number)]
    people = [
        she,
        register.participant(grant, by=by),
        register.participant(grant, by=by),
        register.participant(grant, by=by),
    ]
    said = [took_part(people[each // 50], course, happened_on=day) for each, day in enumerate(days)]
    with django_assert_max_num_queries(18):
        assert record(grant, by, *said) == number


def test_the_database_refuses_to_change_or_delete_what_happened(grant, by, she, course):
    register.event(she, by=by, in_activity=course)
    record_output(grant, OutputContent("new_places", "House", DAY, 12), by=by)
    for model in (Event, Output):
        for change in ("UPDATE {} SET reason = 'x'", "DELETE FROM {}"):
            with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(change.format(model._meta.db_table))


def test_things_delivered_are_recorded_and_corrected(grant, by):
    said = OutputContent("new_places", "House", DAY, 12)
    output = record_output(grant, said, by=by)
    assert record_output(grant, said, by=by) == output
    corrected = correct_output(output, OutputContent("new_places", "House", DAY, 10), reason="Two not built", by=by)
    assert (corrected.corrects, corrected.quantity) == (output, 10)
    with pytest.raises(AlreadyCorrected):
        correct_output(output, None, reason="x", by=by)
    assert correct_output(corrected, None, reason="None built", by=by).is_void
    with pytest.raises(RegisterNotLawful):
        record_output(grant, OutputContent("new_places", "House", DAY, -1), by=by)
    with pytest.raises(ReasonMissing):
        correct_output(record_output(grant, said, by=by), None, reason="", by=by)


def test_the_same_thing_delivered_is_never_recorded_twice(grant, by):
    house = record_output(grant, OutputContent("new_places", "House", DAY, 12), by=by)
    for said, differs in ((("House", 10), ("quantity",)), ((" HOUSE", 12), ("name",))):
        with pytest.raises(RecordedOtherwise) as refusal:
            record_output(grant, OutputContent("new_places", said[0], DAY, said[1]), by=by)
        assert (refusal.value.there, refusal.value.fields) == (house, differs)
    flat = record_output(grant, OutputContent("new_places", "Flat", DAY, 1), by=by)
    with pytest.raises(RecordedAlready):
        correct_output(flat, OutputContent("new_places", "house", DAY, 1), reason="x", by=by)
    assert list(Output.objects.order_by("pk")) == [house, flat]


def test_a_correction_that_changes_nothing_is_not_recorded(grant, by, she, course):
    event = register.event(she, by=by, in_activity=course)
    house = record_output(grant, OutputContent("new_places", "House", DAY, 12), by=by)
    assert correct_event(event, event_content_of(event), reason="x", by=by) == event
    assert correct_output(house, output_content_of(house), reason="x", by=by) == house
    assert (Event.objects.count(), Output.objects.count()) == (1, 1)


def test_activities_change_with_a_trail(grant, by, she, course):
    content = content_of(course)
    assert change_activity(course, content, by=by) == course
    new = type(content)(**{**{n: getattr(content, n) for n in content.__slots__}, "title": "French A1"})
    assert change_activity(course, new, by=by, on=register.DAY).title == "French A1"
    assert trail_of(course).first().details == {"changes": [["title", content.title, "French A1"]]}
    register.event(she, by=by, in_activity=course)
    other = type(content)(**{**{n: getattr(new, n) for n in new.__slots__}, "kind": EventKind.TRAINING})
    assert refused(lambda: change_activity(course, other, by=by)) == {("R-07", "in_use")}
    late = type(content)(**{**{n: getattr(new, n) for n in new.__slots__}, "starts_on": date(2019, 3, 5)})
    assert refused(lambda: change_activity(course, late, by=by)) == {("R-12", "attended")}


def test_activities_lie_within_the_grant(grant, by, course):
    assert refused(lambda: register.activity(grant, by=by, starts_on=date(2018, 12, 1))) == {("R-12", "outside")}
    assert refused(lambda: register.activity(grant, by=by, ends_on=date(2019, 1, 6))) == {("R-12", "order")}
