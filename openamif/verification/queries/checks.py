"""Checks on the spot as pages list and open them, and their samples."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from openamif.grants.models import Grant, GrantQuerySet
from openamif.people.models import Person
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.register.models import Event
from openamif.reports.models import ProgressReport
from openamif.verification.models import OperationalCheck, OperationalCheckQuerySet, SampledParticipant
from openamif.verification.states import OPEN, Outcome


def watched_grants(held: Holdings) -> GrantQuerySet:
    """The grants whose checks she sees: those that she sees otherwise than as their beneficiary."""
    watching = Holdings(tuple(role for role in held.roles if role.kind != RoleKind.BENEFICIARY))
    return Grant.objects.visible_to(watching)


def checks_seen(held: Holdings) -> OperationalCheckQuerySet:
    """Every check that she may see."""
    return OperationalCheck.objects.filter(grant__in=watched_grants(held))


def checks_found(programme: Programme, held: Holdings) -> OperationalCheckQuerySet:
    """The checks of a programme that she may see, latest first, each with the sums of its sample."""
    seen = OperationalCheck.objects.filter(grant__programme=programme, grant__in=watched_grants(held))
    return _with_sums(seen).order_by("-planned_on", "-pk")


def checks_of(grant: Grant) -> OperationalCheckQuerySet:
    """The checks of a grant, latest first, each with the sums of its sample."""
    return _with_sums(OperationalCheck.objects.filter(grant=grant)).order_by("-planned_on", "-pk")


def _with_sums(checks: OperationalCheckQuerySet) -> OperationalCheckQuerySet:
    related = checks.select_related("grant__beneficiary", "controller", "report__due")
    return related.annotate(
        looked_at_count=Count("sample", filter=~Q(sample__outcome="")),
        agreeing_count=Count("sample", filter=Q(sample__outcome=Outcome.AGREES)),
        differing_count=Count("sample", filter=Q(sample__outcome=Outcome.DIFFERS)),
        not_found_count=Count("sample", filter=Q(sample__outcome=Outcome.NOT_FOUND)),
    )


def open_checks(held: Holdings) -> OperationalCheckQuerySet:
    """The checks that are to be carried out or to be closed, of the grants whose checks she sees; the oldest first."""
    checks = OperationalCheck.objects.filter(grant__in=watched_grants(held), state__in=[str(state) for state in OPEN])
    return _with_sums(checks).select_related("grant__beneficiary").order_by("planned_on", "pk")


def checks_everywhere(held: Holdings) -> QuerySet[Any]:
    """The programmes with grants whose checks she may see, each with the number of checks."""
    grants = watched_grants(held)
    seen = Q(grants__operational_checks__grant__in=grants)
    return (
        Programme.objects.filter(pk__in=grants.values("programme"))
        .annotate(check_count=Count("grants__operational_checks", filter=seen, distinct=True))
        .order_by("-period", "country", "pk")
    )


def check_for(held: Holdings, pk: int) -> OperationalCheck | None:
    """The check with its grant, if she may see it."""
    related = ("grant__programme", "grant__beneficiary", "grant__delegated_authority", "report__due", "controller")
    seen = checks_seen(held)
    return seen.select_related(*related).filter(pk=pk).first()


def sample_of(check: OperationalCheck) -> list[SampledParticipant]:
    """Who was drawn, in order, each with her person and the event that mended the register."""
    drawn = check.sample.select_related("participant__subject", "correction")
    return list(drawn.order_by("position", "pk"))


def sampled_at(check: OperationalCheck, position: int) -> SampledParticipant | None:
    """Who was drawn at this place."""
    return check.sample.select_related("participant__subject", "correction").filter(position=position).first()


def events_seen_of(check: OperationalCheck, drawn: list[SampledParticipant]) -> dict[int, list[Event]]:
    """What the register says of those drawn today, by participant; one query."""
    events: dict[int, list[Event]] = {each.participant_id: [] for each in drawn if each.participant_id is not None}
    live = Event.objects.filter(participant__in=list(events), grant=check.grant_id, corrected_by=None, is_void=False)
    for event in live.select_related("activity").order_by("happened_on", "kind", "pk"):
        events[event.participant_id].append(event)
    return events


def corrections_since(check: OperationalCheck, drawn: list[SampledParticipant]) -> dict[int, list[Event]]:
    """The corrections in the register of those drawn, recorded after the sample was drawn, by participant."""
    corrections: dict[int, list[Event]] = {each.participant_id: [] for each in drawn if each.participant_id is not None}
    since = Event.objects.filter(participant__in=list(corrections), pk__gt=check.known_event, corrects__isnull=False)
    for event in since.select_related("activity").order_by("pk"):
        corrections[event.participant_id].append(event)
    return corrections


def next_to_look_at(check: OperationalCheck, *, after: int) -> int | None:
    """The place of the next without an outcome, going round from this one; None where everybody has one."""
    places = list(check.sample.filter(outcome="").order_by("position", "pk").values_list("position", flat=True))
    return next((place for place in places if place > after), places[0] if places else None)


def reports_to_check(grant: Grant) -> list[ProgressReport]:
    """The reports of a grant that were ever submitted, latest first: those whose data a check may be about."""
    reports = ProgressReport.objects.filter(grant=grant, submitted_at__isnull=False).select_related("due")
    return list(reports.order_by("-due__number", "-version", "pk"))


def is_looked_at(check: OperationalCheck) -> bool:
    """Whether everybody drawn has an outcome."""
    return not check.sample.filter(outcome="").exists()


def decided_on_reports(person: Person, grant: Grant) -> bool:
    """Whether she submitted, examined or accepted a report of the grant."""
    hand = Q(submitted_by=person) | Q(examined_by=person) | Q(accepted_by=person)
    return ProgressReport.objects.filter(hand, grant=grant).exists()


@dataclass(frozen=True, slots=True)
class CheckSums:
    """Of a sample: how many were drawn, looked at, agree, differ, were not found."""

    drawn: int
    looked_at: int
    agreeing: int
    differing: int
    not_found: int


def sums_of(sample: list[SampledParticipant]) -> CheckSums:
    """Counted without a query."""
    outcomes = [each.outcome for each in sample]
    return CheckSums(
        drawn=len(outcomes),
        looked_at=sum(outcome != "" for outcome in outcomes),
        agreeing=outcomes.count(Outcome.AGREES),
        differing=outcomes.count(Outcome.DIFFERS),
        not_found=outcomes.count(Outcome.NOT_FOUND),
    )
