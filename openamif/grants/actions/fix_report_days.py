"""Fix the days of a report that its beneficiary sent."""

from openamif.grants.models import ReportDue


def fix_report_days(due: ReportDue) -> None:
    """From now on no change of the grant moves them; the caller has locked the grant."""
    due.is_reported = True
    due.save(update_fields=["is_reported"])
