"""Freeze the values of a report that is about to be sent."""

from django.db import transaction

from openamif.reports.facts import DEVIATION
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.counted import counted_now
from openamif.reports.queries.frozen import digest_of, known_now, rule_versions


@transaction.atomic
def freeze_values(report: ProgressReport) -> list[ReportValue]:
    """Counted anew, in place of what an earlier submission of this version said; the caller has locked the grant."""
    known = known_now(report.grant)
    versions = rule_versions(report.grant, on=report.due.ends_on)
    explained = {row.key: row.text for row in report.texts.order_by("pk")}
    rows = [
        ReportValue(
            report=report,
            indicator=each.indicator,
            origin=each.origin,
            target=each.target,
            period_value=each.period_value,
            value=each.value,
            numerator=each.numerator,
            denominator=each.denominator,
            breakdown=dict(each.breakdown),
            deviation=explained.get(f"{DEVIATION}{each.indicator}", ""),
            known_event=known.event,
            known_output=known.output,
            known_at=known.at,
            rule_version=versions.get(each.indicator, ""),
        )
        for each in counted_now(report)
    ]
    for row in rows:
        row.digest = digest_of(row)
    report.values.all().delete()
    return ReportValue.objects.bulk_create(rows)
