"""The trail: it grows, is chained, refuses change, and finds what was changed behind its back."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.record.actions.append_trail import append_trail
from openamif.record.models import AppendOnly, Trail, TrailEnd
from openamif.record.queries import chain_state, digest_of, events_found, events_seen, trail_breaks, trail_of
from tests.factories.people import organisation, person
from tests.factories.trail import without_guards

pytestmark = pytest.mark.django_db


@pytest.fixture
def events():
    """Five events about two persons."""
    body = organisation()
    by, about = person(RoleKind.ADMINISTRATOR, of=body), person()
    for event in ("person_entered", "role_given", "opened", "role_ended"):
        append_trail(about, event, by=by)
    append_trail(by, "opened", by=None, reason="the clock", details={"naïve": ["é", 1]})
    return list(Trail.objects.all())


def test_event_says_who_for_which_body_and_when(events):
    first = events[0]
    assert (first.number, first.event, first.subject_kind) == (1, "person_entered", "people.person")
    assert first.organisation == first.by.roles.get().organisation
    assert events[-1].by is None


def test_events_are_chained(events):
    assert [event.number for event in events] == [1, 2, 3, 4, 5]
    assert events[0].previous_digest == ""
    assert all(after.previous_digest == before.digest for before, after in pairwise(events))
    assert TrailEnd.objects.get().digest == events[-1].digest


def test_chain_holds(events):
    state = chain_state()
    assert state.holds
    assert (state.checked, state.breaks) == (5, ())


def test_chain_without_its_end_does_not_hold(events):
    TrailEnd.objects.all().delete()
    without_guards("DELETE FROM record_trail WHERE number = 5")
    assert [broken.kind for broken in trail_breaks()] == ["missing"]


def test_chain_of_nothing_holds():
    assert chain_state().holds


@pytest.mark.parametrize(
    "change",
    ["event = 'opened'", "reason = 'another'", "by_id = NULL", "subject_pk = 99", "organisation_id = NULL"],
)
def test_changed_row_is_found(events, change):
    without_guards(f"UPDATE record_trail SET {change} WHERE number = 2")
    assert [(broken.number, broken.kind) for broken in trail_breaks()] == [(2, "changed")]


def test_changed_instant_is_found(events):
    shifted = events[1].at + timedelta(microseconds=1)
    without_guards(f"UPDATE record_trail SET at = '{shifted:%Y-%m-%d %H:%M:%S.%f}+00' WHERE number = 2")
    assert [broken.number for broken in trail_breaks()] == [2]


def test_row_changed_with_its_digest_is_found(events):
    without_guards("UPDATE record_trail SET reason = 'another' WHERE number = 2")
    changed = Trail.objects.get(number=2)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE record_trail SET digest = '{digest_of(changed)}' WHERE number = 2")
    assert [(broken.number, broken.kind) for broken in trail_breaks()] == [(3, "unchained")]


def test_missing_row_is_found(events):
    without_guards("DELETE FROM record_trail WHERE number = 3")
    assert (3, "missing") in [(broken.number, broken.kind) for broken in trail_breaks()]


def test_missing_end_is_found(events):
    without_guards("DELETE FROM record_trail WHERE number = 5")
    assert [(broken.number, broken.kind) for broken in trail_breaks()] == [(5, "missing")]


def test_event_is_neither_saved_again_nor_deleted(events):
    with pytest.raises(AppendOnly):
        events[0].save()
    with pytest.raises(AppendOnly):
        events[0].delete()


@pytest.mark.parametrize(
    "deed",
    [
        lambda: Trail.objects.filter(number=1).update(reason="another"),
        lambda: Trail.objects.filter(number=1).delete(),
        lambda: Trail.objects.all()._raw_delete("default"),
    ],
)
def test_database_refuses_change(events, deed):
    with pytest.raises(DatabaseError, match="the trail only grows"), transaction.atomic():
        deed()
    assert chain_state().holds


def test_trail_gives_a_reason_where_one_is_owed():
    about = person()
    with pytest.raises(IntegrityError, match="trail_gives_a_reason_where_one_is_owed"), transaction.atomic():
        append_trail(about, "withdraw", by=None)
    append_trail(about, "withdraw", by=None, reason="The calls were late.")


def test_trail_has_one_end():
    with pytest.raises(IntegrityError, match="trail_has_one_end"), transaction.atomic():
        TrailEnd.objects.create(pk=2)


def test_event_that_was_not_committed_leaves_no_gap():
    about = person()
    append_trail(about, "opened", by=None)
    with transaction.atomic():
        append_trail(about, "opened", by=None)
        transaction.set_rollback(True)
    append_trail(about, "opened", by=None)
    assert [event.number for event in Trail.objects.all()] == [1, 2]
    assert chain_state().holds


def test_events_of_a_record_come_latest_first(events):
    about = Person.objects.get(pk=events[0].subject_pk)
    assert [event.number for event in trail_of(about)] == [4, 3, 2, 1]


def test_events_are_found_by_kind_and_by_person(events):
    by, about = events[0].by, events[0].subject_pk
    assert {event.number for event in events_found(event="opened")} == {3, 5}
    assert {event.number for event in events_found(person_pk=about)} == {1, 2, 3, 4}
    assert {event.number for event in events_found(person_pk=by.pk)} == {1, 2, 3, 4, 5}
    assert {event.number for event in events_found(event="opened", person_pk=about)} == {3}
    assert events_seen() == ["opened", "person_entered", "role_ended", "role_given"]
