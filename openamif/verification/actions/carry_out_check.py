"""The visit took place; what it found is written down."""

from datetime import date

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.verification import policy
from openamif.verification.models import OperationalCheck


@transaction.atomic
def carry_out_check(
    check: OperationalCheck,
    *,
    carried_out_on: date,
    findings: str,
    recommendations: str = "",
    is_without_delay: bool | None = None,
    by: Person,
) -> OperationalCheck:
    """``is_without_delay``: whether the grant keeps to its timetable; None: not looked at."""
    check = OperationalCheck.objects.locked(check.pk)
    require(policy.can_carry_out_check(by, check))
    check.carried_out_on = carried_out_on
    check.findings, check.recommendations = findings.strip(), recommendations.strip()
    check.is_without_delay = is_without_delay
    return make_move(check, "carry_out_check", by=by, details={"carried_out_on": carried_out_on.isoformat()})
