"""What waits for a beneficiary, as lines of her home: questions, reports returned and due, files read or asking."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.people.queries import Holdings
from openamif.register.models import RegisterImport
from openamif.register.queries.files import files_waiting
from openamif.register.states import ImportState
from openamif.reports.queries.owed import Owed, dues_waiting, reports_owed
from openamif.reports.states import ReportState
from openamif.web.beneficiary.overview import badge_of_report, days_of
from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Task

MOST = 12


def tasks_of(held: Holdings, *, on: date) -> list[Task]:
    """The most pressing first: what somebody asked, then what is due, then what only needs a yes."""
    owed = reports_owed(held, on=on, most=MOST)
    asked = [each for each in owed if each.question]
    returned = [each for each in owed if each.report and each.report.state == ReportState.RETURNED]
    rest = [each for each in owed if each not in asked and each not in returned]
    files = list(files_waiting(held)[:MOST])
    return [*map(question, asked), *map(return_of, returned), *(due(each, on) for each in rest), *files_as_tasks(files)]


def number_waiting(held: Holdings, *, on: date) -> int:
    """How many things wait, for the side column; two queries."""
    return dues_waiting(held, on=on).count() + files_waiting(held).count()


def named(owed: Owed) -> str:
    """Which report of which grant."""
    words = {"number": owed.due.number, "reference": owed.due.grant.reference}
    return _("Progress report %(number)d of %(reference)s") % words


def report_url(owed: Owed) -> str:
    """Where it is written; before it was begun, where it is begun."""
    if owed.report:
        return reverse("beneficiary:report", args=[owed.report.pk])
    return reverse("beneficiary:grant", args=[owed.due.grant_id]) + "#reports"


def question(owed: Owed) -> Task:
    """The authority asked something and its clock stands still."""
    assert owed.question is not None
    return Task(
        named(owed),
        report_url(owed),
        _("The authority asks: “%(question)s”") % {"question": owed.question.question},
        owed.question.answer_by_on,
        Badge(_("A question for you"), "bad"),
    )


def return_of(owed: Owed) -> Task:
    """The authority wants changes; what was due came in, so no day is set."""
    text = _("The authority wants something changed; its reason stands at the head of the report.")
    return Task(named(owed), report_url(owed), text, badge=Badge(_("Returned to you"), "bad"))


def due(owed: Owed, on: date) -> Task:
    """A period is over; for a correction of what came in no day is set."""
    words = {"title": owed.due.grant.title, "days": days_of(owed.due)}
    return Task(
        named(owed),
        report_url(owed),
        _("%(title)s: %(days)s") % words,
        None if owed.report and owed.report.is_handed_in else owed.due.due_on,
        badge_of_report(owed.due, owed.report, on),
    )


def files_as_tasks(files: Iterable[RegisterImport]) -> list[Task]:
    """Files that were read and wait for a yes, or for what their headings mean."""
    return [Task(each.name, reverse("beneficiary:import", args=[each.pk]), *wanted(each)) for each in files]


def wanted(upload: RegisterImport) -> tuple[str, None, Badge]:
    """What a file waits for: in words, by no set day, and as a badge."""
    words = {"reference": upload.grant.reference, "rows": formats.count(upload.rows)}
    if upload.state == ImportState.KEPT:
        told = _("%(reference)s: say which columns its headings mean; until then it is not read") % words
        return told, None, Badge(_("Headings to explain"), "wait")
    told = ngettext("%(reference)s: %(rows)s row was read", "%(reference)s: %(rows)s rows were read", upload.rows)
    return told % words, None, Badge(_("Waits for your yes"), "wait")
