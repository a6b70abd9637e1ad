"""The page that opens a figure: which events make which person count, or which things were counted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.register.models import Event
from openamif.register.policy import is_erased
from openamif.reports import policy
from openamif.reports.queries.contributions import SIZE, Contributions, Counted, contributions
from openamif.reports.queries.reach import grant_within, has_erased_registers, keys_of_grants
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.situation.sheet import Sheet, sheet_of
from openamif.web.authority.situation.views import page_of, standing_in
from openamif.web.authority.subjects import the_programme
from openamif.web.components.formats import count, day
from openamif.web.components.references import in_words
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.official import indicator_name
from openamif.web.register_labels import EVENT_KINDS, OUTPUT_KINDS, SEXES

DIGITS = 6
"""Of the number of a page: what is longer asks for the last one."""


@guarded_by(policy.can_see_situation, of=the_programme)
def contributions_page(request: HttpRequest, programme: Programme, code: str, grant: int | None = None) -> HttpResponse:
    """What counts for an indicator in a grant, or in all that she sees; persons under their pseudonyms.

    The trail keeps who looked at persons.
    """
    sheet = sheet_of(request, programme)
    standing = standing_in(sheet, code)
    of = programme if grant is None else found_or_404(grant_within(sheet.reach, grant))
    found, page = opened(sheet, of, code, request.GET.get("page", ""))
    if found.persons:
        append_trail(of, "opened", by=reader_of(request), details={"what": "contributions", "indicator": code})
    columns, rows = table_of(found, grants_of(sheet, found), is_whole=grant is None)
    way = Link(sheet.name(standing), sheet.url("situation_indicator", code))
    context = page_of(sheet, "situation_contributions") | {
        "standing": standing,
        "lead": of if isinstance(of, Grant) else sheet.lead,
        "title": sheet.name(standing),
        "official": indicator_name(standing.code, standing.name, sheet.period),
        "crumbs": [*sheet.crumbs(inside=True), way],
        "counted_words": counted_words(found),
        "columns": columns,
        "rows": rows,
        "page": page,
        "is_erased": isinstance(of, Grant) and is_erased(of),
        "has_erased": not isinstance(of, Grant) and has_erased_registers(sheet.reach),
    }
    return render(request, "authority/situation_contributions.html", context)


def opened(sheet: Sheet, of: Grant | Programme, code: str, asked: str) -> tuple[Contributions, Page[Any]]:
    """The page of contributions that was asked for, else the nearest there is."""
    number = max(int(asked[:DIGITS]), 1) if asked.isdecimal() else 1
    within = None if isinstance(of, Grant) or sheet.reach.is_whole else keys_of_grants(sheet.reach)
    found = found_or_404(contributions(of, code, grants=within, first=(number - 1) * SIZE))
    page = Paginator(range(found.total), SIZE).get_page(number)
    if page.number != number:
        found = contributions(of, code, grants=within, first=(page.number - 1) * SIZE) or found
    return found, page


def grants_of(sheet: Sheet, found: Contributions) -> dict[int, Grant]:
    """Those that the page tells of, by their keys."""
    keys = {each.grant_id for one in found.persons for each in one.participants}
    return sheet.reach.grants.in_bulk(keys.union((each.grant for each in found.things), found.projects))


def counted_words(found: Contributions) -> str:
    """How many, from how many entries where an entry is not one thing, and under which version of the counting rule."""
    said = {"number": count(found.number), "version": found.rule.version, "source": in_words(found.rule.source)}
    if found.number == found.total:
        return _("%(number)s in all, by counting rule %(version)s · %(source)s") % said
    words = ngettext(
        "%(number)s in all from %(entries)s entry, by counting rule %(version)s · %(source)s",
        "%(number)s in all from %(entries)s entries, by counting rule %(version)s · %(source)s",
        found.total,
    )
    return words % (said | {"entries": count(found.total)})


def table_of(
    found: Contributions, grants: Mapping[int, Grant], *, is_whole: bool
) -> tuple[list[Column], list[dict[str, Any]]]:
    """Persons, things or the grants themselves as projects; of a whole programme with the grants they are in."""
    if found.persons:
        columns = [
            Column("pseudonym", _("Person")),
            Column("age", _("Age")),
            Column("sex", _("Sex")),
            Column("events", _("What makes her or him count")),
        ]
        return columns, [person_row(each, grants if is_whole else {}) for each in found.persons]
    if found.things:
        columns = [
            Column("name", _("What")),
            Column("kind", _("Kind")),
            *([Column("grant", _("Grant"))] if is_whole else []),
            Column("day", _("Day")),
            Column("quantity", _("How many"), "count"),
        ]
        return columns, [thing_row(each, grants) for each in found.things]
    columns = [Column("grant", _("Grant")), Column("title", _("Title"))]
    return columns, [{"grant": linked(grants[key]), "title": grants[key].title} for key in found.projects]


def linked(grant: Grant) -> SafeString:
    """Its reference, leading to it."""
    return format_html('<a href="{}">{}</a>', reverse("authority:grant", args=[grant.pk]), grant.reference)


def person_row(counted: Counted, grants: Mapping[int, Grant]) -> dict[str, Any]:
    """Somebody under her pseudonym; the events with their ``grants`` where there are several."""
    return {
        "pseudonym": f"P{counted.subject}",
        "age": str(AGE_GROUPS[counted.age]),
        "sex": str(SEXES.get(counted.sex, SEX_GROUPS[counted.sex])),
        "events": events_in_words(counted.events, grants),
    }


def events_in_words(events: Sequence[Event], grants: Mapping[int, Grant]) -> SafeString:
    """Each event on a line: in which grant where there are several, what, when, in which activity."""
    lines = format_html_join(
        SafeString("<br>"),
        "{}{} · {}{}",
        (
            (
                format_html("{} · ", linked(grants[event.grant_id])) if grants else "",
                EVENT_KINDS[event.kind],
                day(event.happened_on, length="medium"),
                f" · {event.activity.reference} {event.activity.title}" if event.activity else "",
            )
            for event in events
        ),
    )
    return format_html('<span class="events">{}</span>', lines)


def thing_row(thing: Any, grants: Mapping[int, Grant]) -> dict[str, Any]:
    """Something that was delivered."""
    return {
        "name": thing.name,
        "kind": str(OUTPUT_KINDS.get(thing.kind, thing.kind)),
        "grant": linked(grants[thing.grant]),
        "day": day(thing.day, length="medium"),
        "quantity": thing.quantity,
    }
