"""A file that says again what somebody put right or took back since: her word stands, and the file says so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openamif.people.states import RoleKind
from openamif.register.actions.confirm_import import confirm_import
from openamif.register.actions.correct_event import correct_event
from openamif.register.actions.correct_output import correct_output
from openamif.register.actions.describe_participant import describe_participant
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.read_file import read_file
from openamif.register.actions.record_events import record_events
from openamif.register.actions.store_import import store_import
from openamif.register.facts import PersonDescription, description_of, event_content_of
from openamif.register.models import Event, Output, Participant
from openamif.web.register_form import the_register_form
from tests.factories import programmes
from tests.factories.grants import signed
from tests.factories.people import organisation, person
from tests.register.files import took_part, workbook

DAY, LATER = date(2019, 3, 1), date(2019, 3, 8)
HOUSE = {"kind": "new_places", "name": "House", "happened_on": date(2019, 4, 1), "quantity": 12}
RAW = workbook([took_part("D1"), took_part("D2")], outputs=[HOUSE])


@pytest.fixture
def grant(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return signed(programmes.programme(), beneficiary=organisation("House", kind="ngo"))


@pytest.fixture
def filler(grant):
    return person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=grant.beneficiary)


@pytest.fixture
def stored(grant, filler, django_capture_on_commit_callbacks):
    """Sends a file in, says yes to it, and tells what it changed."""

    def sent(raw: bytes) -> dict[str, int]:
        with django_capture_on_commit_callbacks(execute=True):
            upload = read_file(keep_file(grant, raw, name="register.xlsx", by=filler), form=the_register_form())
        with django_capture_on_commit_callbacks(execute=True):
            counts = store_import(confirm_import(upload, by=filler)).upload.result["counts"]
        return {
            key: number
            for key, number in counts.items()
            if number and key.startswith(("descriptions", "events", "outputs"))
        }

    return sent


@pytest.fixture
def hers(stored) -> Event:
    assert stored(RAW) == {"events_new": 2, "outputs_new": 1}
    return Event.objects.get(participant__local_reference="D1")


SAID_AGAIN = {"events_overruled": 1, "events_unchanged": 1, "outputs_unchanged": 1}


def test_what_was_taken_back_does_not_come_back_with_the_same_file(stored, hers, filler):
    correct_event(hers, None, reason="She was not there", by=filler)
    assert stored(RAW) == SAID_AGAIN
    assert Event.objects.standing().count() == 1
    other = Event.objects.standing().get()
    correct_event(other, None, reason="Nor was he", by=filler)
    assert stored(RAW) == {"events_overruled": 2, "outputs_unchanged": 1}
    assert not Event.objects.standing().exists()


@pytest.mark.parametrize("right", [{"happened_on": LATER}, {"hours": Decimal(3)}])
def test_what_was_corrected_stays_corrected(stored, hers, filler, right):
    correct_event(hers, replace(event_content_of(hers), **right), reason="Read again", by=filler)
    assert stored(RAW) == SAID_AGAIN
    (now,) = Event.objects.standing().filter(participant=hers.participant)
    assert {name: getattr(now, name) for name in right} == right


def test_a_file_that_says_something_else_is_heard(stored, hers, filler):
    correct_event(hers, None, reason="She was not there", by=filler)
    said = workbook([took_part("D1", hours=4), took_part("D2")], outputs=[HOUSE])
    assert stored(said) == {"events_new": 1, "events_unchanged": 1, "outputs_unchanged": 1}
    assert stored(RAW)["events_overruled"] == 1


def test_what_was_recorded_again_by_hand_stands(stored, hers, filler, grant):
    correct_event(hers, None, reason="She was not there", by=filler)
    record_events(grant, [event_content_of(hers)], by=filler)
    assert stored(RAW) == {"events_unchanged": 2, "outputs_unchanged": 1}


def test_what_a_file_corrected_another_file_corrects(stored, hers):
    three = workbook([took_part("D1", hours=3), took_part("D2")], outputs=[HOUSE | {"quantity": 13}])
    assert stored(three) == {"events_changed": 1, "events_unchanged": 1, "outputs_changed": 1}
    assert stored(RAW) == {"events_changed": 1, "events_unchanged": 1, "outputs_changed": 1}
    assert Event.objects.standing().get(participant=hers.participant).hours == 2


def test_who_was_described_by_hand_stays_so(stored, hers, filler):
    described = workbook([took_part("D1", sex="female", born_on=1990), took_part("D2")], outputs=[HOUSE])
    assert stored(described)["descriptions_changed"] == 1
    her = Participant.objects.get(local_reference="D1")
    describe_participant(her, replace(description_of(her), birth_year=1991), by=filler)
    describe_participant(Participant.objects.get(pk=her.pk), PersonDescription(1991, "male"), by=filler)
    assert stored(described) == {"descriptions_overruled": 1, "events_unchanged": 2, "outputs_unchanged": 1}
    assert description_of(Participant.objects.get(pk=her.pk)) == PersonDescription(1991, "male")
    news = workbook([took_part("D1", sex="other", born_on=1990), took_part("D2")], outputs=[HOUSE])
    assert stored(news)["descriptions_changed"] == 1
    assert description_of(Participant.objects.get(pk=her.pk)) == PersonDescription(1991, "other")


def test_a_thing_taken_back_does_not_come_back(stored, hers, filler):
    correct_output(Output.objects.get(), None, reason="Not built", by=filler)
    assert stored(RAW) == {"events_unchanged": 2, "outputs_overruled": 1}
    assert not Output.objects.standing().exists()
