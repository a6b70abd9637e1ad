"""Count where a programme stands, from nothing."""

from collections import Counter
from collections.abc import Mapping

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.actions.write_rows import write_rows
from openamif.register.models import Event, Output, Participant
from openamif.reports.actions.keep_tallies import keep_erased, keep_with_authority
from openamif.reports.models import CountedGrant, CountedParticipant, Tally, TallyState
from openamif.reports.queries import counting, dialect
from openamif.reports.queries.counting import Book, Counts, Standing
from openamif.reports.queries.kept import kept_counts
from openamif.reports.queries.profiles import Asked, participants_sql
from openamif.reports.queries.tallied import counted_participants
from openamif.reports.queries.things import things_of

OF_PROGRAMME = f"grant_id IN (SELECT id FROM {Grant._meta.db_table} WHERE programme_id = %s)"
READ = (Grant, Participant, Event, Output)
COLUMNS = ("participant_id", "subject_id", "first_on", "grant_id", "age", "sex", "flags", "kinds")


@transaction.atomic
def count_tallies(programme: Programme) -> TallyState:
    """Forget what was counted, and count every register of the programme again; what was erased counts on."""
    TallyState.objects.get_or_create(programme=programme)
    state = TallyState.objects.select_for_update().get(programme=programme)
    book = counting.book_of(programme, on=timezone.localdate())
    standings = counting.standings_of(programme)
    dialect.learn_sizes(*(model._meta.db_table for model in READ))
    keep_erased(programme, book)
    keep_with_authority(programme)
    _forget(programme)
    _count_participants(Asked(programme.period, programme.pk))
    numbers = _numbers(programme, standings, book)
    _count_grants(programme, standings, numbers)
    _write(programme, numbers)
    state.is_stale, state.rules, state.counted_at = False, counting.fingerprint(book), timezone.now()
    state.save()
    return state


def _forget(programme: Programme) -> None:
    with connection.cursor() as cursor:
        for model, condition in ((CountedParticipant, OF_PROGRAMME), (CountedGrant, OF_PROGRAMME)):
            cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE {condition}", [programme.pk])
        cursor.execute(f"DELETE FROM {Tally._meta.db_table} WHERE programme_id = %s", [programme.pk])


def _count_participants(asked: Asked) -> None:
    statement, parameters = participants_sql(asked)
    with connection.cursor() as cursor:
        table = CountedParticipant._meta.db_table
        cursor.execute(f"INSERT INTO {table} ({', '.join(COLUMNS)}) {statement}", parameters)


def _count_grants(programme: Programme, standings: Mapping[int, Standing], numbers: Counts) -> None:
    counting_for = {(place.pool.grant, place.indicator) for place, number in numbers.items() if number}
    indicators = Counter(grant for grant, _indicator in counting_for)
    last = Output.objects.filter(grant__programme=programme).order_by().values_list("grant")
    outputs = dict(last.annotate(last=Max("pk")))
    CountedGrant.objects.bulk_create(
        CountedGrant(
            grant_id=grant,
            objective=standing.objective,
            authority_id=standing.authority,
            last_output=outputs.get(grant, 0),
            indicators=indicators[grant],
        )
        for grant, standing in standings.items()
    )


def _numbers(programme: Programme, standings: Mapping[int, Standing], book: Book) -> Counts:
    numbers = counting.persons_counted(counted_participants(programme), standings, book)
    things = things_of(Asked(programme.period, programme.pk))
    numbers.update(counting.things_counted(things, standings, book))
    numbers.update(counting.projects_counted(standings, book, until=None))
    numbers.update(kept_counts(programme))
    return numbers


def _write(programme: Programme, numbers: Counts) -> None:
    columns = ("programme_id", "grant_id", "authority_id", "indicator", "age", "sex", "number")
    rows = (
        (programme.pk, place.pool.grant, place.pool.authority, place.indicator, place.age, place.sex, number)
        for place, number in numbers.items()
        if number
    )
    write_rows(Tally, columns, rows)
