"""The tables of the overview: indicators, grants, reports, doubts about the data."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.grants.queries.lists import Sums
from openamif.grants.states import GrantState
from openamif.reports.queries.breakdowns import IN_HAND
from openamif.reports.queries.doubts import pairs_of
from openamif.reports.queries.overview import Cell, Standing
from openamif.reports.queries.reports import COMING, OVERDUE
from openamif.reports.states import AgeGroup, ReportState, SexGroup
from openamif.web.authority.situation.sheet import Sheet
from openamif.web.components.colours import objective_key
from openamif.web.components.formats import count, money_short, share
from openamif.web.components.shapes import Bullet, Coded, Figure, Link
from openamif.web.components.tables import Column
from openamif.web.components.tags import figures
from openamif.web.labels import REPORT_STATES


def indicator_columns(*, has_milestones: bool) -> list[Column]:
    """Of the indicators of an objective."""
    milestone = [Column("milestone", _("Milestone"), "count")] if has_milestones else []
    return [
        Column("name", _("Indicator")),
        Column("bullet", _("Progress")),
        Column("value", _("Value today"), "count"),
        *milestone,
        Column("target", _("Target"), "count"),
        Column("reached", _("Reached"), "share"),
        Column("planned", _("Planned in grants"), "count"),
    ]


def indicator_rows(sheet: Sheet, standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """The indicators; each leads to its grants."""
    return [
        {
            "name": Coded(each.code, sheet.name(each), sheet.url("situation_indicator", each.code)),
            "bullet": bullet(each),
            "value": in_unit(each, each.value),
            "milestone": in_unit(each, each.milestone),
            "target": in_unit(each, each.target),
            "reached": each.reached_rate,
            "planned": each.planned,
        }
        for each in standings
    ]


def bullet(standing: Standing) -> Bullet | None:
    """The value against its target; nothing without one."""
    if standing.value is None or not standing.target:
        return None
    return Bullet(standing.value, standing.target, standing.milestone, objective=objective_key(standing.objective))


def in_unit(standing: Standing, value: Decimal | None) -> Decimal | SafeString | None:
    """A number as it is, a share with its sign."""
    return figures.share(value, bar=False) if standing.is_share and value is not None else value


def key_figures(sheet: Sheet, grants: Sums, drafts: int) -> list[Figure]:
    """The whole at a glance; ``grants``: of those signed by both sides, beside whom ``drafts`` are only named."""
    aimed = sheet.with_target
    reached = sum(1 for each in aimed if (each.reached_rate or 0) >= 100)
    leading = sheet.leading
    first = []
    if leading is not None:
        first.append(
            Figure(
                sheet.name(leading),
                leading.value,
                note=_("%(share)s of the target") % {"share": share(leading.reached_rate, 0)}
                if leading.reached_rate is not None
                else "",
                url=sheet.url("situation_indicator", leading.code),
            )
        )
    return [
        *first,
        Figure(
            _("Targets reached"),
            _("%(reached)s of %(all)s") % {"reached": count(reached), "all": count(len(aimed))},
            "text",
            note=_("indicators with a target"),
        ),
        Figure(
            _("Grants signed"),
            grants.count,
            note=grants_note(grants, drafts),
            url=sheet.of_part(reverse("authority:grants", args=[sheet.programme.pk])),
        ),
        Figure(
            _("Reports late"),
            sheet.reports.late,
            note=_("in hand: %(number)s") % {"number": count(sheet.reports.in_hand)},
            url=sheet.of_part(f"{reverse('authority:reports', args=[sheet.programme.pk])}?stage={OVERDUE}"),
        ),
    ]


def grants_note(grants: Sums, drafts: int) -> str:
    """What the Union gives to those that are signed; how many drafts there are beside them."""
    given = " ".join((*money_short(grants.union_amount), _("from the Union")))
    if not drafts:
        return given
    return f"{given} · " + ngettext("%(count)d draft apart", "%(count)d drafts apart", drafts) % {"count": drafts}


def report_rows(sheet: Sheet) -> list[dict[str, Any]]:
    """How many reports are where; each leads to them."""
    reports, page = sheet.reports, reverse("authority:reports", args=[sheet.programme.pk])
    every = (
        (_("Late: due and not sent"), reports.late, OVERDUE),
        (_("Due within four weeks"), reports.soon, f"{COMING}&sort=due_on"),
        *((str(REPORT_STATES[state][0]), reports.states.get(state, 0), state) for state in IN_HAND),
        (_("Returned to the beneficiary"), reports.returned, ReportState.RETURNED),
        (_("Accepted"), reports.accepted, ReportState.ACCEPTED),
    )
    return [
        {"name": Link(name, sheet.of_part(f"{page}?stage={stage}")), "number": number} for name, number, stage in every
    ]


def quality_rows(sheet: Sheet) -> list[dict[str, Any]]:
    """What is known of the data without looking into the registers; age and sex of who counts for an indicator.

    How values came is reckoned as on the page of the quality of the data.
    """
    pairs = pairs_of(sheet.reach, sheet.declared)
    cells, among = (sheet.leading.cells, f" ({sheet.leading.code})") if sheet.leading else ({}, "")
    return [
        {"name": _("Values computed from a register"), "rate": rate(pairs.counted, pairs.all)},
        {"name": _("Values declared without a register"), "rate": rate(pairs.declared, pairs.all)},
        {"name": _("Age not known") + among, "rate": unknown_rate(cells, age=True)},
        {"name": _("Sex not known") + among, "rate": unknown_rate(cells, age=False)},
    ]


def rate(number: int, whole: int) -> Decimal | None:
    """In percent; none of nothing."""
    return Decimal(number) * 100 / whole if whole else None


def unknown_rate(cells: dict[Cell, int] | Any, *, age: bool) -> Decimal | None:
    """The share of persons whose bracket of age (or sex) is not known, in percent."""
    whole = sum(cells.values())
    unknown = sum(
        number
        for (bracket, sex), number in cells.items()
        if (bracket == AgeGroup.UNKNOWN if age else sex == SexGroup.UNKNOWN)
    )
    return rate(unknown, whole)


def grant_columns() -> list[Column]:
    """Of the grants of an indicator."""
    return [
        Column("reference", _("Grant")),
        Column("beneficiary", _("Beneficiary")),
        Column("bullet", _("Progress")),
        Column("value", _("Value today"), "count"),
        Column("target", _("Target"), "count"),
        Column("origin", _("Where it comes from")),
    ]


def grant_rows(sheet: Sheet, standing: Standing, grants: Iterable[Any]) -> list[dict[str, Any]]:
    """The grants of an indicator; what is counted in one can be opened."""
    made = []
    for grant in grants:
        bar = (
            Bullet(grant.value, grant.aimed_at, objective=objective_key(standing.objective)) if grant.aimed_at else None
        )
        made.append(
            {
                "reference": Link(grant.reference, reverse("authority:grant", args=[grant.pk])),
                "beneficiary": grant.beneficiary.name,
                "bullet": bar,
                "value": grant.value,
                "target": grant.aimed_at,
                "origin": origin_of(sheet, standing, grant),
            }
        )
    return made


def origin_of(sheet: Sheet, standing: Standing, grant: Any) -> Link | str | None:
    """Where a grant's value comes from, and the way to what it is made of."""
    if grant.state == GrantState.DRAFT:
        return _("Draft: not planned yet")
    if grant.counted:
        return Link(_("See what counts"), sheet.url("situation_contributions", standing.code, grant.pk))
    return _("Declared, without a register") if grant.declared is not None else None
