"""A grant laid out for its beneficiary: figures of the register, particulars, targets with progress, reports."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant, ReportDue
from openamif.people.models import Person
from openamif.register.queries.quality import register_figures
from openamif.reports import policy
from openamif.reports.models import ProgressReport
from openamif.reports.queries.own import names_of_own
from openamif.reports.queries.reports import reports_of
from openamif.reports.queries.values import Value, values_of
from openamif.reports.states import Origin
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Badge, Bullet, Coded, Figure
from openamif.web.components.tables import Column
from openamif.web.labels import REPORT_STATES
from openamif.web.official import objective_name
from openamif.web.report_sheet import declared_name
from openamif.web.short_names import short_name


def figures_of(grant: Grant) -> list[Figure]:
    """How much its register holds."""
    figures = register_figures(grant)
    return [
        Figure(_("Participants"), figures.participants, url=reverse("beneficiary:participants", args=[grant.pk])),
        Figure(_("Activities"), figures.activities, url=reverse("beneficiary:activities", args=[grant.pk])),
        Figure(_("Events recorded"), figures.events),
        Figure(_("Things delivered"), figures.outputs, url=reverse("beneficiary:outputs", args=[grant.pk])),
    ]


def pairs_of(grant: Grant) -> list[tuple[str, Any]]:
    """What the agreement says, as far as the beneficiary asks for it day by day."""
    said: list[tuple[str, Any]] = [
        (_("Objective"), f"{grant.objective} {objective_name(grant.objective, grant.programme.period)}"),
        (_("Signed on"), formats.day(grant.signed_on) if grant.signed_on else ""),
        (_("Starts on"), formats.day(grant.starts_on)),
        (_("Ends on"), formats.day(grant.ends_on)),
        (_("Activities ended on"), formats.day(grant.ended_on) if grant.ended_on else ""),
        (_("Total eligible cost"), formats.euros(grant.eligible_amount)),
        (_("Union contribution"), formats.euros(grant.union_amount)),
        (_("Responsible authority"), grant.programme.responsible_authority.name),
        (_("Delegated authority"), grant.delegated_authority.name if grant.delegated_authority else ""),
        (_("Partners"), formats.listed(partner.organisation.name for partner in grant.partners.all())),
    ]
    return [(name, value) for name, value in said if value]


def targets_of(grant: Grant, on: date) -> tuple[list[Column], list[dict[str, Any]]]:
    """Each indicator with what it has come to, against its target."""
    columns = [
        Column("indicator", _("Indicator")),
        Column("value", _("So far"), "count"),
        Column("target", _("Target"), "count"),
        Column("reached", _("Reached")),
    ]
    values, targets = values_of(grant, until=on), {each.indicator: each.target for each in grant.targets.all()}
    codes = [*targets, *(code for code, value in values.items() if code not in targets and value.number)]
    named = names_of_own(grant.programme, codes)
    return columns, [
        target_row(grant, code, named.get(code, code), values.get(code), targets.get(code)) for code in codes
    ]


def target_row(grant: Grant, code: str, printed: str, value: Value | None, target: Decimal | None) -> dict[str, Any]:
    """A line of the table; what is counted from the register can be opened."""
    number = value.number if value else Decimal(0)
    opens = value is not None and (number if value.numerator is None else value.numerator) > value.declared
    way = reverse("beneficiary:counted", args=[grant.pk, code]) if opens else ""
    name = short_name(code, printed, grant.programme.period)
    is_declared = value is not None and value.origin == Origin.DECLARED
    return {
        "indicator": declared_name(code, name, way) if is_declared else Coded(code, name, way),
        "value": number,
        "target": target,
        "reached": Bullet(number, target) if target else None,
    }


def calendar_of(grant: Grant, reader: Person, on: date) -> list[dict[str, Any]]:
    """The reports that it owes, each with how far it is and what can be done."""
    return [report_row(due, versions, reader, on) for due, versions in reports_of(grant)]


def report_row(due: ReportDue, versions: list[ProgressReport], reader: Person, on: date) -> dict[str, Any]:
    """A line of the calendar; only the latest version is told."""
    latest = versions[0] if versions else None
    begin = None
    if latest is None and due.starts_on <= on and policy.can_begin_report(reader, due):
        url, is_over = reverse("beneficiary:report_begin", args=[due.pk]), due.ends_on < on
        begin = Action(_("Begin"), url, post=True, main=is_over)
    return {
        "title": _("Report %(number)d") % {"number": due.number},
        "period": days_of(due),
        "due_on": due.due_on,
        "met": latest is not None and latest.is_handed_in,
        "badge": badge_of_report(due, latest, on),
        "url": reverse("beneficiary:report", args=[latest.pk]) if latest else "",
        "begin": begin,
    }


def days_of(due: ReportDue) -> str:
    """The days that a report is about."""
    words = {
        "from": formats.day(due.starts_on, length="medium"),
        "until": formats.day(due.ends_on, length="medium"),
    }
    return _("%(from)s to %(until)s") % words


def badge_of_report(due: ReportDue, latest: ProgressReport | None, on: date) -> Badge:
    """How far it is; before it was begun, whether its days are over."""
    if latest:
        label, tone = REPORT_STATES[latest.state]
        return Badge(str(label), tone)
    if due.ends_on < on:
        return Badge(_("To begin"), "wait")
    return Badge(_("Its days run") if due.starts_on <= on else _("To come"), "idle")
