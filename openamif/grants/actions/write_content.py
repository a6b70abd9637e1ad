"""Write what agreements say into the rows of their grants."""

from collections.abc import Sequence

from openamif.grants.facts import GrantContent
from openamif.grants.models import BudgetLine, Grant, GrantTarget, Partner, ReportDue
from openamif.rules.grants.calendar import reports


def set_columns(grant: Grant, content: GrantContent) -> None:
    """The grant's own row, not saved yet; its state is for the moves."""
    for name, value in content.columns().items():
        setattr(grant, name, value)


def write_rows(written: Sequence[tuple[Grant, GrantContent]]) -> None:
    """Partners, budget, targets and the calendar of saved grants, in place of what they had; eight queries for many."""
    grants = [grant for grant, _content in written]
    for model in (Partner, BudgetLine, GrantTarget, ReportDue):
        model._default_manager.filter(grant__in=grants).delete()
    Partner.objects.bulk_create(
        Partner(grant=grant, organisation=partner) for grant, content in written for partner in content.partners
    )
    BudgetLine.objects.bulk_create(
        BudgetLine(grant=grant, category=category, amount=amount)
        for grant, content in written
        for category, amount in content.budget.items()
    )
    GrantTarget.objects.bulk_create(
        GrantTarget(grant=grant, indicator=indicator, target=target)
        for grant, content in written
        for indicator, target in content.targets.items()
    )
    ReportDue.objects.bulk_create(
        ReportDue(grant=grant, number=each.number, starts_on=each.starts_on, ends_on=each.ends_on, due_on=each.due_on)
        for grant, content in written
        for each in reports(content.starts_on, content.ends_on, months=content.report_months, days=content.report_days)
    )
