"""When the retention period of a grant is over, and in which grants persons are named who may go."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from openamif.grants.models import BeneficialOwner, Grant, Particulars, Partner
from openamif.programmes.models import Programme
from openamif.record.models import Document, Trail
from openamif.rules.register import retention

NOBODY = {"contact_name": "", "contact_email": "", "contact_phone": ""}
"""Of the particulars of a grant, and of a partner, where no contact is named."""


@dataclass(frozen=True, slots=True)
class PersonsDue:
    """A grant whose persons may go from ``due_on`` on: how many beneficial owners, and whether a contact is named."""

    grant: Grant
    due_on: date
    owners: int
    has_contact: bool


def due_on(grant: Grant, *, on: date, paid_on: date | None = None) -> date:
    """The first day on which what names persons may go. ``paid_on``: of the last payment, where it is known."""
    return retention.erased_from(grant.programme.period, paid_on=paid_on, on=on)


def names_nothing(references: Collection[str]) -> list[str]:
    """Those that are neither the reference of a grant nor a programme such as ``BE 2014-2020``."""
    known = set(Grant.objects.filter(reference__in=references).values_list("reference", flat=True))
    known |= {" ".join(each) for each in Programme.objects.values_list("country", "period").order_by("pk")}
    return [each for each in references if each not in known]


def programmes_due(on: date) -> dict[int, date]:
    """By the key of the programme, the day from which its grants may be erased, where that day has come.

    Payments are not known here yet: the period is counted from the last day on which the law lets anybody pay.
    """
    periods = Programme.objects.order_by("pk").values_list("pk", "period")
    days = {pk: retention.erased_from(period, paid_on=None, on=on) for pk, period in periods}
    return {pk: day for pk, day in days.items() if day <= on}


def persons_due(on: date) -> Iterator[PersonsDue]:
    """Grants in which somebody is named and whose retention period is over, by reference; two queries."""
    days = programmes_due(on)
    asked = Q(pk__in=Particulars.objects.exclude(**NOBODY).values("grant"))
    asked |= Q(pk__in=Partner.objects.exclude(**NOBODY).values("grant"))
    held = Grant.objects.filter(asked | Q(pk__in=BeneficialOwner.objects.values("grant")), programme__in=days)
    held = held.select_related("programme").annotate(
        named=Count("owners"), asked=Exists(Grant.objects.filter(asked, pk=OuterRef("pk")))
    )
    for grant in held.order_by("programme", "reference", "pk"):
        owners = grant.named  # type: ignore[attr-defined]
        yield PersonsDue(grant, days[grant.programme_id], owners, grant.asked)  # type: ignore[attr-defined]


def workbooks_due(on: date) -> Iterator[tuple[Programme, date, int]]:
    """Programmes with workbooks of grants that may go, since when and how many; two queries a programme that is due."""
    days = programmes_due(on)
    for programme in Programme.objects.filter(pk__in=days).order_by("pk"):
        if documents := workbooks_of(programme):
            yield programme, days[programme.pk], len(documents)


def workbooks_of(programme: Programme) -> list[Document]:
    """Those that its grants were imported from and that are still there, however often the same was uploaded."""
    grants = Grant.objects.filter(programme=programme).values("pk")
    told = Trail.objects.filter(subject_kind=Grant._meta.label_lower, subject_pk__in=grants, details__has_key="source")
    sums = set(told.order_by("pk").values_list("details__source", flat=True))
    return list(Document.objects.filter(sha256__in=sums, erased_at=None).order_by("pk"))
