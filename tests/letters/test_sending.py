"""Letters that do not lie: each looks at the state again when it leaves. After complaints about other systems."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone, translation

from openamif.grants.models import Grant, GrantRight, ReportDue
from openamif.letters.actions.queue_letters import queue_letters
from openamif.letters.actions.send_letters import send_letters
from openamif.letters.models import Letter
from openamif.people.models import Person, Role
from openamif.record.models import Trail
from openamif.reports.models import ProgressReport
from tests.factories.programmes import responsible
from tests.letters.reported import DUE_ON, begun, colleague, first_due, kinds, move, running

pytestmark = pytest.mark.django_db
SOON = DUE_ON - timedelta(days=5)
AFTER = DUE_ON + timedelta(days=3)


@pytest.fixture
def grant():
    return running()


@pytest.fixture
def writer(grant):
    return colleague(grant, name="Wanda Writer", email="wanda@example.org")


def dropped() -> list[str]:
    return list(Letter.objects.filter(state="dropped").order_by("pk").values_list("dropped_because", flat=True))


def test_a_letter_is_sent_and_kept_as_it_left(grant, writer, settings):
    settings.SITE_ADDRESS = "https://amif.example.org"
    queue_letters(on=SOON)
    assert send_letters(on=SOON) == {"sent": 1}
    (message,) = mail.outbox
    letter = Letter.objects.get()
    assert (message.to, message.subject, message.body) == (["wanda@example.org"], letter.subject, letter.body)
    assert (letter.state, letter.language, letter.attempts, letter.taken_at) == ("sent", "en", 1, None)
    assert letter.subject == f"Report 1 of {grant.reference} is due on 1 March 2020"
    assert letter.body.startswith("Hello Wanda Writer,\n\n")
    assert f"Grant {grant.reference}: A welcome course" in letter.body
    assert "https://amif.example.org/" in letter.body
    sent = Trail.objects.order_by("-number", "pk").first()
    assert (sent.event, sent.subject_pk, sent.by) == ("send_letter", letter.pk, None)
    assert send_letters(on=SOON) == {}
    assert len(mail.outbox) == 1


def test_a_reminder_of_a_report_that_came_in_meanwhile_is_dropped(grant, writer):
    report = begun(grant)
    queue_letters(on=SOON)
    move(report, "submit", writer)
    assert send_letters(on=SOON) == {"dropped": 1}
    assert (mail.outbox, dropped()) == ([], ["report_submitted"])
    assert Trail.objects.order_by("-number", "pk").first().details == {"because": "report_submitted"}


def test_a_threat_is_not_sent_to_whoever_ended_well(grant, writer):
    """255 administrators were threatened although their control had ended well."""
    report = begun(grant)
    queue_letters(on=AFTER)
    ProgressReport.objects.filter(pk=report.pk).update(**accepted(writer, responsible(grant.programme)))
    assert send_letters(on=AFTER) == {"dropped": 1}
    assert dropped() == ["report_submitted"]


def accepted(writer: Person, officer: Person) -> dict[str, object]:
    submitted = {"submitted_at": timezone.now(), "submitted_by": writer, "digest": "0" * 64}
    examined = {"examined_at": timezone.now(), "examined_by": officer}
    return {"state": "accepted", "accepted_at": timezone.now(), "accepted_by": writer, **submitted, **examined}


def test_a_refusal_is_not_sent_where_the_decision_was_positive(grant, writer):
    """A refusal letter was sent for a positive decision."""
    officer, second = responsible(grant.programme), responsible(grant.programme)
    report = begun(grant)
    move(report, "submit", writer)
    move(report, "return_report", officer, reason="A mistake of mine.")
    queue_letters(on=SOON)
    move(report, "submit", writer)
    move(report, "examine", officer)
    move(report, "accept", second)
    queue_letters(on=SOON)
    send_letters(on=SOON)
    assert ("report_returned", "sent") not in kinds()
    assert ("report_accepted", "sent") in kinds()
    assert [message.subject for message in mail.outbox] == [f"Report 1 of {grant.reference} is accepted"]


def test_of_two_that_say_the_same_only_the_later_is_sent(grant, writer):
    officer = responsible(grant.programme)
    report = begun(grant)
    for reason in ("First.", "Second."):
        move(report, "submit", writer)
        move(report, "return_report", officer, reason=reason)
    queue_letters(on=DUE_ON - timedelta(days=90))
    send_letters(on=DUE_ON - timedelta(days=90))
    (message,) = mail.outbox
    assert "> Second." in message.body
    assert set(dropped()) == {"report_moved_on"}


def test_a_closed_account_gets_nothing(writer):
    queue_letters(on=SOON)
    Person.objects.filter(pk=writer.pk).update(is_active=False)
    assert send_letters(on=SOON) == {"dropped": 1}
    assert dropped() == ["account_closed"]


@pytest.mark.parametrize("taken", ["role", "right"])
def test_whoever_is_no_longer_concerned_gets_nothing(grant, writer, taken):
    queue_letters(on=SOON)
    if taken == "role":
        Role.objects.filter(person=writer).update(ended_at=timezone.now())
    else:
        GrantRight.objects.create(grant=grant, person=writer, right="view")
    assert send_letters(on=SOON) == {"dropped": 1}
    assert dropped() == ["no_longer_concerned"]


def test_a_due_day_that_moved_is_told_of_anew(grant, writer):
    queue_letters(on=SOON)
    later = DUE_ON + timedelta(days=2)
    ReportDue.objects.filter(pk=first_due(grant).pk).update(due_on=later)
    queue_letters(on=SOON)
    assert send_letters(on=SOON) == {"dropped": 1, "sent": 1}
    assert dropped() == ["due_day_moved"]
    assert "3 March 2020" in mail.outbox[0].subject


def test_a_report_owed_no_more_is_not_reminded_of(grant, writer):
    queue_letters(on=SOON)
    first_due(grant).delete()
    assert send_letters(on=SOON) == {"dropped": 1}


def test_a_reminder_that_waited_past_its_day_is_dropped_for_the_next(writer):
    queue_letters(on=SOON)
    queue_letters(on=AFTER)
    assert send_letters(on=AFTER) == {"dropped": 1, "sent": 1}
    assert kinds() == [("report_due_soon", "dropped"), ("report_overdue", "sent")]
    assert dropped() == ["due_day_passed"]


def test_of_two_reminders_that_waited_only_the_later_is_sent(writer):
    queue_letters(on=DUE_ON - timedelta(days=30))
    queue_letters(on=SOON)
    assert send_letters(on=SOON) == {"dropped": 1, "sent": 1}
    assert dropped() == ["later_letter"]


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_a_letter_is_written_in_the_language_of_its_reader(grant, language):
    colleague(grant, language=language)
    queue_letters(on=SOON)
    with translation.override("nl" if language != "nl" else "de"):
        send_letters(on=SOON)
    letter = Letter.objects.get()
    assert letter.language == language
    month = {"fr": "1er mars 2020", "nl": "1 maart 2020", "de": "1. März 2020", "en": "1 March 2020"}[language]
    assert month in letter.subject


class Failing(EmailBackend):
    """A mail server that is down, or refuses one address."""

    fault: Exception | None = None

    def send_messages(self, messages):
        if Failing.fault:
            raise Failing.fault
        return super().send_messages(messages)


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    yield Failing
    Failing.fault = None


@pytest.mark.parametrize("fault", [SMTPServerDisconnected("gone"), ConnectionRefusedError()])
def test_a_mail_server_that_fails_leaves_the_letter_queued(grant, writer, server, fault):
    colleague(grant)
    queue_letters(on=SOON)
    server.fault = fault
    assert send_letters(on=SOON) == {"failed": 1}
    first, second = Letter.objects.order_by("pk")
    assert [(each.state, each.attempts, each.taken_at) for each in (first, second)] == [
        ("queued", 1, None),
        ("queued", 0, None),
    ]
    assert (first.subject, first.body) == ("", "")
    server.fault = None
    assert send_letters(on=SOON) == {"sent": 2}
    assert list(Letter.objects.order_by("pk").values_list("attempts", flat=True)) == [2, 1]


def test_an_address_that_is_refused_does_not_hold_up_the_others(grant, writer, server):
    queue_letters(on=SOON)
    server.fault = SMTPRecipientsRefused({})
    assert send_letters(on=SOON) == {"refused": 1}
    assert kinds() == [("report_due_soon", "queued")]


def test_a_letter_in_other_hands_is_left_alone_until_they_let_go(writer, settings):
    queue_letters(on=SOON)
    Letter.objects.update(taken_at=timezone.now())
    assert send_letters(on=SOON) == {}
    Letter.objects.update(taken_at=timezone.now() - timedelta(seconds=settings.LETTERS_LEASE + 1))
    assert send_letters(on=SOON) == {"sent": 1}


def test_a_title_cannot_write_into_the_head_of_a_letter(grant, writer):
    Grant.objects.update(reference="BE\nBcc: all@example.org")
    queue_letters(on=SOON)
    send_letters(on=SOON)
    assert "\n" not in mail.outbox[0].subject
    assert mail.outbox[0].recipients() == ["wanda@example.org"]
