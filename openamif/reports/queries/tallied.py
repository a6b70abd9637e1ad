"""As what grants and participants are in the tallies, and what the tallies hold."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection
from django.db.models import Max, Q

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.models import Output
from openamif.reports.models import CountedGrant, CountedParticipant, Tally
from openamif.reports.queries import dialect
from openamif.reports.queries.counting import Place, Pool, Standing
from openamif.reports.queries.dialect import ROWS_AT_A_TIME
from openamif.reports.queries.profiles import Row

PARTICIPANT, GRANT = CountedParticipant._meta.db_table, Grant._meta.db_table


def counted_participants(programme: Programme, *, subjects: Sequence[int] | None = None) -> Iterator[Row]:
    """All of a programme, or those of some persons; subject by subject."""
    condition, parameters = f"grant_id IN (SELECT id FROM {GRANT} WHERE programme_id = %s)", [programme.pk]
    if subjects is not None:
        among, keys = dialect.among("subject_id", subjects)
        condition, parameters = f"{among} AND {condition}", [*keys, *parameters]
    with connection.cursor() as cursor:
        columns = f"participant_id, subject_id, {dialect.plain_day('first_on')}, grant_id, age, sex, flags, kinds"
        cursor.execute(f"SELECT {columns} FROM {PARTICIPANT} WHERE {condition} ORDER BY subject_id", parameters)
        while fetched := cursor.fetchmany(ROWS_AT_A_TIME):
            yield from fetched


def counted_standings(grants: Iterable[int]) -> dict[int, Standing]:
    """Under which objective and as whose part grants are in the tallies."""
    found = CountedGrant.objects.filter(pk__in=grants).order_by("pk")
    return {pk: Standing(objective, part) for pk, objective, part in found.values_list("pk", "objective", "authority")}


def last_output(grant: Grant) -> int:
    """The number of the last thing recorded that the grant delivered; 0 where there is none."""
    return Output.objects.filter(grant=grant).aggregate(last=Max("pk"))["last"] or 0


def has_new_outputs(grant: Grant) -> bool:
    """Whether things were recorded since the grant was counted."""
    return not CountedGrant.objects.filter(grant=grant, last_output=last_output(grant)).exists()


def tally_rows(
    programme: Programme, pools: Iterable[Pool], *, indicators: Iterable[str] | None = None
) -> dict[Place, Tally]:
    """The rows of these pools, of some indicators alone where they are said."""
    wanted = Q(pk__in=())
    for pool in pools:
        wanted |= Q(grant=pool.grant, authority=pool.authority)
    rows = Tally.objects.filter(wanted, programme=programme).order_by("pk")
    if indicators is not None:
        rows = rows.filter(indicator__in=indicators)
    return {Place(Pool(row.grant_id, row.authority_id), row.indicator, row.age, row.sex): row for row in rows}
