"""What the database must never hold of a register, tried past every form and action."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from openamif.register.models import (
    Activity,
    ColumnMapping,
    Event,
    Output,
    Participant,
    Pseudonym,
    RegisterImport,
    Subject,
)
from openamif.register.states import EventKind
from tests.constraints import forbidden
from tests.factories import register
from tests.factories.people import organisation

pytestmark = pytest.mark.django_db
DAY = register.HAPPENED_ON
NOBODY = 999_999


@pytest.fixture
def she(grant, by):
    return register.participant(grant, by=by, reference="A1")


def event(she, kind=EventKind.REMOVED, **said):
    values = {"happened_on": DAY, "recorded_at": timezone.now(), **said}
    return Event.objects.create(grant=she.grant, participant=she, kind=kind, **values)


def output(grant, **said):
    values = {"kind": "new_places", "name": "House", "happened_on": DAY, "recorded_at": timezone.now(), **said}
    return Output.objects.create(grant=grant, **values)


def describe(she, **said):
    Participant.objects.filter(pk=she.pk).update(**said)


def activity(grant, **said):
    values = {"reference": "C1", "kind": EventKind.TRAINING, "title": "Course", "starts_on": DAY, **said}
    return Activity.objects.create(grant=grant, **values)


def upload(grant, by, **said):
    return RegisterImport.objects.create(grant=grant, name="a.xlsx", sha256="0" * 64, size=1, sent_by=by, **said)


def test_pseudonym_is_of_a_known_kind():
    with forbidden("pseudonym_is_of_a_known_kind"):
        Pseudonym.objects.create(code="0" * 64, kind="face", subject=Subject.objects.create())


def test_participant_reference_is_used_once(she):
    with forbidden("participant_reference_is_used_once"):
        Participant.objects.create(
            grant=she.grant, subject=she.subject, local_reference="A1", entered_at=timezone.now()
        )


@pytest.mark.parametrize("year", [1899, 2101])
def test_participant_is_born_in_a_plausible_year(she, year):
    with forbidden("participant_is_born_in_a_plausible_year"):
        describe(she, birth_year=year)


def test_participant_sex_is_known_or_blank(she):
    with forbidden("participant_sex_is_known_or_blank"):
        describe(she, sex="f")


def test_participant_nationality_group_is_known_or_blank(she):
    with forbidden("participant_nationality_group_is_known_or_blank"):
        describe(she, nationality_group="Syrian")


def test_participant_standing_is_known_or_blank(she):
    with forbidden("participant_standing_is_known_or_blank"):
        describe(she, standing="visitor")


def test_activity_reference_is_used_once(grant):
    activity(grant)
    with forbidden("activity_reference_is_used_once"):
        activity(grant)


@pytest.mark.parametrize("kind", [0, 20, EventKind.ENTRY_TEST])
def test_activity_is_of_a_known_kind(grant, kind):
    with forbidden("activity_is_of_a_known_kind"):
        activity(grant, kind=kind)


def test_activity_starts_before_it_ends(grant):
    with forbidden("activity_starts_before_it_ends"):
        activity(grant, ends_on=date(2019, 3, 3))


@pytest.mark.parametrize("kind", [0, 20, 29, 32, 33, 37, 39, 47])
def test_event_is_of_a_known_kind(she, kind):
    with forbidden("event_is_of_a_known_kind"):
        event(she, kind)


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_can_be_kept(she, kind):
    valued = EventKind.ENTRY_TEST <= kind <= EventKind.FOUND_HELPFUL
    assert event(she, kind, value=1 if valued else None).pk


def test_pseudonym_leads_to_one_person(she):
    code = Pseudonym.objects.filter(subject=she.subject_id).order_by("pk")[0].code
    with forbidden("pseudonym_leads_to_one_person"):
        Pseudonym.objects.create(code=code, kind="name", subject=Subject.objects.create())


@contextmanager
def unreferred() -> Iterator[None]:
    """The database refuses a reference to what is not there: at once, or once the transaction is over."""
    with pytest.raises(IntegrityError), transaction.atomic(), checked():
        yield


@contextmanager
def checked() -> Iterator[None]:
    """As at the end of a transaction."""
    yield
    connection.check_constraints()


@pytest.mark.parametrize("name", ["grant", "participant", "activity", "source", "recorded_by"])
def test_an_event_refers_to_what_is_there(she, name):
    said = {"grant_id": she.grant_id, "participant_id": she.pk, f"{name}_id": NOBODY}
    with unreferred():
        Event.objects.create(kind=EventKind.REMOVED, happened_on=DAY, recorded_at=timezone.now(), **said)


@pytest.mark.parametrize("name", ["grant", "subject"])
def test_a_participant_refers_to_what_is_there(she, name):
    said = {"grant_id": she.grant_id, "subject_id": she.subject_id, f"{name}_id": NOBODY}
    with unreferred():
        Participant.objects.create(local_reference="A2", entered_at=timezone.now(), **said)
    with unreferred():
        describe(she, **{f"{name}_id": NOBODY})


def test_a_pseudonym_refers_to_somebody(she):
    with unreferred():
        Pseudonym.objects.create(code="c", kind="name", subject_id=NOBODY)


@pytest.mark.parametrize("name", ["grant", "participant", "activity", "source", "recorded_by"])
def test_what_an_event_refers_to_stays(she, by, name):
    course = activity(she.grant)
    source = RegisterImport.objects.create(grant=she.grant, name="f", sha256="0", size=1, sent_by=by)
    said = {"activity": course, "source": source, "recorded_by": by}
    referred = getattr(event(she, EventKind.TRAINING, **said), name)
    with unreferred():
        type(referred)._base_manager.filter(pk=referred.pk)._raw_delete("default")


def test_whom_a_participant_refers_to_stays(she):
    with unreferred():
        Subject.objects.filter(pk=she.subject_id)._raw_delete("default")


def test_what_is_referred_to_keeps_its_key(she):
    with unreferred():
        Subject.objects.filter(pk=she.subject_id).update(id=NOBODY)


def test_event_is_void_only_to_correct(she):
    with forbidden("event_is_void_only_to_correct"):
        event(she, is_void=True)


def test_event_gives_a_reason_where_it_corrects(she):
    with forbidden("event_gives_a_reason_where_it_corrects"):
        event(she, corrects=event(she))


def test_an_event_is_corrected_once(she):
    first = event(she)
    event(she, corrects=first, reason="Slip")
    with forbidden("register_event_corrects_id_key"):
        event(she, corrects=first, reason="Slip")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (EventKind.ENTRY_TEST, None),
        (EventKind.EXIT_TEST, 7),
        (EventKind.FOUND_USEFUL, 2),
        (EventKind.FOUND_HELPFUL, None),
        (EventKind.TRAINING, 1),
        (EventKind.RESETTLED, 0),
    ],
)
def test_event_test_has_a_level_and_an_answer_has_been_given(she, kind, value):
    with forbidden("event_test_has_a_level_and_an_answer_has_been_given"):
        event(she, kind, value=value)


def test_event_hours_are_not_negative(she):
    with forbidden("event_hours_are_not_negative"):
        event(she, EventKind.TRAINING, hours=-1)


def test_output_is_of_a_known_kind(grant):
    with forbidden("output_is_of_a_known_kind"):
        output(grant, kind="cake")


def test_output_is_void_only_to_correct(grant):
    with forbidden("output_is_void_only_to_correct"):
        output(grant, is_void=True)


def test_output_gives_a_reason_where_it_corrects(grant):
    with forbidden("output_gives_a_reason_where_it_corrects"):
        output(grant, corrects=output(grant))


def test_register_import_is_in_a_known_state(grant, by):
    with forbidden("register_import_is_in_a_known_state"):
        upload(grant, by, state="lost")


def test_register_import_stored_at_goes_with_its_state(grant, by):
    with forbidden("register_import_stored_at_goes_with_its_state"):
        upload(grant, by, stored_at=timezone.now())


def test_column_mapping_is_remembered_once():
    body = organisation()
    ColumnMapping.objects.create(organisation=body, heading="Nom", column="surname")
    with forbidden("column_mapping_is_remembered_once"):
        ColumnMapping.objects.create(organisation=body, heading="Nom", column="given_names")
