"""The pages of a version."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.programmes.models import Version
from openamif.programmes.policy import can_see_version
from openamif.record.queries import deeds_on, trail_of
from openamif.web.authority import charts, overview, rows
from openamif.web.authority.sheet import Sheet, note_opening, sheet_of
from openamif.web.authority.subjects import the_version
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by
from openamif.web.history import entries_of

LATEST = 5
GRAVEST = 4
seen_by_its_people = guarded_by(can_see_version, of=the_version)


def _edits(sheet: Sheet, name: str, *args: Any) -> list[Link]:
    """The link to where this is edited, for whoever may."""
    if not sheet.is_2014:
        return [Link(_("Edit by workbook"), sheet.workbook_url)] if sheet.may_change_whole else []
    return [Link(_("Edit"), reverse(f"authority:{name}", args=[sheet.version.pk, *args]))] if sheet.may_change else []


def _page(request: HttpRequest, sheet: Sheet, name: str, **more: Any) -> HttpResponse:
    return render(request, f"authority/version_{name or 'overview'}.html", sheet.context(name, **more))


def _whole_sheet(request: HttpRequest, version: Version) -> Sheet:
    """The sheet for a page about the whole, which is not found for whoever holds a part."""
    sheet = sheet_of(request, version)
    if sheet.part is not None:
        raise Http404
    return sheet


def _sheet_of_2014(sheet: Sheet) -> Sheet:
    """The sheet for a page that only the form of 2014-2020 has."""
    if not sheet.is_2014:
        raise Http404
    return sheet


@seen_by_its_people
def overview_page(request: HttpRequest, version: Version) -> HttpResponse:
    """The programme at a glance: key figures, money by objective, findings, deadlines, targets, what happened."""
    sheet = sheet_of(request, version)
    return _page(
        request,
        sheet,
        "",
        figures=overview.key_figures(sheet),
        parts=overview.money_parts(sheet),
        money=rows.money_by_objective(sheet),
        gravest=[sheet.explained(each) for each in sheet.failing[:GRAVEST]],
        deadlines=overview.deadlines(sheet),
        targets=overview.targets(sheet),
        entries=entries_of(list(deeds_on(version)[:LATEST]), sheet.period) if sheet.part is None else [],
    )


@seen_by_its_people
def objectives(request: HttpRequest, version: Version) -> HttpResponse:
    """The objectives as a tree, each with its actions and their desired results."""
    sheet = sheet_of(request, version)
    return _page(request, sheet, "objectives", objectives=rows.objectives(sheet))


@seen_by_its_people
def timetable(request: HttpRequest, version: Version) -> HttpResponse:
    """When each main action is planned, carried out and closed."""
    sheet = _sheet_of_2014(sheet_of(request, version))
    chart = charts.timetable_chart(sheet.document.timetable, sheet.period)
    return _page(
        request,
        sheet,
        "timetable",
        chart=chart,
        table=rows.timetable(sheet),
        edits=_edits(sheet, "edit_rows", "timetable"),
        on=sheet.findings_on("timetable"),
    )


@seen_by_its_people
def plan(request: HttpRequest, version: Version) -> HttpResponse:
    """Table 1, with shares against the minimum shares."""
    sheet = sheet_of(request, version)
    chart = charts.plan_chart(sheet.document, sheet.period)
    on = sheet.findings_on("financial_plan", "share_deviation")
    return _page(
        request,
        sheet,
        "plan",
        chart=chart,
        table=rows.plan(sheet),
        minima=rows.minimum_shares(sheet),
        further=[] if sheet.is_2014 else [rows.intervention_fields(sheet), rows.by_year(sheet)],
        edits=_edits(sheet, "edit_amounts", "plan"),
        on=on,
        parts=overview.money_parts(sheet),
    )


@seen_by_its_people
def special_cases(request: HttpRequest, version: Version) -> HttpResponse:
    """Persons pledged against lump sums, and Table 2."""
    sheet = _sheet_of_2014(_whole_sheet(request, version))
    return _page(
        request,
        sheet,
        "special_cases",
        chart=charts.special_cases_chart(sheet.document.special_cases, sheet.period),
        pledges=rows.pledges(sheet),
        special=rows.yearly(sheet, "special_cases"),
        edits=_edits(sheet, "edit_amounts", "special"),
        edits_of_text=_edits(sheet, "edit_text", "resettlement_justification"),
        on=sheet.findings_on("special_cases", "resettlement", "resettlement_totals", "transfers", "turkey"),
    )


@seen_by_its_people
def commitments(request: HttpRequest, version: Version) -> HttpResponse:
    """Table 3: what the Union commits each year."""
    sheet = _sheet_of_2014(_whole_sheet(request, version))
    chart = charts.commitments_chart(sheet.document.annual_commitments, sheet.period)
    on = sheet.findings_on("annual_commitments")
    return _page(
        request,
        sheet,
        "commitments",
        chart=chart,
        annual=rows.yearly(sheet, "annual_commitments"),
        edits=_edits(sheet, "edit_amounts", "annual"),
        on=on,
    )


@seen_by_its_people
def indicators(request: HttpRequest, version: Version) -> HttpResponse:
    """Common indicators with baseline and target."""
    sheet = sheet_of(request, version)
    on = sheet.findings_on("indicators")
    return _page(
        request,
        sheet,
        "indicators",
        table=rows.indicators(sheet),
        edits=_edits(sheet, "edit_rows", "indicators"),
        on=on,
    )


@seen_by_its_people
def texts(request: HttpRequest, version: Version) -> HttpResponse:
    """The prose: summary, baseline, partnership, publicity, beneficiaries, documents."""
    sheet = _whole_sheet(request, version)
    on = sheet.findings_on("summary", "baseline", "partnership", "beneficiary_types")
    return _page(
        request,
        sheet,
        "texts",
        sections=rows.sections(sheet),
        documents=rows.documents(sheet),
        edits=_edits(sheet, "edit_rows", "documents"),
        on=on,
    )


@seen_by_its_people
def authorities(request: HttpRequest, version: Version) -> HttpResponse:
    """The designated authorities."""
    sheet = _whole_sheet(request, version)
    on = sheet.findings_on("authorities")
    note_opening(sheet)
    return _page(
        request,
        sheet,
        "authorities",
        designated=sheet.examination.content.authorities,
        edits=_edits(sheet, "edit_authorities"),
        edits_of_system=_edits(sheet, "edit_control_system") if sheet.is_2014 else [],
        on=on,
    )


@seen_by_its_people
def findings(request: HttpRequest, version: Version) -> HttpResponse:
    """What the rules find, what the Commission's system said, and whether the two agree."""
    sheet = sheet_of(request, version)
    return _page(request, sheet, "findings", held=rows.holding(sheet), side_by_side=rows.side_by_side(sheet))


@seen_by_its_people
def history(request: HttpRequest, version: Version) -> HttpResponse:
    """Versions, observations, and the trail of this one."""
    sheet = _whole_sheet(request, version)
    return _page(
        request,
        sheet,
        "history",
        versions=rows.versions(sheet),
        observations=list(version.observations.all()),
        entries=entries_of(list(trail_of(version)), sheet.period),
        empty_title=_("Nothing has happened yet"),
    )
