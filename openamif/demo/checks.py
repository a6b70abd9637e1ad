"""Checks on the spot: two closed, one carried out, one planned; what they found put right; the letters of the day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Min

from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.letters.actions.queue_letters import queue_letters
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.register.actions.correct_event import correct_event
from openamif.register.models import Event
from openamif.register.states import PARTICIPATIONS
from openamif.reports.actions.follow_register import follow_register
from openamif.verification.actions.carry_out_check import carry_out_check
from openamif.verification.actions.close_check import close_check
from openamif.verification.actions.link_correction import link_correction
from openamif.verification.actions.plan_check import plan_check
from openamif.verification.actions.write_finding import write_finding
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.states import Outcome, SamplingMethod

SEED, SIZE, EVERY = 20_261_125, 8, 3
FINDINGS = (
    "Les registres des présences et les tests ont été vus ; une heure de fin manquait sur deux feuilles, et "
    "une présence n’a pas de feuille."
)
RECOMMENDATIONS = "Faire signer chaque feuille à la fin de la séance."
REACTION = "La présence sans feuille est retirée du registre ; la recommandation est suivie depuis le premier du mois."
NOT_FOUND = "La feuille de présence de ce jour n’a pas été retrouvée."


@dataclass(frozen=True, slots=True)
class Visit:
    """A grant, who controls it, who keeps its register, and the day on which the check was planned."""

    grant: Grant
    by: Person
    keeper: Person
    day: date


def play_checks(programme: Programme, keepers: Mapping[int, Person], *, by: Person, on: date) -> None:
    """Of every third grant that runs: the earlier ones are further."""
    running = Grant.objects.filter(programme=programme, state=GrantState.SIGNED, participants__isnull=False)
    for place, grant in enumerate(running.distinct().order_by("pk")[::EVERY][: len(STEPS)]):
        STEPS[place](Visit(grant, by, keepers[grant.pk], on - timedelta(days=40 - 9 * place)))


def play_letters(*, on: date) -> None:
    """Queued: they leave when the site's clock next ticks."""
    queue_letters(on=on)


def _planned(visit: Visit) -> OperationalCheck:
    seed = SEED + visit.grant.pk
    return plan_check(visit.grant, method=SamplingMethod.STRATIFIED, seed=seed, size=SIZE, on=visit.day, by=visit.by)


def _carried_out(visit: Visit) -> OperationalCheck:
    check = _planned(visit)
    told = check.sample.annotate(came=Count("participant__events"), first_on=Min("participant__events__happened_on"))
    came_once = told.earliest("came", "first_on", "pk")
    for sampled in check.sample.order_by("position", "pk"):
        outcome, note = (Outcome.NOT_FOUND, NOT_FOUND) if sampled == came_once else (Outcome.AGREES, "")
        write_finding(sampled, outcome=outcome, note=note, by=visit.by)
    visited_on = visit.day + timedelta(days=5)
    return carry_out_check(
        check,
        carried_out_on=visited_on,
        findings=FINDINGS,
        recommendations=RECOMMENDATIONS,
        is_without_delay=True,
        by=visit.by,
    )


def _closed(visit: Visit) -> OperationalCheck:
    check = _carried_out(visit)
    for sampled in check.sample.filter(outcome=Outcome.NOT_FOUND).order_by("position", "pk"):
        link_correction(sampled, correction=_mended(sampled, visit), by=visit.by)
    return close_check(check, reaction=REACTION, by=visit.by)


def _mended(sampled: SampledParticipant, visit: Visit) -> Event:
    """The beneficiary says that what has no attendance sheet did not happen."""
    came = Event.objects.standing().filter(participant=sampled.participant, kind__in=PARTICIPATIONS)
    correction = correct_event(came.latest("happened_on", "pk"), None, reason=NOT_FOUND, by=visit.keeper)
    follow_register(visit.grant, subjects=[correction.participant.subject_id])
    return correction


STEPS: tuple[Callable[[Visit], OperationalCheck], ...] = (_closed, _closed, _carried_out, _planned)
