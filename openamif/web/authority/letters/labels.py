"""What the reader calls letters, how far they are, and why one was dropped."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openamif.letters.models import Letter
from openamif.web.components.shapes import Badge

LETTER_KINDS: dict[str, Promise] = {
    "report_due_soon": _("Report due soon"),
    "report_overdue": _("Report overdue"),
    "report_submitted": _("Report submitted"),
    "report_returned": _("Report returned"),
    "clarification_asked": _("Clarification asked"),
    "clarification_answered": _("Clarification answered"),
    "report_accepted": _("Report accepted"),
    "correction_begun": _("Correction asked for"),
    "import_finished": _("File worked through"),
}
LETTER_STATES: dict[str, tuple[Promise, str]] = {
    "queued": (pgettext_lazy("a letter", "Waiting"), "wait"),
    "sent": (pgettext_lazy("a letter", "Sent"), "good"),
    "dropped": (pgettext_lazy("a letter", "Dropped"), "idle"),
}
DROP_REASONS: dict[str, Promise] = {
    "account_closed": _("The account was closed before it left."),
    "no_longer_concerned": _("The reader no longer had anything to do with it."),
    "report_submitted": _("The report had come in by then."),
    "report_moved_on": _("The report had moved on by then."),
    "due_day_moved": _("The day had been moved by then."),
    "due_day_passed": _("The day had passed by then; a letter on the delay took its place."),
    "later_letter": _("A later letter said the same."),
    "import_moved_on": _("Somebody had gone on with the file by then."),
}


def state_badge(letter: Letter) -> Badge:
    """How far a letter is, in the reader's word."""
    label, tone = LETTER_STATES[letter.state]
    return Badge(str(label), tone)
