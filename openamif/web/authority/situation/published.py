"""The overview as everybody may see it: what the monitoring committee is shown, with small numbers hidden."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.reports import policy
from openamif.reports.queries.overview import Standing
from openamif.web import maps
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.situation import charts
from openamif.web.authority.situation.offers import EVERYONE, offers
from openamif.web.authority.situation.publishing import publishing_of
from openamif.web.authority.situation.rows import bullet, in_unit, indicator_columns
from openamif.web.authority.situation.sheet import OBJECTIVES, Sheet, sheet_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.colours import objective_key
from openamif.web.components.formats import count
from openamif.web.components.shapes import Coded, Figure
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import hidden
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.exports.situation import SITUATION_EXPORTS, SituationSource, respond
from openamif.web.exports.situation import public as everyone
from openamif.web.exports.situation.committee import reports_told
from openamif.web.exports.situation.published import PublishedSource, published_source
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.short_names import objective_short_name

PUBLISHED = "authority:situation_published"


def overview_of(by: Person, programme: Programme) -> str:
    """The name of the page on which she sees where the programme stands; blank where she sees none."""
    if policy.can_see_situation(by, programme):
        return "authority:situation"
    return PUBLISHED if policy.can_see_published_figures(by, programme) else ""


def source_of(programme: Programme) -> PublishedSource:
    """What everyone is told; 404 before anything was published."""
    return found_or_404(published_source(programme))


@guarded_by(policy.can_see_published_figures, of=the_programme)
def published_page(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Where the programme stood when its figures were published last."""
    sheet, source = sheet_of(request, programme), published_source(programme)
    sees_all = policy.can_see_situation(reader_of(request), programme)
    context = {
        "sheet": sheet,
        "crumbs": sheet.crumbs(),
        "tabs": sheet.tabs("situation_published") if sees_all else [],
        "publishing": publishing_of(reader_of(request), programme, source.on if source else None),
        "publish_url": sheet.url("situation_publish"),
    }
    context |= told(sheet, source) if source else {}
    name = "situation_published" if source else "situation_unpublished"
    return render(request, f"authority/{name}.html", context)


def told(sheet: Sheet, source: PublishedSource) -> dict[str, Any]:
    """Everything that the page tells of a publication."""
    figures = everyone.published(source)
    has_milestones = any(each.milestone is not None for each in source.standings)
    told = {code: [each for each in source.standings if each.objective == code] for code in OBJECTIVES}
    return {
        "figures": key_figures(source, figures),
        "has_milestones": has_milestones,
        "columns": columns(source, figures, has_milestones=has_milestones),
        "objectives": [
            {
                "code": code,
                "title": objective_short_name(code, source.period),
                "key": objective_key(code),
                "rows": indicator_rows(sheet, standings, figures),
            }
            for code, standings in told.items()
            if standings
        ],
        "people": people(sheet, source, figures),
        "credit": maps.credit(),
        "reports": (
            [Column("name", _("Reports")), Column("number", _("Number"), "count")],
            [{"name": name, "number": number} for name, number in reports_told(source)],
        ),
        "offers": offers(sheet, "situation_published_export", EVERYONE),
    }


def key_figures(source: SituationSource, figures: everyone.Published) -> list[Figure]:
    """The whole at a glance; nothing of it leads to grants or persons."""
    reached, aimed = everyone.targets_reached(source, figures)
    words = _("%(reached)s of %(all)s") % {"reached": count(reached), "all": count(aimed)}
    return [
        Figure(_("Targets reached"), words, "text", note=_("indicators with a target")),
        Figure(_("Grants"), source.signed_number, note=_("signed by both sides")),
        Figure(_("Union contribution"), source.signed_amount, "money"),
        Figure(
            _("Reports late"), source.reports.late, note=_("in hand: %(number)s") % {"number": source.reports.in_hand}
        ),
    ]


def columns(source: SituationSource, figures: everyone.Published, *, has_milestones: bool) -> list[Column]:
    """Of the indicators; what was declared has one where there is any."""
    every = [each for each in indicator_columns(has_milestones=has_milestones) if each.key != "planned"]
    if any(declared(each, figures) for each in source.standings):
        place = 1 + [each.key for each in every].index("value")
        every.insert(place, Column("declared", _("Of which declared, without register"), "count"))
    return every


def declared(standing: Standing, figures: everyone.Published) -> Any:
    """How much was said without a register: nothing where none was, hidden where the number would tell too much."""
    told = everyone.declared(standing, figures)
    if told in (0, everyone.NO):
        return None
    return _("yes") if told == everyone.YES else shown(told)


def indicator_rows(sheet: Sheet, standings: Iterable[Standing], figures: everyone.Published) -> list[dict[str, Any]]:
    """The indicators against their targets; no bar gives away what is hidden."""
    made = []
    for each in standings:
        hides = everyone.is_hidden(each, figures)
        made.append(
            {
                "name": Coded(each.code, sheet.name(each)),
                "bullet": None if hides else bullet(each),
                "value": hidden(everyone.HIDDEN) if hides else in_unit(each, each.value),
                "declared": declared(each, figures),
                "milestone": in_unit(each, each.milestone),
                "target": in_unit(each, each.target),
                "reached": None if hides else each.reached_rate,
            }
        )
    return made


def people(sheet: Sheet, source: SituationSource, figures: everyone.Published) -> dict[str, Any] | None:
    """Who is reached and where, of the indicator with the most persons: a table of ages, and the map."""
    most = everyone.leading(source)
    if most is None:
        return None
    name = sheet.name(most)
    sexes = {**SEX_GROUPS, everyone.ALL: _("Together")}
    ages = {**AGE_GROUPS, everyone.ALL: _("Together")}
    regions = {row["region"]: row["number"] for row in everyone.region_rows(source, figures) if row["id"] == most.code}
    *by_age, total = (
        {"age": str(ages[row["age"]]), **{key: shown(row[key]) for key in sexes}}
        for row in everyone.breakdown_rows(source, figures)
        if row["id"] == most.code
    )
    return {
        "title": _("%(indicator)s, by age and sex") % {"indicator": name},
        "columns": [Column("age", _("Age")), *(Column(key, str(words), "count") for key, words in sexes.items())],
        "rows": by_age,
        "total": total,
        "map": charts.region_map(regions, _("%(indicator)s, by region") % {"indicator": name}, source.period),
    }


def shown(figure: int | Decimal | str) -> Any:
    """A figure, or the sign for one that is hidden."""
    return hidden(figure) if isinstance(figure, str) else figure


@guarded_by(policy.can_see_published_figures, of=the_programme)
def published_export(request: HttpRequest, programme: Programme, name: str, form: str) -> HttpResponse:
    """One of the files for everyone, made now."""
    chosen = SITUATION_EXPORTS.get(name)
    if chosen is None or chosen.reader != EVERYONE or form not in chosen.forms:
        raise Http404(_("There is no such file."))
    return respond(source_of(programme), name, form)
