"""The words of letters: what happened, what to do, until when, and the page where it is done. Plain text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from openamif.letters.facts import LetterFacts
from openamif.letters.states import TO_OFFICERS, LetterKind
from openamif.people.languages import written_day


@dataclass(frozen=True, slots=True)
class Text:
    """A letter as it leaves."""

    subject: str
    body: str


def text_of(facts: LetterFacts, *, longest_subject: int | None = None) -> Text:
    """In the language that is active: the caller sees to it that it is the reader's."""
    subject, paragraphs = WRITERS[facts.kind](facts)
    greeting = pgettext("the head of a letter", "Hello %(name)s,") % {"name": facts.name}
    address = settings.SITE_ADDRESS + page_of(facts)
    body = "\n\n".join([greeting, *paragraphs, address, closing_of(facts)])
    return Text(" ".join(subject.split())[:longest_subject], body + "\n")


def page_of(facts: LetterFacts) -> str:
    """The path of the page where the reader does what is to be done; of a report not begun yet, that of its grant."""
    if facts.record is None:
        return reverse("beneficiary:grant", args=[facts.grant])
    return reverse(PAGES[facts.kind], args=[facts.record])


PAGES: Mapping[LetterKind, str] = {
    **dict.fromkeys(LetterKind, "beneficiary:report"),
    **dict.fromkeys(TO_OFFICERS, "authority:report"),
    LetterKind.IMPORT_FINISHED: "beneficiary:import",
}


def closing_of(facts: LetterFacts) -> str:
    """Why she gets it, so that nobody wonders."""
    if facts.kind is LetterKind.IMPORT_FINISHED:
        why = _("You receive this because you sent the file in.")
    elif facts.kind in TO_OFFICERS:
        why = _("You receive this because your authority looks after this grant.")
    else:
        why = _("You receive this because you may edit or sign the reports of this grant.")
    nobody = _("Nobody reads answers to this address.")
    return f"{why} {nobody}\n-- \n{settings.SITE_NAME}"


def report_words(facts: LetterFacts) -> dict[str, object]:
    """What every sentence may name."""
    words: dict[str, object] = {"reference": facts.reference, "title": facts.title, "number": facts.number}
    words |= {"beneficiary": facts.beneficiary, "version": facts.version, "file": facts.file}
    for name in ("starts_on", "ends_on", "due_on", "answer_by_on"):
        value = getattr(facts, name)
        words[name.removesuffix("_on")] = written_day(value) if value else ""
    if facts.happened_at:
        words["happened"] = written_day(localtime(facts.happened_at).date())
    return words


def about(facts: LetterFacts) -> str:
    """Which report of which grant."""
    words = report_words(facts)
    if facts.version > 1:
        said = _("Report %(number)s, version %(version)s, %(starts)s to %(ends)s")
    else:
        said = _("Report %(number)s, %(starts)s to %(ends)s")
    return said % words + "\n" + _("Grant %(reference)s: %(title)s") % words


def quoted(text: str) -> str:
    """What somebody wrote, set off from our own words."""
    return "\n".join(f"> {line}" for line in text.strip().splitlines())


Written = tuple[str, list[str]]


def due_soon(facts: LetterFacts) -> Written:
    """Not handed in yet."""
    words = report_words(facts)
    subject = _("Report %(number)s of %(reference)s is due on %(due)s") % words
    if facts.is_returned:
        state = _(
            "The report below is due on %(due)s. It was returned to you and waits to be corrected and signed again."
        )
    else:
        state = _("The report below is due on %(due)s. It has not been submitted yet.")
    todo = _("Please complete it and have it signed by then. Its page lists what is still missing:")
    return subject, [state % words, about(facts), todo]


def overdue(facts: LetterFacts) -> Written:
    """Late, and what to do about it."""
    words = report_words(facts)
    subject = _("Report %(number)s of %(reference)s was due on %(due)s") % words
    late = ngettext("%(days)s day ago", "%(days)s days ago", facts.late) % {"days": facts.late}
    state = _("The report below was due on %(due)s, %(late)s, and has not reached the authority.")
    todo = _("Please submit it, or tell the authority when it will come. Its page lists what is still missing:")
    return subject, [state % {**words, "late": late}, about(facts), todo]


def submitted(facts: LetterFacts) -> Written:
    """To the officers."""
    words = report_words(facts)
    subject = _("Report %(number)s of %(reference)s has come in") % words
    state = _("%(beneficiary)s submitted the report below on %(happened)s. It waits to be examined.") % words
    return subject, [state, about(facts), _("You find it here:")]


def returned(facts: LetterFacts) -> Written:
    """With the reason."""
    words = report_words(facts)
    subject = _("Report %(number)s of %(reference)s was returned to you") % words
    state = _(
        "The authority returned the report below on %(happened)s, so that it can be changed. It gives this reason:"
    )
    todo = _("Please make the changes and have the report signed again. It can be edited here:")
    return subject, [state % words, quoted(facts.reason), about(facts), todo]


def asked(facts: LetterFacts) -> Written:
    """With the question, and until when."""
    words = report_words(facts)
    subject = _("A question on report %(number)s of %(reference)s") % words
    state = _("The authority has a question on the report below:")
    if facts.answer_by_on:
        todo = _("Please answer by %(answer_by)s. The examination stands still until then. The answer is given here:")
    else:
        todo = _("Please answer it. The examination stands still until then. The answer is given here:")
    return subject, [state, quoted(facts.reason), about(facts), todo % words]


def answered(facts: LetterFacts) -> Written:
    """To the officers."""
    words = report_words(facts)
    subject = _("Your question on report %(number)s of %(reference)s was answered") % words
    state = _("%(beneficiary)s answered on %(happened)s:") % words
    todo = _("The time for the examination runs again. You find the report here:")
    return subject, [state, quoted(facts.reason), about(facts), todo]


def accepted(facts: LetterFacts) -> Written:
    """Nothing to do."""
    words = report_words(facts)
    subject = _("Report %(number)s of %(reference)s is accepted") % words
    state = _("The authority accepted the report below on %(happened)s. There is nothing more for you to do.") % words
    return subject, [state, about(facts), _("You find it, with the values that were accepted, here:")]


def correction_begun(facts: LetterFacts) -> Written:
    """An accepted report that the authority wants changed, with the reason."""
    words = report_words(facts)
    subject = _("Report %(number)s of %(reference)s is open to be corrected") % words
    state = (
        _("The authority opened a new version of a report that was accepted, on %(happened)s, for this reason:") % words
    )
    todo = _(
        "Please correct it and have it signed again. Until the new version is accepted, the one before counts. It is "
        "edited here:"
    )
    return subject, [state, quoted(facts.reason), about(facts), todo]


def import_finished(facts: LetterFacts) -> Written:
    """Read and waiting for a yes, stored, or refused."""
    words = report_words(facts)
    subjects, states = (
        {
            "read": _("Your file %(file)s was read"),
            "stored": _("Your file %(file)s was stored"),
            "refused": _("Your file %(file)s was not stored"),
        },
        {
            "read": _("The file %(file)s for the grant below was read. Nothing is stored until you have looked at it."),
            "stored": _("The rows of the file %(file)s are now in the register of the grant below."),
            "refused": _(
                "The file %(file)s for the grant below could not be stored. Nothing of it was. Its page says why."
            ),
        },
    )
    grant = _("Grant %(reference)s: %(title)s") % words
    return subjects[facts.import_state] % words, [states[facts.import_state] % words, grant, _("Its page:")]


WRITERS: Mapping[LetterKind, Callable[[LetterFacts], Written]] = {
    LetterKind.REPORT_DUE_SOON: due_soon,
    LetterKind.REPORT_OVERDUE: overdue,
    LetterKind.REPORT_SUBMITTED: submitted,
    LetterKind.REPORT_RETURNED: returned,
    LetterKind.CLARIFICATION_ASKED: asked,
    LetterKind.CLARIFICATION_ANSWERED: answered,
    LetterKind.REPORT_ACCEPTED: accepted,
    LetterKind.CORRECTION_BEGUN: correction_begun,
    LetterKind.IMPORT_FINISHED: import_finished,
}
