"""Checks on the spot: two closed, one carried out, two planned; and the letters that the day brings."""

from collections.abc import Callable
from datetime import date, timedelta

from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.letters.actions.queue_letters import queue_letters
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.verification.actions.carry_out_check import carry_out_check
from openamif.verification.actions.close_check import close_check
from openamif.verification.actions.plan_check import plan_check
from openamif.verification.actions.write_finding import write_finding
from openamif.verification.models import OperationalCheck
from openamif.verification.states import Outcome, SamplingMethod

SEED, SIZE, EVERY = 20_261_125, 8, 3
FINDINGS = "Les registres des présences et les tests ont été vus ; une heure de fin manquait sur deux feuilles."
RECOMMENDATIONS = "Faire signer chaque feuille à la fin de la séance."
REACTION = "La recommandation est suivie depuis le premier du mois."
NOT_FOUND = "La feuille de présence de ce jour n’a pas été retrouvée."


def play_checks(programme: Programme, *, by: Person, on: date) -> None:
    """Of every third grant that runs: the earlier ones are further."""
    running = Grant.objects.filter(programme=programme, state=GrantState.SIGNED, participants__isnull=False)
    for place, grant in enumerate(running.distinct().order_by("pk")[::EVERY][: len(STEPS)]):
        STEPS[place](grant, by, on - timedelta(days=40 - 9 * place))


def play_letters(*, on: date) -> None:
    """Queued: they leave when the site's clock next ticks."""
    queue_letters(on=on)


def _planned(grant: Grant, by: Person, day: date) -> OperationalCheck:
    return plan_check(grant, method=SamplingMethod.STRATIFIED, seed=SEED + grant.pk, size=SIZE, on=day, by=by)


def _carried_out(grant: Grant, by: Person, day: date) -> OperationalCheck:
    check = _planned(grant, by, day)
    for sampled in check.sample.order_by("position", "pk"):
        is_lost = sampled.position == EVERY
        outcome, note = (Outcome.NOT_FOUND, NOT_FOUND) if is_lost else (Outcome.AGREES, "")
        write_finding(sampled, outcome=outcome, note=note, by=by)
    visited_on = day + timedelta(days=5)
    return carry_out_check(
        check,
        carried_out_on=visited_on,
        findings=FINDINGS,
        recommendations=RECOMMENDATIONS,
        is_without_delay=True,
        by=by,
    )


def _closed(grant: Grant, by: Person, day: date) -> OperationalCheck:
    return close_check(_carried_out(grant, by, day), reaction=REACTION, by=by)


STEPS: tuple[Callable[[Grant, Person, date], OperationalCheck], ...] = (_closed, _closed, _carried_out, _planned)
