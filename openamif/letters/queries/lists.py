"""Letters as they are listed."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.letters.models import Letter
from openamif.letters.states import LetterState
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked of a list. ``words``: in the person, the reference of the grant or the subject."""

    words: str = ""
    kind: str = ""
    state: str = ""
    grant: int | None = None


def letters_of(held: Holdings) -> QuerySet[Letter]:
    """The letters she may read: all of them as administrator, else those about grants she looks after or audits."""
    if held.holds(RoleKind.ADMINISTRATOR):
        return Letter.objects.all()
    watching = Holdings(tuple(role for role in held.roles if role.kind != RoleKind.BENEFICIARY))
    return Letter.objects.filter(grant__in=Grant.objects.visible_to(watching))


def letters_found(held: Holdings, sought: Sought) -> QuerySet[Letter]:
    """Those as sought, latest first."""
    found = letters_of(held)
    for word in sought.words.split():
        in_words = Q(person__name__icontains=word) | Q(person__email__icontains=word) | Q(subject__icontains=word)
        found = found.filter(in_words | Q(grant__reference__icontains=word))
    if sought.kind:
        found = found.filter(kind=sought.kind)
    if sought.state:
        found = found.filter(state=sought.state)
    if sought.grant is not None:
        found = found.filter(grant=sought.grant)
    return found.select_related("person", "grant", "due").order_by("-queued_at", "-pk")


def letter_for(held: Holdings, pk: int) -> Letter | None:
    """The letter with whom and what it is about, if she may read it."""
    related = ("person", "grant__programme", "due", "report")
    return letters_of(held).select_related(*related).filter(pk=pk).first()


def letters_waiting() -> list[int]:
    """The keys of those that no job has in hand, in the order of queueing."""
    broken_off = timezone.now() - timedelta(seconds=settings.LETTERS_LEASE)
    free = Q(taken_at=None) | Q(taken_at__lt=broken_off)
    waiting = Letter.objects.filter(free, state=LetterState.QUEUED)
    return list(waiting.order_by("queued_at", "pk").values_list("pk", flat=True))
