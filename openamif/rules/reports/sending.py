"""When a report may be signed, and by whom (P-07, P-08, P-09); what shows that the public was told (P-04)."""

from datetime import date

from openamif.rules.finding import Finding
from openamif.rules.reports.facts import Report
from openamif.rules.reports.table import ERROR, says


def period_over(report: Report, *, on: date) -> tuple[Finding, ...]:
    """P-07: a report tells of days that are over."""
    found, expected = {"day": on}, {"day": report.ends_on}
    holds = on > report.ends_on
    return (says("P-07", holds, "period", period=report.period, variant="running", found=found, expected=expected),)


def in_order(report: Report) -> tuple[Finding, ...]:
    """P-08: the reports before it were sent."""
    found = {"numbers": ", ".join(map(str, report.open_before))}
    return (says("P-08", not report.open_before, "period", period=report.period, variant="earlier", found=found),)


def signer(report: Report) -> tuple[Finding, ...]:
    """P-09: somebody may sign."""
    return (says("P-09", report.has_signer, "rights", period=report.period, variant="nobody"),)


def publicity(report: Report) -> tuple[Finding, ...]:
    """P-04: evidence that the public was told, with every report; with the last one there has been some at least."""
    attached = report.attachments.get("publicity", 0) > 0
    if report.is_last:
        holds = attached or report.has_proof
        return (says("P-04", holds, "attachments", period=report.period, variant="none_at_all", severity=ERROR),)
    return (says("P-04", attached, "attachments", period=report.period, variant="none"),)
