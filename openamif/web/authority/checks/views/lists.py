"""The checks of a programme: how many grants were checked in a year, which were not, every check."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.people.policy import is_known
from openamif.people.queries import holdings
from openamif.programmes.models import Programme
from openamif.rules.verification import Year
from openamif.verification import policy
from openamif.verification.queries import checks_everywhere, checks_found, coverage, grants_by_key, years_of
from openamif.web.authority.by_programme import by_programme
from openamif.web.authority.checks.coverage import drawn
from openamif.web.authority.checks.file_rows import headings, line_of
from openamif.web.authority.checks.rows import check_columns, check_rows, unchecked_columns, unchecked_rows
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components import formats
from openamif.web.components.shapes import Link, Tab
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by, key_in
from openamif.web.list_files import list_file, list_links
from openamif.web.number_fields import shortened

A_PAGE, A_FEW, MOST_YEARS = 50, 10, 12


@guarded_by(is_known)
def everywhere(request: HttpRequest) -> HttpResponse:
    """The programmes with their checks; straight to the list where there is only one."""
    reader = reader_of(request)
    return by_programme(
        request,
        [each for each in checks_everywhere(holdings(reader)) if policy.can_see_checks(reader, each)],
        leads_to="authority:checks",
        title=_("Checks on the spot"),
        lead=_("Which grants were visited, what was seen, and how many the law asks for."),
        more=[Column("check_count", _("Checks"), "count")],
        empty=(
            _("No programme with grants yet"),
            _("Checks are planned from a grant. As soon as a programme of yours has grants, it stands here."),
        ),
    )


@guarded_by(policy.can_see_checks, of=the_programme)
def checks(request: HttpRequest, programme: Programme) -> HttpResponse:
    """The year asked for, else the last in which grants ran; the list has the checks of every year."""
    held = holdings(reader_of(request))
    asked = request.GET.get("year", "")
    years = years_of(programme, on=localdate(), held=held)
    year = next((each for each in years if each.number == key_in(asked)), None) if asked else years[0]
    listed = Paginator(checks_found(programme, held), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "programme": programme,
        "year": year,
        "unknown": "" if year else no_such_year(asked),
        "years": year_tabs(years, year),
        "page": listed,
        "columns": check_columns(),
        "rows": check_rows(listed),
        "exports": list_links("authority:checks_export", programme.pk, query=QueryDict()),
        "crumbs": [Link(_("Checks on the spot"), reverse("authority:all_checks"))],
    }
    return render(request, "authority/checks.html", context | (covered(request, programme, year) if year else {}))


def no_such_year(asked: str) -> str:
    """Of a year that the list does not have nothing is shown, and never another instead."""
    return _("“%(found)s” is no year in which grants of this programme ran, so nothing is shown of it.") % {
        "found": shortened(asked)
    }


def covered(request: HttpRequest, programme: Programme, year: Year) -> dict[str, Any]:
    """How many of the grants of this year were checked, and which were not."""
    reader = reader_of(request)
    told = coverage(programme, on=min(year.last, localdate()), held=holdings(reader))
    unchecked = Paginator(grants_by_key(told.unchecked), A_FEW).get_page(request.GET.get("grants"))
    return {
        "coverage": told,
        "drawn": drawn(told, programme.period),
        "year_words": year_words(year, programme.period),
        "unchecked": unchecked,
        "unchecked_columns": unchecked_columns(is_over=told.is_over),
        "unchecked_rows": unchecked_rows(unchecked, may_plan=lambda grant: policy.can_plan_check(reader, grant)),
    }


@guarded_by(policy.can_see_checks, of=the_programme)
def export(request: HttpRequest, programme: Programme, form: str) -> HttpResponse:
    """Every check of the programme that the page lists, as a file."""
    lines = [line_of(each) for each in checks_found(programme, holdings(reader_of(request)))]
    stem = f"AMIF-{programme.country}-{programme.period}-checks-{localdate().isoformat()}"
    return list_file(form, title=_("Checks on the spot"), stem=stem, headings=headings(), lines=lines)


def year_words(year: Year, period: str) -> str:
    """What the law calls it, and its days."""
    days = {"number": year.number, "first": shown(year.first), "last": shown(year.last)}
    if period == "2014-2020":
        return _("Financial year %(number)d, %(first)s to %(last)s") % days
    return _("Accounting year %(number)d, %(first)s to %(last)s") % days


def shown(day: date) -> str:
    """In the reader's writing."""
    return formats.day(day, length="medium")


def year_tabs(years: list[Year], chosen: Year | None) -> list[Tab]:
    """The latest years; none where there is only one."""
    latest = years[:MOST_YEARS]
    return [Tab(str(each.number), f"?year={each.number}", current=each == chosen) for each in latest if len(years) > 1]
