"""Who read a list of persons is written down once a day, and again where she saw more of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from openamif.record.actions.note_reading import note_reading
from openamif.record.models import Trail
from tests.factories.people import organisation, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return organisation()


@pytest.fixture
def by():
    return person()


def test_a_list_is_noted_once_a_day(about, by, django_assert_num_queries):
    noted = note_reading(about, "participants", count=12, by=by)
    assert (noted.event, noted.details) == ("opened", {"what": "participants", "count": 12})
    with django_assert_num_queries(1):
        assert note_reading(about, "participants", count=12, by=by) is None
    assert note_reading(about, "participants", count=3, by=by) is None
    assert Trail.objects.count() == 1


def test_more_persons_of_it_are_noted_again(about, by):
    note_reading(about, "participants", count=3, by=by)
    assert note_reading(about, "participants", count=12, by=by)


def test_another_list_reader_record_way_or_detail_is_noted_apart(about, by):
    note_reading(about, "participants", count=3, by=by)
    assert note_reading(about, "sample", count=3, by=by)
    assert note_reading(about, "participants", count=3, by=person())
    assert note_reading(organisation(), "participants", count=3, by=by)
    assert note_reading(about, "participants", count=3, by=by, taken=True).event == "list_taken"
    assert note_reading(about, "participants", count=3, by=by, references=True)


def test_the_next_day_it_is_noted_again(about, by, monkeypatch):
    note_reading(about, "participants", count=3, by=by)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)
    assert note_reading(about, "participants", count=3, by=by)


def test_an_empty_list_shows_nobody(about, by):
    assert note_reading(about, "participants", count=0, by=by) is None
