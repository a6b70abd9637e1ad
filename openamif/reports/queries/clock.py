"""How long the authority has left for a report."""

from datetime import date

from django.utils.timezone import localdate

from openamif.reports.models import ProgressReport
from openamif.reports.states import EDITABLE
from openamif.rules.reports.clock import Clock, Stop, examination


def clock_of(report: ProgressReport, *, on: date) -> Clock | None:
    """Since it was last submitted; None while the beneficiary writes. No query where the stops were prefetched."""
    if report.submitted_at is None or report.state in EDITABLE:
        return None
    stops = [
        Stop(localdate(stop.asked_at), localdate(stop.answered_at) if stop.answered_at else None)
        for stop in report.stops.all()
        if stop.asked_at >= report.submitted_at
    ]
    return examination(
        localdate(report.submitted_at),
        stops,
        period=report.grant.programme.period,
        on=on,
        decided_on=localdate(report.accepted_at) if report.accepted_at else None,
    )
