"""The indicators of a report: counted from the register while it is written, as they were frozen once it was sent."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from openamif.reports.facts import Counted
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.own import names_of_own
from openamif.reports.queries.values import Value, values_of
from openamif.reports.states import EDITABLE, Origin

DAY = timedelta(days=1)
NOTHING = Decimal(0)


def counted_in(report: ProgressReport) -> tuple[Counted, ...]:
    """Those with a target first, as the agreement has them; then whatever else counts."""
    counted = counted_now(report) if report.state in EDITABLE else frozen_in(report)
    named = names_of_own(report.grant.programme, [each.indicator for each in counted])
    return tuple(replace(each, name=named.get(each.indicator, "")) for each in counted) if named else counted


def counted_now(report: ProgressReport) -> tuple[Counted, ...]:
    """As the register stands: what came in the days of the report is the difference of two totals."""
    until = values_of(report.grant, until=report.due.ends_on)
    before = values_of(report.grant, until=report.due.starts_on - DAY)
    targets = {each.indicator: each.target for each in report.grant.targets.all()}
    others = [code for code in until if code not in targets and until[code].number]
    return tuple(_counted(code, until.get(code), before.get(code), targets.get(code)) for code in (*targets, *others))


def _counted(code: str, until: Value | None, before: Value | None, target: Decimal | None) -> Counted:
    value = until.number if until else NOTHING
    return Counted(
        indicator=code,
        origin=until.origin if until else Origin.REGISTER,
        period_value=value - (before.number if before else NOTHING),
        value=value,
        target=target,
        numerator=until.numerator if until else None,
        denominator=until.denominator if until else None,
        breakdown=until.breakdown if until else {},
    )


def frozen_in(report: ProgressReport) -> tuple[Counted, ...]:
    """As they were sent, with what the authority put right."""
    return tuple(map(_frozen, report.values.order_by("pk")))


def _frozen(row: ReportValue) -> Counted:
    return Counted(
        indicator=row.indicator,
        origin=row.origin,
        period_value=row.period_value,
        value=row.value,
        target=row.target,
        numerator=row.numerator,
        denominator=row.denominator,
        breakdown=row.breakdown,
        corrected=row.corrected_value,
        correction_reason=row.correction_reason,
        pk=row.pk,
    )
