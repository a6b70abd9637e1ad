"""What a grant's page shows of its reports: the calendar with how far each is, and who may sign for the beneficiary."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant, ReportDue
from openamif.grants.policy import can_give_rights
from openamif.grants.queries.rights import colleagues_of
from openamif.grants.states import GrantState
from openamif.people.models import Person
from openamif.reports.models import ProgressReport
from openamif.reports.queries.reports import reports_of
from openamif.reports.states import EDITABLE, ReportState
from openamif.web.components import formats
from openamif.web.components.shapes import Entry
from openamif.web.labels import REPORT_STATES, RIGHTS


def calendar(grant: Grant, on: date) -> list[Entry]:
    """The reports that the agreement asks for; those sent lead to their page. A draft owes none yet."""
    owed = grant.state != GrantState.DRAFT
    return [_entry(due, versions, on, is_late=owed and due.due_on < on) for due, versions in reports_of(grant)]


def _entry(due: ReportDue, versions: list[ProgressReport], on: date, *, is_late: bool) -> Entry:
    report = versions[0] if versions else None
    sent = next((each for each in versions if each.submitted_at), None)
    words = str(REPORT_STATES[report.state][0]) if report else _("Overdue") if is_late else ""
    days = formats.days(due.starts_on, due.ends_on)
    return Entry(
        at=due.due_on,
        title=_("Report %(number)d") % {"number": due.number},
        text=f"{days} · {words}" if words else days,
        url=reverse("authority:report", args=[sent.pk]) if sent else "",
        state=_progress(due, report, on, is_late=is_late),
    )


def _progress(due: ReportDue, report: ProgressReport | None, on: date, *, is_late: bool) -> str:
    if report is not None and report.state == ReportState.ACCEPTED:
        return "done"
    if report is not None and (report.state not in EDITABLE or report.version > 1):
        return "current"
    if is_late:
        return "failed"
    return "current" if due.starts_on <= on else "todo"


def people_of(grant: Grant, reader: Person) -> dict[str, Any]:
    """Who of the beneficiary and its partners may do what; the authority of the grant changes it."""
    colleagues = colleagues_of(grant)
    return {
        "colleagues": [
            {
                "pk": each.person.pk,
                "name": each.person.name,
                "organisation": each.role.organisation.name,
                "right": str(each.right),
                "words": RIGHTS[each.right],
            }
            for each in colleagues
        ],
        "signs": any(each.right == "sign" for each in colleagues),
        "may_give": bool(can_give_rights(reader, grant)),
        "rights": list(RIGHTS.items()),
    }
