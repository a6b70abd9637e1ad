"""The pages of the overview: the whole, an indicator by grant, the quality of the data."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.queries import programmes_with_grants, sums_of_signed
from openamif.people.policy import is_known
from openamif.people.queries import holdings
from openamif.programmes.models import Programme
from openamif.reports import policy
from openamif.reports.queries.breakdowns import ALL, by_grant, by_quarter, by_region, of_region
from openamif.reports.queries.overview import Standing
from openamif.reports.queries.own import codes_of_the_law, own_indicator
from openamif.rules.indicators import counting_rule
from openamif.web import maps
from openamif.web.authority.by_programme import by_programme, signed_columns
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.situation import charts, rows, ways
from openamif.web.authority.situation.own_words import what_counts
from openamif.web.authority.situation.published import overview_of
from openamif.web.authority.situation.sheet import OBJECTIVES, Sheet, sheet_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.colours import objective_key
from openamif.web.components.formats import count
from openamif.web.components.shapes import Coded, Figure, Link
from openamif.web.components.tables import Chart, Column
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.official import indicator_name
from openamif.web.short_names import objective_short_name

A_PAGE = 50


@guarded_by(is_known)
def every_programme(request: HttpRequest) -> HttpResponse:
    """The programmes whose overview she may see; straight to it where there is only one."""
    reader = reader_of(request)
    pages = {each: overview_of(reader, each) for each in programmes_with_grants(holdings(reader))}
    seen = [each for each, page in pages.items() if page]
    sees_grants = any(policy.can_see_situation(reader, each) for each in seen)
    return by_programme(
        request,
        seen,
        leads_to=pages.__getitem__,
        title=_("Overviews"),
        lead=_("Where each programme stands today."),
        more=signed_columns() if sees_grants else (),
        empty=(_("No overview for you"), _("The overview is for those who run, check or evaluate a programme.")),
    )


@guarded_by(policy.can_see_situation, of=the_programme)
def situation(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Where the programme stands today."""
    sheet = sheet_of(request, programme)
    has_milestones = any(each.milestone is not None for each in sheet.standings)
    objectives = []
    for code in OBJECTIVES:
        if told := sheet.of_objective(code):
            title = objective_short_name(code, sheet.period)
            made = rows.indicator_rows(sheet, told)
            objectives.append({"code": code, "title": title, "key": objective_key(code), "rows": made})
    leading = sheet.leading
    context = page_of(sheet, "situation") | {
        "figures": rows.key_figures(sheet, *sums_of_signed(sheet.reach.grants)),
        "columns": rows.indicator_columns(has_milestones=has_milestones),
        "has_milestones": has_milestones,
        "objectives": objectives,
        "charts": charts_of(sheet, leading) if leading else [],
        "reports": ([Column("name", _("Reports")), Column("number", _("Number"), "count")], rows.report_rows(sheet)),
        "quality": ([Column("name", _("Data")), Column("rate", _("Share"), "bar")], rows.quality_rows(sheet)),
        "quality_links": [Link(_("Data quality"), sheet.url("situation_quality"))],
    }
    return render(request, "authority/situation.html", context)


def page_of(sheet: Sheet, current: str) -> dict[str, Any]:
    """What every page of the overview shows."""
    return {
        "sheet": sheet,
        "lead": sheet.lead,
        "crumbs": sheet.crumbs(),
        "tabs": sheet.tabs(current),
        "credit": maps.credit(),
    }


def charts_of(sheet: Sheet, standing: Standing) -> list[Chart]:
    """The map, and the pyramid of ages where persons are counted."""
    name = sheet.name(standing)
    where = _("%(indicator)s, by region") % {"indicator": name}
    of_persons = standing.counts == "persons"
    found, way = by_region(sheet.reach, standing.code), sheet.url("situation_indicator", standing.code)
    to_region = partial(ways.to_region, way)
    made = [charts.region_map(found, where, sheet.period, of_persons=of_persons, way_to=to_region)]
    if of_persons:
        opens = partial(ways.to_persons, sheet.url("situation_contributions_of_all", standing.code))
        made.append(charts.pyramid(standing.cells, _("%(indicator)s, by age and sex") % {"indicator": name}, opens))
        if not is_asked_by_law(sheet, standing):
            told = _("The law does not ask for it by age and sex: this is for the overview alone.")
            made[-1] = replace(made[-1], description=f"{made[-1].description} {told}")
    if not standing.declared:
        return made
    left_out = _("%(number)s declared without a register are not in it.") % {"number": count(standing.declared)}
    return [replace(each, description=f"{each.description} {left_out}") for each in made]


def is_asked_by_law(sheet: Sheet, standing: Standing) -> bool:
    """Whether the law wants the indicator by age and sex, as its counting rule has it."""
    rule = counting_rule(sheet.period, standing.code, on=sheet.on)
    return rule is not None and bool(rule.breakdown)


@guarded_by(policy.can_see_situation, of=the_programme)
def indicator(request: HttpRequest, programme: Programme, code: str) -> HttpResponse:
    """An indicator: what it stands at, by grant, by region, by age and sex, over time."""
    sheet = sheet_of(request, programme)
    standing = standing_in(sheet, code)
    counted_by = next((each for each in sheet.standings if each.code == standing.above), standing)
    region = ways.region_asked(request)
    within = of_region(region, maps.regions(), programme.period) if region else ALL
    grants = Paginator(by_grant(sheet.reach, counted_by.code, within=within), A_PAGE).get_page(request.GET.get("page"))
    series = by_quarter(sheet.reach, code, is_share=standing.is_share)
    drawn = charts_of(sheet, standing) if standing.counted else []
    over_time = over_time_of(standing, series)
    context = page_of(sheet, "situation_indicator") | {
        "standing": standing,
        "title": sheet.name(standing),
        "official": told_of(sheet, standing),
        "crumbs": sheet.crumbs(inside=True),
        "figures": standing_figures(standing),
        "totals": totals_of(request, programme, standing),
        "charts": drawn,
        "over_time": over_time,
        "grants_of": Coded(counted_by.code, sheet.name(counted_by)) if counted_by is not standing else None,
        "grants_acts": ways_to_all(sheet, counted_by),
        "only": ways.region_in_words(region, sheet.period),
        "all_grants": sheet.url("situation_indicator", standing.code),
        "columns": rows.grant_columns(),
        "rows": rows.grant_rows(sheet, counted_by, grants),
        "page": grants,
    }
    return render(request, "authority/situation_indicator.html", context)


def told_of(sheet: Sheet, standing: Standing) -> str:
    """The name to the letter; of an indicator of the programme's own, whose name it is already, what counts."""
    of_the_law = standing.code in codes_of_the_law(sheet.period)
    own = None if of_the_law else own_indicator(sheet.programme, standing.code)
    return what_counts(own.rule) if own else indicator_name(standing.code, standing.name, sheet.period)


def totals_of(request: HttpRequest, programme: Programme, standing: Standing) -> str:
    """Where it is said of how many a percentage is, for whoever may say it."""
    if not standing.is_share or not policy.can_declare_total(reader_of(request), programme):
        return ""
    return f"{reverse('authority:situation_totals', args=[programme.pk])}?indicator={standing.code}"


def over_time_of(standing: Standing, series: Sequence[tuple[date, Decimal]]) -> Chart | None:
    """What reports said of it; nothing where none was sent."""
    if not series:
        return None
    title = _("What was reported, by quarter")
    return charts.over_time(series, standing.target, title, is_share=standing.is_share)


def ways_to_all(sheet: Sheet, standing: Standing) -> list[Link]:
    """To everything that counts in all grants at once; nothing where nothing was counted."""
    words = _("Everybody who counts") if standing.counts == "persons" else _("Everything that counts")
    return [Link(words, sheet.url("situation_contributions_of_all", standing.code))] if standing.counted else []


def standing_in(sheet: Sheet, code: str) -> Standing:
    """The indicator of that code, if there is one that she sees."""
    return found_or_404(next((each for each in sheet.standings if each.code == code), None))


def standing_figures(standing: Standing) -> list[Figure]:
    """What an indicator stands at."""
    kind = "share" if standing.is_share else "count"
    figures = [
        Figure(_("Value today"), standing.value, kind, note=share_note(standing)),
        Figure(_("Target"), standing.target, kind),
        Figure(_("Reached"), standing.reached_rate, "share"),
    ]
    if standing.milestone is not None:
        figures.append(Figure(_("Milestone"), standing.milestone, kind))
    if standing.planned is not None:
        figures.append(Figure(_("Planned in grants"), standing.planned, note=_("that are signed")))
    if standing.declared:
        figures.append(Figure(_("Of which declared"), standing.declared, note=_("without a register")))
    return figures


def share_note(standing: Standing) -> str:
    """Of a share: how many of how many; or what is missing for it to be worked out."""
    if not standing.is_share:
        return ""
    if not standing.denominator:
        return _("The total that it is a share of is not known: a grant says it in its register.")
    return _("%(reached)s of %(all)s") % {"reached": count(standing.numerator or 0), "all": count(standing.denominator)}
