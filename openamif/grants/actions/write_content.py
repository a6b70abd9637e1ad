"""Write what agreements say into the rows of their grants."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date

from django.db.models import PROTECT

from openamif.grants.facts import SEXES, ContactContent, GrantContent
from openamif.grants.models import (
    Amendment,
    BudgetLine,
    Contract,
    Grant,
    GrantTarget,
    Particulars,
    Partner,
    ReportDue,
    WorkPackage,
)
from openamif.rules.grants.calendar import Report, owed

Written = Sequence[tuple[Grant, GrantContent]]
REPLACED = (Particulars, Partner, BudgetLine, GrantTarget, Contract, Amendment, WorkPackage)
DAYS = ("starts_on", "ends_on", "due_on")


def set_columns(grant: Grant, content: GrantContent) -> None:
    """The grant's own row, not saved yet; its state is for the moves."""
    for name, value in content.columns().items():
        setattr(grant, name, value)


def write_rows(written: Written) -> None:
    """Everything beside the rows of saved grants, in place of what they had; as many queries for many as for one."""
    grants = [grant for grant, _content in written]
    for model in REPLACED:
        model._default_manager.filter(grant__in=grants).delete()
    _write_bodies_and_money(written)
    _write_aims(written)
    _write_papers(written)
    _write_calendar(written)


def _write_bodies_and_money(written: Written) -> None:
    Particulars.objects.bulk_create(Particulars(grant=grant, **content.particulars()) for grant, content in written)
    Partner.objects.bulk_create(
        Partner(grant=grant, organisation=partner, **asdict(content.contacts.get(partner.name, ContactContent())))
        for grant, content in written
        for partner in content.partners
    )
    BudgetLine.objects.bulk_create(
        BudgetLine(grant=grant, category=category, amount=amount)
        for grant, content in written
        for category, amount in content.budget.items()
    )


def _write_aims(written: Written) -> None:
    GrantTarget.objects.bulk_create(
        GrantTarget(
            grant=grant,
            indicator=indicator,
            target=target,
            **{sex: content.targets_by_sex.get(f"{indicator}.{sex}") for sex in SEXES},
        )
        for grant, content in written
        for indicator, target in content.targets.items()
    )
    WorkPackage.objects.bulk_create(
        WorkPackage(grant=grant, number=number, title=title)
        for grant, content in written
        for number, title in content.work_packages.items()
    )


def _write_papers(written: Written) -> None:
    Contract.objects.bulk_create(
        Contract(
            grant=grant,
            reference=reference,
            level=each.level,
            name=each.name,
            party=each.party,
            party_number=each.party_number,
            signed_on=each.signed_on,
            amount=each.amount,
        )
        for grant, content in written
        for reference, each in content.contracts.items()
    )
    Amendment.objects.bulk_create(
        Amendment(grant=grant, number=number, signed_on=each.signed_on, what=each.what)
        for grant, content in written
        for number, each in content.amendments.items()
    )


def _write_calendar(written: Written) -> None:
    """The reports owed keep their rows, which what was reported hangs on; only what differs is written."""
    here: dict[int, dict[int, ReportDue]] = {grant.pk: {} for grant, _content in written}
    for row in ReportDue.objects.filter(grant__in=here).order_by("number", "pk"):
        here[row.grant_id][row.number] = row
    new: list[ReportDue] = []
    moved, idle = [], []
    for grant, content in written:
        dues = here[grant.pk]
        kept = _kept(dues.values(), content)
        for each in _owed(content, kept):
            due = dues.pop(each.number, None)
            if due is None:
                new.append(ReportDue(grant=grant, number=each.number, **_days(each)))
            elif _days(each) != _days(due):
                for name, day in _days(each).items():
                    setattr(due, name, day)
                moved.append(due)
        idle += [due for due in dues.values() if due not in kept]
    ReportDue.objects.bulk_create(new)
    ReportDue.objects.bulk_update(moved, DAYS, batch_size=100)
    _give_up(idle)


def _kept(dues: Collection[ReportDue], content: GrantContent) -> list[ReportDue]:
    """Those up to the last that was sent, in order."""
    last = max((due.number for due in dues if due.is_reported), default=0)
    return [due for due in dues if due.number <= last and (due.is_reported or _is_owed(due, content))]


def _owed(content: GrantContent, kept: Sequence[ReportDue]) -> list[Report]:
    """Besides those kept; numbers stay as they are."""
    fixed = [Report(due.number, **_days(due)) for due in kept]
    every = owed(content.starts_on, content.ends_on, months=content.report_months, days=content.report_days, kept=fixed)
    return [each for each in every if _is_owed(each, content)]


def _is_owed(report: Report | ReportDue, content: GrantContent) -> bool:
    """Reports on earlier days were made elsewhere, before the grant was followed here."""
    return content.reports_start_on is None or report.ends_on >= content.reports_start_on


def _days(report: Report | ReportDue) -> dict[str, date]:
    return {name: getattr(report, name) for name in DAYS}


def _give_up(dues: list[ReportDue]) -> None:
    """Those that are owed no more; one for which something was reported stays in the calendar."""
    idle = ReportDue.objects.filter(pk__in=[due.pk for due in dues])
    for relation in ReportDue._meta.related_objects:
        if relation.on_delete is PROTECT:
            idle = idle.exclude(**{f"{relation.name}__isnull": False})
    idle.delete()
