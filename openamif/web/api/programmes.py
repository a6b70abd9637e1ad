"""Programmes: which there are, and which versions of each may be read."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Query, Router

from openamif.programmes.models import Programme, Version
from openamif.web.api.access import OPEN, guard, the_programme, the_programmes, the_versions
from openamif.web.api.paging import REFUSALS, Key, Wanted, page
from openamif.web.api.schemas import Page, Problem, ProgrammeHead, ProgrammeWhole
from openamif.web.labels import VERSION_STATES

router = Router(tags=["programmes"])
Country = Annotated[str | None, Query(pattern="^[A-Z]{2}$", description=gettext_noop("ISO 3166, two letters."))]
Period = Annotated[str | None, Query(pattern=r"^\d{4}-\d{4}$", description=gettext_noop("The programming period."))]


@router.get(
    "/programmes",
    url_name="programmes",
    operation_id="programmes",
    response={200: Page[ProgrammeHead], 422: Problem},
    summary=gettext_noop("The programmes with an adopted version, and those of the reader"),
)
@guard(OPEN)
def programmes(request: HttpRequest, wanted: Wanted, country: Country = None, period: Period = None) -> dict[str, Any]:
    """Latest period first. Whoever is logged in also finds the programmes for which she holds a role."""
    every = [
        each
        for each in the_programmes(request.user)
        if country in (None, each.country) and period in (None, each.period)
    ]
    return page(every, wanted, head)


@router.get(
    "/programmes/{id}",
    url_name="programme",
    operation_id="programme",
    response={200: ProgrammeWhole, **REFUSALS},
    summary=gettext_noop("A programme and its versions"),
)
@guard("can_read_version")
def programme(request: HttpRequest, id: Key) -> dict[str, Any]:
    """Adopted versions; for the programme's own people all of them."""
    found = the_programme(request.user, id)
    return {**head(found), "versions": [version_head(each) for each in the_versions(request.user, found)]}


def head(programme: Programme) -> dict[str, Any]:
    """A programme in brief; its latest version is annotated by the query."""
    latest: Any = programme
    known = latest.latest_pk is not None
    total = latest.latest_total_amount
    return {
        "id": programme.pk,
        "title": programme.title,
        "fund": programme.fund,
        "period": programme.period,
        "country": programme.country,
        "cci": programme.cci,
        "responsible_authority": programme.responsible_authority.name,
        "latest_version_id": latest.latest_pk,
        "latest_version": f"{latest.latest_number}.{latest.latest_working}" if known else None,
        "latest_state": latest.latest_state,
        "total": f"{total:.2f}" if total is not None else None,
    }


def version_head(version: Version) -> dict[str, Any]:
    """A version in brief."""
    return {
        "id": version.pk,
        "programme_id": version.programme_id,
        "label": version.label,
        "number": version.number,
        "working": version.working,
        "state": version.state,
        "state_name": str(VERSION_STATES[version.state][0]),
        "language": version.language,
        "decision_reference": version.decision_reference,
        "decision_on": version.decision_on,
    }
