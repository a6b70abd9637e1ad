"""A version: its document, and each of its tables and lists alone."""

from collections.abc import Callable
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop
from ninja import Query, Router

from openamif.programmes.policy import can_see_version
from openamif.sfc.json_2014 import as_json
from openamif.sfc.programme_2014 import Reading
from openamif.web.api import rows
from openamif.web.api.access import Operation, guard, the_version
from openamif.web.api.paging import REFUSALS, Key, Wanted, page
from openamif.web.api.programmes import version_head
from openamif.web.api.schemas import (
    ActionRow,
    FindingRow,
    IndicatorRow,
    Page,
    PlanRow,
    PledgeRow,
    Table,
    TextRow,
    TimetableRow,
    VersionWhole,
    YearlyRow,
)
from openamif.web.exports.pledges import lines
from openamif.web.official import commitment_line_name, special_case_name

router = Router(tags=["versions"])
Holds = Annotated[bool | None, Query(description=gettext_noop("Only the rules that hold, or only those that do not."))]
OF_READING = ("inferred", "unread")


def about(name: str, path: str, response: Any, summary: str) -> Callable[[Operation], Operation]:
    """An operation on a version: its name, its address below the version, its shape, what it gives."""

    def register(operation: Operation) -> Operation:
        return router.get(
            f"/versions/{{id}}{path}",
            url_name=name,
            operation_id=name,
            response={200: response, **REFUSALS},
            summary=summary,
        )(guard("can_read_version")(operation))

    return register


@about("version", "", VersionWhole, gettext_noop("A version with its whole document"))
def version(request: HttpRequest, id: Key) -> dict[str, Any]:
    """The document in the JSON form that reading the Commission's text form gives."""
    shown = the_version(request.user, id)
    document = as_json(Reading(programme=shown.document))
    head = {key: value for key, value in document["document"].items() if "lines" not in key}
    whole = {key: value for key, value in document.items() if key not in OF_READING}
    return {"version": version_head(shown.version), "document": {**whole, "document": head}}


@about("version_financial_plan", "/financial-plan", Table[PlanRow], gettext_noop("Table 1: the financial plan"))
def financial_plan(request: HttpRequest, id: Key) -> dict[str, Any]:
    """Every row as the document prints it, sums included."""
    shown = the_version(request.user, id)
    return rows.table(rows.plan(shown.document.financial_plan, shown.version.programme.period))


@about("version_special_cases", "/special-cases", Table[YearlyRow], gettext_noop("Table 2: special cases by year"))
def special_cases(request: HttpRequest, id: Key) -> dict[str, Any]:
    """Resettlement, relocation, transfer and admission; places given back are negative."""
    shown = the_version(request.user, id)
    period = shown.version.programme.period
    return rows.table(rows.yearly(shown.document.special_cases, special_case_name, period))


@about(
    "version_annual_commitments",
    "/annual-commitments",
    Table[YearlyRow],
    gettext_noop("Table 3: annual commitments of the Union"),
)
def annual_commitments(request: HttpRequest, id: Key) -> dict[str, Any]:
    """By year and in total, as the document prints them."""
    shown = the_version(request.user, id)
    period = shown.version.programme.period
    return rows.table(rows.yearly(shown.document.annual_commitments, commitment_line_name, period))


@about("version_pledges", "/pledges", Table[PledgeRow], gettext_noop("Persons pledged, and the lump sums of the law"))
def pledges(request: HttpRequest, id: Key) -> dict[str, Any]:
    """Persons by pledging period; amounts at the lump sums in force today."""
    shown = the_version(request.user, id)
    every = lines(shown.document, shown.version.programme.period, rows.today())
    return rows.table([rows.pledge(line) for line in every])


@about("version_timetable", "/timetable", Page[TimetableRow], gettext_noop("When each main action begins its phases"))
def timetable(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """In the document's order."""
    return page(the_version(request.user, id).document.timetable, wanted, rows.fields)


@about("version_actions", "/actions", Page[ActionRow], gettext_noop("The main actions of the national objectives"))
def actions(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """In the document's order; their number runs through the programme."""
    return page(rows.actions(the_version(request.user, id).document), wanted, lambda row: row)


@about(
    "version_indicators", "/indicators", Page[IndicatorRow], gettext_noop("Indicators: baseline, milestone and target")
)
def indicators(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """In the document's order."""
    shown = the_version(request.user, id)
    period = shown.version.programme.period
    halfway = shown.content.milestones
    return page(
        shown.document.indicators,
        wanted,
        lambda each: rows.indicator(each, period, milestone=halfway.get(each.code)),
    )


@about("version_texts", "/texts", Page[TextRow], gettext_noop("The texts of the programme"))
def texts(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """Sections in the form's order, then those of the objectives; empty ones are left out."""
    shown = the_version(request.user, id)
    return page(rows.texts(shown.document, shown.version.programme.period), wanted, lambda row: row)


@about("version_findings", "/findings", Page[FindingRow], gettext_noop("What the rules find, with the article"))
def findings(request: HttpRequest, id: Key, wanted: Wanted, holds: Holds = None) -> dict[str, Any]:
    """In the order of the rules; ``holds=false`` for those that fail only. The law is today's.

    Working papers: for the programme's own people, also where the version is everyone's.
    """
    shown = the_version(request.user, id)
    if not can_see_version(request.user, shown.version):  # type: ignore[arg-type]
        raise Http404
    period = shown.version.programme.period
    every = [each for each in shown.findings() if holds in (None, each.holds)]
    return page(every, wanted, lambda each: rows.finding(each, period))
