"""Where a programme stands, for programs: its indicators today against milestone and target."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Router

from openamif.people.policy import require
from openamif.people.queries import holdings
from openamif.programmes.queries import programme_for
from openamif.reports import policy
from openamif.reports.queries.overview import Standing, standings
from openamif.reports.queries.reach import Reach, reach_of
from openamif.web.api.access import Reader, guard
from openamif.web.api.paging import REFUSALS, Key, Wanted, page
from openamif.web.api.rows import amount
from openamif.web.api.schemas import Page, Problem, StandingRow
from openamif.web.doors import found_or_404
from openamif.web.official import indicator_as_printed

router = Router(tags=["programmes"])


def the_reach(by: Reader, pk: int) -> Reach:
    """As far as the reader sees a programme; one that she may not see is not found."""
    held = found_or_404(holdings(by) if by.is_authenticated else None)
    programme = found_or_404(programme_for(held, pk))
    require(policy.can_see_situation(by, programme))  # type: ignore[arg-type]
    return reach_of(programme, held)


@router.get(
    "/programmes/{id}/situation",
    url_name="programme_situation",
    operation_id="programme_situation",
    response={200: Page[StandingRow], **REFUSALS, 401: Problem, 403: Problem},
    summary=gettext_noop("Where a programme stands today, indicator by indicator"),
)
@guard("can_see_situation")
def situation(request: HttpRequest, id: Key, wanted: Wanted) -> dict[str, Any]:
    """In the order of the law; for a delegated authority the figures of its part."""
    reach = the_reach(request.user, id)
    return page(standings(reach), wanted, lambda each: standing_row(each, reach.programme.period))


def standing_row(each: Standing, period: str) -> dict[str, Any]:
    """An indicator with its figures."""
    names = ("baseline", "milestone", "target", "value", "counted", "declared", "numerator", "denominator")
    breakdown: dict[str, dict[str, int]] = {}
    for (age, sex), number in each.cells.items():
        if each.counts == "persons":
            breakdown.setdefault(age, {})[sex] = number
    return {
        "code": each.code,
        "name": indicator_as_printed(each.code, each.name, period),
        "objective": each.objective,
        "unit": each.unit,
        "parent": each.parent,
        "breakdown": breakdown,
        **{name: amount(getattr(each, name)) for name in names},
    }
