"""What was changed of grants and of their beneficiaries after an instant, and how they stood at it, from the trail."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.people.models import Organisation
from openamif.record.models import Trail
from openamif.record.queries import trail_since

Row = dict[str, Any]
"""A grant, by the columns below."""
GRANT, BODY = Grant._meta.label_lower, Organisation._meta.label_lower
PUT_BACK = {
    (GRANT, "objective"): "objective",
    (GRANT, "starts_on"): "starts_on",
    (GRANT, "intervention_fields"): "intervention_fields",
    (BODY, "kind"): "beneficiary__kind",
}
"""The column in which a place of the trail stands."""
OF_PROJECTS = frozenset({*PUT_BACK, (GRANT, "beneficiary")})
OF_OTHERS = frozenset({(GRANT, "objective")})
COLUMNS = ("pk", "state", "beneficiary", "delegated_authority", *PUT_BACK.values())


def grant_rows(found: QuerySet[Grant], *, at: datetime | None = None) -> list[Row]:
    """What counting needs of each grant: as it is, or as it was at that instant.

    Another beneficiary is not put back: the trail keeps the name of the former one alone.
    """
    rows = [dict(row) for row in found.order_by("pk").values(*COLUMNS)]
    if at is None:
        return rows
    about: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        about.setdefault((GRANT, row["pk"]), []).append(row)
        about.setdefault((BODY, row["beneficiary"]), []).append(row)
    for event in _events(at, (row["pk"] for row in rows), (row["beneficiary"] for row in rows)):
        for row in about[event.subject_kind, event.subject_pk]:
            _put_back(row, event)
    return rows


def changes_of(grant: Grant, *, after: datetime, of_projects: bool) -> tuple[Trail, ...]:
    """What was changed of it or of its beneficiary, and makes it count otherwise: as a project, or its contents."""
    places = OF_PROJECTS if of_projects else OF_OTHERS
    events = _events(after, [grant.pk], [grant.beneficiary_id])
    return tuple(each for each in reversed(events) if _moves(each, of_projects) or not places.isdisjoint(_places(each)))


def said_in(event: Trail) -> list[tuple[str, str, str]]:
    """Place, before and after of what it changed of the things by which something counts."""
    changes = event.details.get("changes", ())
    return [(place, was, now) for place, was, now in changes if (event.subject_kind, place) in OF_PROJECTS]


def _events(after: datetime, grants: Iterable[int], bodies: Iterable[int]) -> list[Trail]:
    return list(trail_since(after, {GRANT: grants, BODY: bodies}))


def _places(event: Trail) -> list[tuple[str, str]]:
    return [(event.subject_kind, place) for place, _before, _after in event.details.get("changes", ())]


def _moves(event: Trail, of_projects: bool) -> bool:
    """Whether it became a project, or is none any more."""
    states = (event.from_state, event.to_state)
    return of_projects and event.subject_kind == GRANT and all(states) and GrantState.DRAFT in states


def _put_back(row: Row, event: Trail) -> None:
    for place, before, _after in event.details.get("changes", ()):
        if column := PUT_BACK.get((event.subject_kind, place)):
            row[column] = (date.fromisoformat(before) if before else None) if column == "starts_on" else before
    if event.subject_kind == GRANT and event.from_state:
        row["state"] = event.from_state
