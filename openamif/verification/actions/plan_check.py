"""Plan a check on the spot, and draw whom it looks at."""

from datetime import date

from django.db import transaction

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.reports.models import ProgressReport
from openamif.verification import policy
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.queries import drawn_from, last_event, population_of
from openamif.verification.states import SamplingMethod


@transaction.atomic
def plan_check(
    grant: Grant,
    *,
    method: SamplingMethod,
    seed: int,
    size: int,
    report: ProgressReport | None = None,
    on: date,
    by: Person,
) -> OperationalCheck:
    """So many participants are drawn, or all where there are fewer; with a report, of those of its days.

    The lock of the grant keeps its register still meanwhile, so that the sample can be drawn again.
    """
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_plan_check(by, grant))
    known = last_event(grant)
    population = population_of(grant, report=report, known=known)
    drawn = drawn_from(population, method=method, size=size, seed=seed)
    check = OperationalCheck.objects.create(
        grant=grant,
        report=report,
        method=method,
        seed=seed,
        size=len(drawn),
        population=len(population),
        known_event=known,
        planned_on=on,
        controller=by,
    )
    SampledParticipant.objects.bulk_create(
        SampledParticipant(
            check_made=check, participant_id=number, number=number, position=position, stratum=population[number]
        )
        for position, number in enumerate(drawn, start=1)
    )
    said = {"method": str(method), "seed": seed, "size": len(drawn), "population": len(population), "known": known}
    append_trail(check, "check_planned", by=by, to_state=str(check.state), details=said)
    return check
