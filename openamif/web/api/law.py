"""The law: its figures on a day, and its code lists, each with the article."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop
from ninja import Path, Query, Router
from pydantic import BeforeValidator

from openamif.law import BeforeFirstValue, Code, Figure, LawError, codes, figure
from openamif.law.loader import figure_keys, subjects
from openamif.web.api.access import OPEN, guard
from openamif.web.api.paging import REFUSALS, Wanted, page
from openamif.web.api.rows import today
from openamif.web.api.schemas import CodeList, CodeRow, FigureRow, Page, Problem

router = Router(tags=["law"])
Period = Annotated[Literal["2014-2020", "2021-2027"], Query(description=gettext_noop("The programming period."))]
Iso = Annotated[date, BeforeValidator(lambda given: datetime.strptime(given, "%Y-%m-%d").date())]  # noqa: DTZ007
Day = Annotated[
    Iso | None, Query(description=gettext_noop("The day whose law is asked for; today where none is said."))
]
FigureKey = Annotated[str, Path(pattern=r"^[a-z_]{1,60}\.[a-z_0-9]{1,60}$", examples=["lump_sums.resettlement"])]
ListName = Annotated[str, Path(pattern=r"^[a-z_]{1,60}$", examples=["objectives"])]


@router.get(
    "/law/figures",
    url_name="law_figures",
    operation_id="law_figures",
    response={200: Page[FigureRow], 422: Problem},
    summary=gettext_noop("The figures of the law in force on a day"),
)
@guard(OPEN)
def figures(request: HttpRequest, wanted: Wanted, period: Period = "2014-2020", on: Day = None) -> dict[str, Any]:
    """Rates, lump sums, thresholds and deadlines. Those that begin later are left out."""
    day = on or today()
    every = [found for key in figure_keys(period) if (found := _in_force(key, day, period))]
    return page(every, wanted, figure_row)


@router.get(
    "/law/figures/{key}",
    url_name="law_figure",
    operation_id="law_figure",
    response={200: FigureRow, **REFUSALS},
    summary=gettext_noop("A figure of the law on a day"),
)
@guard(OPEN)
def law_figure(request: HttpRequest, key: FigureKey, period: Period = "2014-2020", on: Day = None) -> dict[str, Any]:
    """With its unit, its article and the day since when it holds."""
    try:
        return figure_row(figure(key, on=on or today(), period=period))
    except LawError:
        raise Http404 from None


@router.get(
    "/law/codes",
    url_name="law_code_lists",
    operation_id="law_code_lists",
    response={200: Page[CodeList], 422: Problem},
    summary=gettext_noop("The code lists of the law"),
)
@guard(OPEN)
def code_lists(request: HttpRequest, wanted: Wanted, period: Period = "2014-2020") -> dict[str, Any]:
    """By name, with the number of their codes."""
    every = [(name, found) for name in subjects(period) if (found := _codes(name, period))]
    return page(every, wanted, lambda each: {"name": each[0], "count": len(each[1])})


@router.get(
    "/law/codes/{name}",
    url_name="law_codes",
    operation_id="law_codes",
    response={200: Page[CodeRow], **REFUSALS},
    summary=gettext_noop("The codes of a list, in four languages"),
)
@guard(OPEN)
def code_list(
    request: HttpRequest, name: ListName, wanted: Wanted, period: Period = "2014-2020", on: Day = None
) -> dict[str, Any]:
    """In the law's order; with a day only those valid on it."""
    every = _codes(name, period)
    if not every:
        raise Http404
    return page([each for each in every if on is None or each.valid(on)], wanted, code_row)


def _in_force(key: str, on: date, period: str) -> Figure | None:
    try:
        return figure(key, on=on, period=period)
    except BeforeFirstValue:
        return None


def _codes(name: str, period: str) -> tuple[Code, ...]:
    try:
        return codes(name, period=period)
    except LawError:
        return ()


def figure_row(found: Figure) -> dict[str, Any]:
    """A figure as an answer; its value as text."""
    value = f"{found.value:f}" if isinstance(found.value, Decimal) else found.value.isoformat()
    return {
        "key": found.key,
        "title": found.title,
        "value": value,
        "unit": found.unit,
        "source": found.source,
        "since": found.since,
        "sure": found.sure,
        "note": found.note,
    }


def code_row(found: Code) -> dict[str, Any]:
    """A code as an answer."""
    return {
        "code": found.code,
        "names": dict(found.names),
        "source": found.source,
        "valid_from": found.valid_from,
        "valid_until": found.valid_until,
        "sure": found.sure,
        "note": found.note,
        "rendering": list(found.rendering),
        "extra": {key: value if isinstance(value, str) else list(value) for key, value in found.extra.items()},
    }
