"""Begin to write a report."""

from django.db import transaction

from openamif.grants.models import Grant, ReportDue
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.reports import policy
from openamif.reports.models import ProgressReport


@transaction.atomic
def begin_report(due: ReportDue, *, by: Person) -> ProgressReport:
    """Its first version; whoever of two colleagues comes second is told that it is there."""
    due.grant = Grant.objects.locked(due.grant_id)
    require(policy.can_begin_report(by, due))
    report = ProgressReport.objects.create(due=due, grant=due.grant)
    append_trail(report, "report_begun", by=by, to_state=report.state, details={"number": due.number})
    return report
