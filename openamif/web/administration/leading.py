"""Where the events of the trail lead: to the pages that the reader may open, and to no other."""

from collections import defaultdict
from collections.abc import Iterable

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import can_administer_people
from openamif.people.queries import Holdings, holdings
from openamif.people.states import RoleKind
from openamif.programmes.queries import versions_seen
from openamif.record.models import Trail
from openamif.reports.models import ProgressReport
from openamif.verification.queries.checks import checks_seen

PAGES = {
    "people.person": "administration:person",
    "people.organisation": "administration:organisation",
    "programmes.version": "authority:version",
    "grants.grant": "authority:grant",
    "reports.progressreport": "authority:report",
    "verification.operationalcheck": "authority:check",
}
"""The page of what an event happened to."""
Openable = set[tuple[str, int]]
"""Kinds of subject and their keys."""


def openable(reader: Person, events: Iterable[Trail]) -> Openable:
    """What she may open of what the events happened to (one query for each kind of it)."""
    about = defaultdict(set)
    for event in events:
        about[event.subject_kind].add(event.subject_pk)
    office = Holdings(tuple(role for role in holdings(reader).roles if role.kind != RoleKind.BENEFICIARY))
    seen = {
        "programmes.version": versions_seen(office),
        "grants.grant": Grant.objects.visible_to(office),
        "reports.progressreport": ProgressReport.objects.visible_to(office),
        "verification.operationalcheck": checks_seen(office),
    }
    kept = set(about) & ({"people.person", "people.organisation"} if can_administer_people(reader) else set())
    found = {kind: seen[kind].only("pk").in_bulk(about[kind]) for kind in set(about) & set(seen)}
    return {(kind, pk) for kind, pks in [*found.items(), *((each, about[each]) for each in kept)] for pk in pks}
