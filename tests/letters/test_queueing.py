"""Which letters are queued, to whom, and never twice."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from openamif.grants.models import Grant, GrantRight
from openamif.letters.actions.queue_letters import queue_letters
from openamif.letters.actions.send_letters import send_letters
from openamif.letters.models import Letter, TrailMark
from openamif.letters.queries import steps_reached
from openamif.letters.states import LetterKind
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.register.models import RegisterImport
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.models import ProgressReport
from tests.factories.people import organisation, person, scope
from tests.factories.programmes import responsible
from tests.letters.reported import DUE_ON, begun, colleague, first_due, kinds, move, running
from tests.programmes.bare import INSTANT

pytestmark = pytest.mark.django_db
SOON, LATE = LetterKind.REPORT_DUE_SOON, LetterKind.REPORT_OVERDUE


@pytest.fixture
def grant():
    return running()


@pytest.fixture
def writer(grant):
    return colleague(grant)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-31, None),
        (-30, (SOON, 30)),
        (-8, (SOON, 30)),
        (-7, (SOON, 7)),
        (0, (SOON, 7)),
        (1, (LATE, 1)),
        (14, (LATE, 1)),
        (15, (LATE, 15)),
        (60, (LATE, 15)),
        (61, None),
    ],
)
def test_which_reminder_a_day_asks_for(days, step):
    assert steps_reached(DUE_ON, on=DUE_ON + timedelta(days=days)) == step


def test_a_report_due_soon_is_told_of_once_a_step(grant, writer):
    for day in range(31, -1, -1):
        queue_letters(on=DUE_ON - timedelta(days=day))
    letters = Letter.objects.order_by("pk")
    assert [(each.kind, each.cause, each.person) for each in letters] == [
        (SOON, "due:1:2020-03-01:30", writer),
        (SOON, "due:1:2020-03-01:7", writer),
    ]
    assert {(each.grant, each.due, each.report) for each in letters} == {(grant, first_due(grant), None)}


def test_two_ticks_queue_one_letter(writer):
    assert queue_letters(on=DUE_ON) == 1
    assert queue_letters(on=DUE_ON) == 0
    assert kinds() == [(SOON, "queued")]


def test_an_overdue_report_is_told_of(writer):
    queue_letters(on=DUE_ON + timedelta(days=1))
    assert kinds() == [(LATE, "queued")]


@pytest.mark.parametrize("state", ["submitted", "clarification", "examined"])
def test_a_report_that_came_in_is_not_reminded_of(grant, writer, state):
    report = begun(grant)
    move(report, "submit", writer)
    ProgressReport.objects.update(state=state)
    TrailMark.objects.create(pk=1, number=Trail.objects.count())
    assert queue_letters(on=DUE_ON) == queue_letters(on=DUE_ON + timedelta(days=2)) == 0


def test_a_report_in_preparation_or_returned_is_still_owed(grant, writer):
    report = begun(grant)
    assert queue_letters(on=DUE_ON - timedelta(days=20)) == 1
    move(report, "submit", writer)
    move(report, "return_report", responsible(grant.programme), reason="Please add the lists.")
    TrailMark.objects.update(number=Trail.objects.count())
    assert queue_letters(on=DUE_ON) == 1


def test_the_correction_of_an_accepted_report_is_not_owed(grant, writer):
    report = begun(grant)
    ProgressReport.objects.create(grant=grant, due=report.due, version=2, corrects=report)
    assert queue_letters(on=DUE_ON) == 0


def test_what_fell_due_before_the_grant_was_entered_here_was_never_asked_for_here(grant, writer):
    Grant.objects.update(entered_at=timezone.now())
    assert queue_letters(on=DUE_ON + timedelta(days=1)) == 0


def test_a_draft_owes_nothing(writer):
    Grant.objects.update(state="draft", signed_on=None)
    assert queue_letters(on=DUE_ON) == 0


def test_letters_of_the_beneficiary_go_to_those_who_edit_or_sign(grant, writer):
    GrantRight.objects.create(grant=grant, person=colleague(grant), right="view")
    signer = colleague(grant)
    GrantRight.objects.create(grant=grant, person=signer, right="sign")
    colleague(grant, is_active=False)
    person(RoleKind.BENEFICIARY, scope=grant.programme.scope)
    queue_letters(on=DUE_ON)
    assert {letter.person for letter in Letter.objects.all()} == {writer, signer}


def test_each_move_of_a_report_is_told_to_the_other_side(grant, writer):
    officer, second = responsible(grant.programme), responsible(grant.programme)
    second_writer = colleague(grant)
    report = begun(grant)
    move(report, "submit", writer)
    move(report, "ask_clarification", officer, reason="Which lists?")
    move(report, "answer_clarification", writer, reason="These.")
    move(report, "return_report", officer, reason="Please add them.")
    move(report, "submit", writer)
    move(report, "examine", officer)
    move(report, "accept", second)
    assert queue_letters(on=DUE_ON) == 15
    assert queue_letters(on=DUE_ON) == 0
    told = {}
    for letter in Letter.objects.all():
        told.setdefault(letter.kind, set()).add(letter.person)
        assert (letter.grant, letter.due, letter.report) == (grant, report.due, report)
        assert Trail.objects.get(number=int(letter.cause.removeprefix("trail:"))).subject_pk == report.pk
    officers, writers = {officer, second} | set(by_role(grant)), {writer, second_writer}
    assert told == {
        "report_submitted": officers,
        "clarification_asked": writers,
        "clarification_answered": officers,
        "report_returned": writers,
        "report_accepted": writers,
    }


def test_the_correction_that_the_authority_asks_for_is_told_to_those_who_write_it(grant, writer):
    officer = responsible(grant.programme)
    first = begun(grant)
    move(first, "submit", writer)
    move(first, "examine", responsible(grant.programme))
    move(first, "accept", officer)
    TrailMark.objects.create(pk=1, number=Trail.objects.count())
    version = begin_correction(first, reason="A list was found.", by=officer)
    assert queue_letters(on=DUE_ON) == 1
    letter = Letter.objects.get()
    assert (letter.kind, letter.person, letter.report) == ("correction_begun", writer, version)
    assert send_letters(on=DUE_ON) == {"sent": 1}
    letter.refresh_from_db()
    assert "> A list was found." in letter.body
    assert f"/mine/reports/{version.pk}/" in letter.body


def test_a_report_or_correction_that_the_beneficiary_begins_is_told_to_nobody(grant, writer):
    colleague(grant)
    first = begin_report(first_due(grant), by=writer)
    move(first, "submit", writer)
    move(first, "examine", responsible(grant.programme))
    move(first, "accept", responsible(grant.programme))
    TrailMark.objects.create(pk=1, number=Trail.objects.filter(event="report_begun").get().number - 1)
    begin_correction(first, reason="A list was found.", by=writer)
    queue_letters(on=DUE_ON)
    assert "correction_begun" not in {kind for kind, _state in kinds()}


def by_role(grant):
    """Whoever entered the grant is an officer, too."""
    return [role.person for role in grant.programme.scope.roles.filter(kind="responsible_authority")]


def test_officers_are_those_of_the_delegated_authority_where_it_has_some(grant, writer):
    body = organisation()
    Grant.objects.update(delegated_authority=body)
    report = begun(grant)
    move(report, "submit", writer)
    part = scope(parent=grant.programme.scope, objectives=("SO2",))
    delegate = person(RoleKind.DELEGATED_AUTHORITY, scope=part, of=body)
    person(RoleKind.DELEGATED_AUTHORITY, scope=scope(parent=grant.programme.scope, objectives=("SO3",)), of=body)
    queue_letters(on=date(2019, 6, 1))
    assert [letter.person for letter in Letter.objects.all()] == [delegate]


def test_nobody_is_told_what_she_did_herself(grant, writer):
    other = colleague(grant)
    report = begun(grant)
    move(report, "submit", writer)
    TrailMark.objects.create(pk=1, number=Trail.objects.count())
    move(report, "return_report", writer, reason="Both sides at once.")
    queue_letters(on=date(2019, 6, 1))
    assert [letter.person for letter in Letter.objects.all()] == [other]


@pytest.mark.parametrize(("seconds", "queued"), [(59, 0), (60, 1)])
def test_an_import_is_told_of_where_it_took_long(grant, writer, seconds, queued):
    upload = RegisterImport.objects.create(grant=grant, name="list.xlsx", sha256="0" * 64, size=1, sent_by=writer)
    happened(upload, "confirm", at=INSTANT)
    happened(upload, "store", at=INSTANT + timedelta(seconds=seconds))
    assert queue_letters(on=DUE_ON - timedelta(days=90)) == queued
    assert [letter.person for letter in Letter.objects.all()] == [writer] * queued


def happened(upload, event: str, *, at) -> None:
    """An event of another time than now."""
    number = Trail.objects.count() + 1
    kind = upload._meta.label_lower
    Trail(number=number, event=event, subject_kind=kind, subject_pk=upload.pk, by=upload.sent_by, at=at).save()


def test_nothing_of_the_trail_is_passed_over_or_read_twice(grant, writer):
    officer = responsible(grant.programme)
    report = begun(grant)
    for _round in range(60):
        move(report, "submit", writer)
        move(report, "return_report", officer, reason="Again.")
    assert queue_letters(on=date(2019, 6, 1)) > 120
    assert TrailMark.objects.get().number == Trail.objects.count()
    assert queue_letters(on=date(2019, 6, 1)) == 0
