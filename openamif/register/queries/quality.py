"""How good the data of registers are, and what they hold: by grant, in a constant number of queries."""

from dataclasses import astuple, dataclass
from operator import add
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.models import Activity, Output, Participant, Pseudonym
from openamif.register.queries.lists import extent_of
from openamif.register.queries.seeking import has, is_outside, is_tested, lacks_entry_test, lacks_instrument
from openamif.register.states import CodeKind, EventKind


@dataclass(frozen=True, slots=True)
class Quality:
    """Participants, and of them: with sex or year of birth unknown, who may be double, who is known locally alone.

    ``learners``: took part in a language course; ``untested``: of these, without a test at entry. ``outside``: of whom
    something lies outside the days of the grant. ``tested``: took a test; ``without_instrument``: one that does not say
    by which.
    """

    participants: int = 0
    unknown_sex: int = 0
    unknown_birth_year: int = 0
    learners: int = 0
    untested: int = 0
    doubles: int = 0
    local_only: int = 0
    outside: int = 0
    tested: int = 0
    without_instrument: int = 0

    def __add__(self, other: "Quality") -> "Quality":
        return Quality(*map(add, astuple(self), astuple(other)))


@dataclass(frozen=True, slots=True)
class Figures:
    """How much a register holds; live rows alone."""

    participants: int
    activities: int
    events: int
    outputs: int


def quality_of_grants(programme: Programme) -> dict[int, Quality]:
    """By the key of the grant; one query. A grant without participants is not there."""
    return _qualities(Participant.objects.filter(grant__programme=programme))


def quality_of(grant: Grant) -> Quality:
    """Of one grant; one query that reads no other grant's participants but those alike."""
    return _qualities(Participant.objects.filter(grant=grant)).get(grant.pk, Quality())


def gaps_of(grant: Grant) -> dict[str, int]:
    """How many lack something: ``entry_test`` (of those who learn a language), ``birth_year``, ``sex``; one query."""
    return Participant.objects.filter(grant=grant).aggregate(
        entry_test=Count("pk", filter=lacks_entry_test()),
        birth_year=Count("pk", filter=Q(birth_year=None)),
        sex=Count("pk", filter=Q(sex="")),
    )


def register_figures(grant: Grant) -> Figures:
    """Three queries, none of which counts events or participants."""
    extent = extent_of(grant)
    activities = Activity.objects.filter(grant=grant).count()
    outputs = Output.objects.standing().filter(grant=grant).count()
    return Figures(extent.participants, activities, extent.events, outputs)


def _qualities(participants: QuerySet[Participant]) -> dict[int, Quality]:
    counted = _by_grant(
        participants,
        participants=Count("pk"),
        unknown_sex=Count("pk", filter=Q(sex="")),
        unknown_birth_year=Count("pk", filter=Q(birth_year=None)),
        learners=Count("pk", filter=Q(has(EventKind.LANGUAGE_COURSE))),
        untested=Count("pk", filter=lacks_entry_test()),
        doubles=Count("pk", filter=~Q(subject__likeness="") & Q(_alike())),
        local_only=Count("pk", filter=~Q(_identified())),
        outside=Count("pk", filter=is_outside()),
        tested=Count("pk", filter=Q(is_tested())),
        without_instrument=Count("pk", filter=lacks_instrument()),
    )
    return {grant: Quality(**said) for grant, said in counted.items()}


def _by_grant(rows: QuerySet[Any], **counts: Any) -> dict[int, dict[str, int]]:
    counted = rows.order_by().values("grant").annotate(**counts).values_list("grant", *counts)
    return {grant: dict(zip(counts, said, strict=True)) for grant, *said in counted}


def _alike() -> Exists:
    """Somebody of the programme with the same likeness who is another subject."""
    same = Participant.objects.filter(
        subject__likeness=OuterRef("subject__likeness"), grant__programme=OuterRef("grant__programme")
    )
    return Exists(same.exclude(subject=OuterRef("subject")))


def _identified() -> Exists:
    known = Pseudonym.objects.filter(subject=OuterRef("subject")).exclude(kind=CodeKind.LOCAL)
    return Exists(known)
