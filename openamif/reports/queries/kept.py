"""What counts on although the register it was counted from is erased."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from openamif.programmes.models import Programme
from openamif.reports.models import KeptTally
from openamif.reports.queries.counting import PROGRAMME, Counts, Place, Pool
from openamif.reports.states import Within


def kept_counts(programme: Programme, *, grants: Sequence[int] | None = None, until: date | None = None) -> Counts:
    """Persons of erased registers in every place where they count; one query.

    ``until``: of grants that were over by then; what counted on an earlier day nobody can know any more.
    """
    rows = KeptTally.objects.filter(grant__programme=programme)
    if grants is not None:
        rows = rows.filter(grant__in=grants)
    if until is not None:
        rows = rows.filter(grant__ends_on__lte=until)
    numbers: Counts = Counter()
    for row in rows.order_by("pk"):
        numbers[Place(_pool(row), row.indicator, row.age, row.sex)] += row.number
    return numbers


def _pool(row: KeptTally) -> Pool:
    if row.within == Within.GRANT:
        return Pool(row.grant_id)
    return PROGRAMME if row.within == Within.PROGRAMME else Pool(authority=row.authority_id)
