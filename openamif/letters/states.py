"""What letters there are, and how far one is."""

from enum import StrEnum

from openamif.record.states import moves


class LetterKind(StrEnum):
    """Why a letter is written."""

    REPORT_DUE_SOON = "report_due_soon"
    REPORT_OVERDUE = "report_overdue"
    REPORT_SUBMITTED = "report_submitted"
    REPORT_RETURNED = "report_returned"
    CLARIFICATION_ASKED = "clarification_asked"
    CLARIFICATION_ANSWERED = "clarification_answered"
    REPORT_ACCEPTED = "report_accepted"
    CORRECTION_BEGUN = "correction_begun"
    IMPORT_FINISHED = "import_finished"


class LetterState(StrEnum):
    """Waiting for the job; sent; dropped, because it was no longer true when it was about to leave."""

    QUEUED = "queued"
    SENT = "sent"
    DROPPED = "dropped"


MOVES = moves(
    send_letter=(LetterState.QUEUED, LetterState.SENT),
    drop_letter=(LetterState.QUEUED, LetterState.DROPPED),
)
OF_DAYS = (LetterKind.REPORT_DUE_SOON, LetterKind.REPORT_OVERDUE)
TO_OFFICERS = (LetterKind.REPORT_SUBMITTED, LetterKind.CLARIFICATION_ANSWERED)


class DropReason(StrEnum):
    """Why a letter did not leave."""

    ACCOUNT_CLOSED = "account_closed"
    NO_LONGER_CONCERNED = "no_longer_concerned"
    REPORT_SUBMITTED = "report_submitted"
    REPORT_MOVED_ON = "report_moved_on"
    DUE_DAY_MOVED = "due_day_moved"
    DUE_DAY_PASSED = "due_day_passed"
    LATER_LETTER = "later_letter"
    IMPORT_MOVED_ON = "import_moved_on"
