"""Whether a letter is still true at the moment it is about to leave."""

from datetime import date

from openamif.letters.models import Letter
from openamif.letters.queries.causes import EVENTS, IMPORT
from openamif.letters.queries.recipients import editors_of, officers_of
from openamif.letters.states import OF_DAYS, TO_OFFICERS, DropReason, LetterKind, LetterState
from openamif.record.models import Trail
from openamif.register.models import RegisterImport
from openamif.reports.models import ProgressReport
from openamif.reports.states import EDITABLE, ReportState

STATES: dict[LetterKind, ReportState] = {
    LetterKind.REPORT_SUBMITTED: ReportState.SUBMITTED,
    LetterKind.REPORT_RETURNED: ReportState.RETURNED,
    LetterKind.CLARIFICATION_ASKED: ReportState.CLARIFICATION,
    LetterKind.CLARIFICATION_ANSWERED: ReportState.SUBMITTED,
    LetterKind.REPORT_ACCEPTED: ReportState.ACCEPTED,
    LetterKind.CORRECTION_BEGUN: ReportState.PREPARING,
}
"""In which state a report must be for the letter to be true."""


def why_untrue(letter: Letter, *, on: date) -> DropReason | None:
    """Why it must not leave; None where all that it says holds."""
    kind = LetterKind(letter.kind)
    if not letter.person.is_active:
        return DropReason.ACCOUNT_CLOSED
    if kind in OF_DAYS:
        return _untrue_of_day(letter, kind, on) or _unconcerned(letter, kind)
    event = event_behind(letter)
    if kind is LetterKind.IMPORT_FINISHED:
        upload = import_behind(letter)
        gone = event is None or upload is None or upload.state != event.to_state
        return DropReason.IMPORT_MOVED_ON if gone else None
    if event is None or letter.report is None or letter.report.state != STATES[kind] or _happened_again(event):
        return DropReason.REPORT_MOVED_ON
    return _unconcerned(letter, kind)


def _untrue_of_day(letter: Letter, kind: LetterKind, on: date) -> DropReason | None:
    due = letter.due
    if due is None or letter.cause.split(":")[2] != due.due_on.isoformat():
        return DropReason.DUE_DAY_MOVED
    latest = ProgressReport.objects.filter(due=due).order_by("-version", "pk").first()
    if latest is not None and (latest.state not in EDITABLE or latest.version > 1):
        return DropReason.REPORT_SUBMITTED
    if (kind is LetterKind.REPORT_OVERDUE) != (due.due_on < on):
        return DropReason.DUE_DAY_PASSED if due.due_on < on else DropReason.DUE_DAY_MOVED
    later = Letter.objects.filter(person=letter.person, due=due, kind__in=[str(each) for each in OF_DAYS])
    later = later.exclude(state=LetterState.DROPPED)
    return DropReason.LATER_LETTER if later.filter(pk__gt=letter.pk).exists() else None


def _unconcerned(letter: Letter, kind: LetterKind) -> DropReason | None:
    assert letter.grant is not None
    persons = officers_of(letter.grant) if kind in TO_OFFICERS else editors_of(letter.grant)
    return None if letter.person_id in persons else DropReason.NO_LONGER_CONCERNED


def event_behind(letter: Letter) -> Trail | None:
    """The event that it is written because of; None for a letter of days."""
    source, _colon, number = letter.cause.partition(":")
    return Trail.objects.filter(number=int(number)).first() if source == "trail" else None


def _happened_again(event: Trail) -> bool:
    """Whether the same happened to the record later: of that there is another letter."""
    later = Trail.objects.filter(subject_kind=event.subject_kind, subject_pk=event.subject_pk, event=event.event)
    return later.filter(number__gt=event.number).exists()


def import_behind(letter: Letter) -> RegisterImport | None:
    """The file that a letter about an import tells of."""
    event = event_behind(letter)
    if event is None or event.subject_kind != IMPORT or (IMPORT, event.event) not in EVENTS:
        return None
    return RegisterImport.objects.filter(pk=event.subject_pk).first()
