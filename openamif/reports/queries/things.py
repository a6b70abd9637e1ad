"""The live rows of what grants delivered, as the rules know them."""

from django.db.models import Exists, OuterRef, Q

from openamif.register.models import Output
from openamif.reports.queries.profiles import Asked
from openamif.rules.indicators import Thing


def things_of(asked: Asked) -> tuple[Thing, ...]:
    """In the order in which they were recorded."""
    corrections = Output.objects.filter(corrects=OuterRef("pk"))
    standing = Q(is_void=False)
    if asked.known:
        corrections = corrections.filter(pk__lte=asked.known.output)
        standing &= Q(pk__lte=asked.known.output)
    if asked.until:
        standing &= Q(happened_on__lte=asked.until)
    standing &= Q(grant__programme=asked.programme) if asked.grants is None else Q(grant__in=asked.grants)
    rows = Output.objects.filter(standing, ~Exists(corrections)).order_by("pk")
    return tuple(
        Thing(*row) for row in rows.values_list("pk", "grant", "kind", "name", "happened_on", "quantity").iterator()
    )
