"""Send one letter, or drop it because it is no longer true."""

from datetime import date, timedelta
from enum import StrEnum
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from openamif.letters.facts import letter_facts
from openamif.letters.models import Letter
from openamif.letters.queries import why_untrue
from openamif.letters.states import LetterState
from openamif.letters.wording import Text, text_of
from openamif.record.actions.make_move import make_move

LONGEST_SUBJECT = Letter._meta.get_field("subject").max_length


class Sending(StrEnum):
    """Sent; dropped; refused by the mail server for this person; the mail server failed; in other hands already."""

    SENT = "sent"
    DROPPED = "dropped"
    REFUSED = "refused"
    FAILED = "failed"
    TAKEN = "taken"


def send_letter(pk: int, *, on: date) -> Sending:
    """The state is looked at under the lock of the letter. Nothing is locked while the mail server is talked to.

    A letter whose job dies between the mail server's yes and ours leaves a second time: better twice than never.
    """
    taken = _take(pk, on=on)
    if not isinstance(taken, Letter):
        return taken
    with translation.override(taken.person.language):
        text = text_of(letter_facts(taken, on=on), longest_subject=LONGEST_SUBJECT)
    try:
        EmailMessage(text.subject, text.body, to=[taken.person.email]).send()
    except SMTPRecipientsRefused:
        _release(pk)
        return Sending.REFUSED
    except (SMTPException, OSError):
        _release(pk)
        return Sending.FAILED
    _keep(pk, text, language=taken.person.language)
    return Sending.SENT


@transaction.atomic
def _take(pk: int, *, on: date) -> Letter | Sending:
    broken_off = timezone.now() - timedelta(seconds=settings.LETTERS_LEASE)
    free = Q(taken_at=None) | Q(taken_at__lt=broken_off)
    related = ("person", "grant__programme", "grant__beneficiary", "due", "report")
    waiting = Letter.objects.select_for_update(of=("self",)).select_related(*related)
    letter = waiting.filter(free, pk=pk, state=LetterState.QUEUED).first()
    if letter is None:
        return Sending.TAKEN
    if reason := why_untrue(letter, on=on):
        letter.dropped_because, letter.taken_at = str(reason), None
        make_move(letter, "drop_letter", by=None, details={"because": str(reason)})
        return Sending.DROPPED
    letter.attempts += 1
    letter.taken_at = timezone.now()
    letter.save(update_fields=["attempts", "taken_at"])
    return letter


def _release(pk: int) -> None:
    """It waits for the next time."""
    Letter.objects.filter(pk=pk).update(taken_at=None)


@transaction.atomic
def _keep(pk: int, text: Text, *, language: str) -> None:
    letter = Letter.objects.select_for_update().get(pk=pk)
    letter.language, letter.subject, letter.body = language, text.subject, text.body
    letter.sent_at, letter.taken_at = timezone.now(), None
    make_move(letter, "send_letter", by=None)
