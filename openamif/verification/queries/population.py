"""Of whom a sample is drawn, as the register stood when it was drawn, and the sample drawn again."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Max, Q

from openamif.grants.models import Grant
from openamif.methods.sampling import place_of, simple_random, stratified
from openamif.register.models import Event
from openamif.reports.models import ProgressReport
from openamif.verification.models import OperationalCheck
from openamif.verification.states import SamplingMethod


@dataclass(frozen=True, slots=True)
class Member:
    """One of the population: her number, her activity, her place by the seed, whether she is drawn."""

    number: int
    stratum: str
    place: str
    is_drawn: bool


def last_event(grant: Grant) -> int:
    """The key of the last event of the register of the grant; 0 where there is none."""
    return Event.objects.filter(grant=grant).aggregate(last=Max("pk"))["last"] or 0


def population_of(grant: Grant, *, report: ProgressReport | None = None, known: int) -> dict[int, str]:
    """The participants with an event that was live when ``known`` was the last event, in the days of the report.

    Each with the reference of her activity: that of her first event that has one, by day and key; else blank.
    """
    live = Event.objects.filter(grant=grant, pk__lte=known, is_void=False).filter(
        Q(corrected_by=None) | Q(corrected_by__pk__gt=known)
    )
    if report is not None:
        live = live.filter(happened_on__range=(report.due.starts_on, report.due.ends_on))
    members: dict[int, str] = {}
    rows = live.order_by("happened_on", "pk").values_list("participant", "activity__reference")
    for participant, reference in rows.iterator():
        if not members.get(participant):
            members[participant] = reference or ""
    return members


def drawn_from(population: Mapping[int, str], *, method: SamplingMethod, size: int, seed: int) -> list[int]:
    """The numbers drawn, in order. The key of a participant is her number."""
    if method == SamplingMethod.STRATIFIED:
        strata = {str(number): stratum for number, stratum in population.items()}
        return [int(key) for key in stratified(strata, size=size, seed=seed)]
    return [int(key) for key in simple_random(map(str, population), size=size, seed=seed)]


def members_of(check: OperationalCheck) -> list[Member]:
    """The population as it was, in the order of drawing within each stratum: what an auditor draws again from."""
    population = population_of(check.grant, report=check.report, known=check.known_event)
    method = SamplingMethod(check.method)
    drawn = set(drawn_from(population, method=method, size=check.size, seed=check.seed))
    members = [
        Member(number, stratum, place_of(str(number), seed=check.seed), number in drawn)
        for number, stratum in population.items()
    ]
    by_stratum = method == SamplingMethod.STRATIFIED
    return sorted(members, key=lambda each: (each.stratum if by_stratum else "", each.place))


def is_drawn_again(check: OperationalCheck) -> bool:
    """Whether seed and method lead to the same sample of the same population once more."""
    population = population_of(check.grant, report=check.report, known=check.known_event)
    again = drawn_from(population, method=SamplingMethod(check.method), size=check.size, seed=check.seed)
    kept = check.sample.order_by("position", "pk").values_list("number", flat=True)
    return len(population) == check.population and again == list(kept)
