"""The page that opens a figure: which events make which person count, or which things were counted."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.register.policy import is_erased
from openamif.reports import policy
from openamif.reports.queries.contributions import Contributions, contributions
from openamif.reports.queries.overview import Standing
from openamif.reports.queries.reach import grant_within, has_erased_registers, keys_of_grants
from openamif.rules.indicators import Thing
from openamif.rules.indicators.rule import PERSONS
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.reports.subjects import offices_of
from openamif.web.authority.situation.sheet import Sheet, sheet_of
from openamif.web.authority.situation.views import page_of, standing_in
from openamif.web.authority.situation.ways import asking, persons_asked, persons_in_words
from openamif.web.authority.subjects import the_programme
from openamif.web.components.formats import count
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.contributions import (
    REPORT,
    AsOf,
    as_of,
    counted_words,
    opened,
    person_columns,
    person_row,
    share_words,
    thing_columns,
    thing_row,
)
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.official import indicator_name


@guarded_by(policy.can_see_situation, of=the_programme)
def contributions_page(request: HttpRequest, programme: Programme, code: str, grant: int | None = None) -> HttpResponse:
    """What counts for an indicator in a grant, or in all that she sees; persons under their pseudonyms.

    The trail keeps who looked at persons.
    """
    sheet = sheet_of(request, programme)
    standing = standing_in(sheet, code)
    of = programme if grant is None else found_or_404(grant_within(sheet.reach, grant))
    alike = persons_asked(request)
    asked = as_of(request, of if isinstance(of, Grant) else None, offices_of(request))
    found, page = opened(found_by(sheet, of, code, alike, asked), request.GET.get("page", ""))
    if found.persons:
        append_trail(of, "opened", by=reader_of(request), details={"what": "contributions", "indicator": code})
    grants = grants_of(sheet, found)
    columns, rows = table_of(found, grants, is_whole=grant is None)
    here = ("situation_contributions_of_all", code) if grant is None else ("situation_contributions", code, grant)
    way = Link(sheet.name(standing), sheet.url("situation_indicator", code))
    context = page_of(sheet, "situation_contributions") | {
        "standing": standing,
        "lead": of if isinstance(of, Grant) else sheet.lead,
        "title": sheet.name(standing),
        "official": indicator_name(standing.code, standing.name, sheet.period),
        "crumbs": [*sheet.crumbs(inside=True), way],
        "only": persons_in_words(alike) if found.rule.counts == PERSONS else "",
        "everybody": asking(sheet.url(*here), {REPORT: asked.report.pk if asked.report else None}),
        "as_of": asked.words,
        "today": sheet.url(*here),
        "share": share_told(found, of, standing, asked),
        "whole": table_of_things(found.whole, ways_to(grants), is_whole=grant is None) if found.whole else None,
        "counted_words": counted_words(found),
        "declared": "" if isinstance(of, Grant) or any(alike) else declared_words(standing),
        "columns": columns,
        "rows": rows,
        "page": page,
        "is_erased": isinstance(of, Grant) and is_erased(of),
        "has_erased": not isinstance(of, Grant) and has_erased_registers(sheet.reach),
    }
    return render(request, "authority/situation_contributions.html", context)


def declared_words(standing: Standing) -> str:
    """What the value has besides all that can be opened; blank where it has nothing."""
    if not standing.declared:
        return ""
    words = _("%(number)s more were declared without a register: nothing behind them can be opened.")
    return words % {"number": count(standing.declared)}


def share_told(found: Contributions, of: Grant | Programme, standing: Standing, asked: AsOf) -> str:
    """Of a percentage, that what is listed is its numerator, and of how many; blank elsewhere."""
    if found.share is None:
        return ""
    value = asked.value_of(of, found.share.indicator) if isinstance(of, Grant) else standing
    return share_words(found.share.indicator, value.numerator, value.denominator) if value else ""


def found_by(
    sheet: Sheet, of: Grant | Programme, code: str, alike: tuple[str, str], asked: AsOf
) -> Callable[[int], Contributions | None]:
    """What counts, after so many that are left out: of a grant, or of all that she sees."""
    within = None if isinstance(of, Grant) or sheet.reach.is_whole else keys_of_grants(sheet.reach)
    until, known = asked.until, asked.known
    return lambda first: contributions(of, code, grants=within, until=until, known=known, alike=alike, first=first)


def grants_of(sheet: Sheet, found: Contributions) -> dict[int, Grant]:
    """Those that the page tells of, by their keys."""
    keys = {each.grant_id for one in found.persons for each in one.participants}
    things = {each.grant for each in (*found.things, *found.whole)}
    return sheet.reach.grants.in_bulk(keys.union(things, found.projects))


def table_of(
    found: Contributions, grants: Mapping[int, Grant], *, is_whole: bool
) -> tuple[list[Column], list[dict[str, Any]]]:
    """Persons, things or the grants themselves as projects; of a whole programme with the grants they are in."""
    ways = ways_to(grants)
    if found.persons:
        shown = ways if is_whole else {}
        return person_columns(_("Person")), [person_row(each, f"P{each.subject}", shown) for each in found.persons]
    if found.things:
        return table_of_things(found.things, ways, is_whole=is_whole)
    columns = [Column("grant", _("Grant")), Column("title", _("Title"))]
    return columns, [{"grant": ways[key], "title": grants[key].title} for key in found.projects]


def table_of_things(
    things: Iterable[Thing], ways: Mapping[int, SafeString], *, is_whole: bool
) -> tuple[list[Column], list[dict[str, Any]]]:
    """What was delivered; of a whole programme with the grants it is in."""
    columns = thing_columns(*([Column("grant", _("Grant"))] if is_whole else []))
    return columns, [{**thing_row(each), "grant": ways[each.grant]} for each in things]


def ways_to(grants: Mapping[int, Grant]) -> dict[int, SafeString]:
    """Their references, each leading to its grant."""
    return {key: linked(grant) for key, grant in grants.items()}


def linked(grant: Grant) -> SafeString:
    """Its reference, leading to it."""
    return format_html('<a href="{}">{}</a>', reverse("authority:grant", args=[grant.pk]), grant.reference)
