"""The participants of a grant as a reader asks for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from openamif.grants.models import Grant
from openamif.register.models import Event, Participant
from openamif.register.states import ASSESSMENTS, EventKind

LACKS: Mapping[str, Q] = {
    "birth_year": Q(birth_year=None),
    "sex": Q(sex=""),
    "nationality_group": Q(nationality_group=""),
    "standing": Q(standing=""),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """``words``: in the local reference; ``subject``: her pseudonym; ``activity``: key of one that she came to.

    ``lacks``: one of LACKS that is not known of her, or ``entry_test``: she followed a language course without one, or
    ``instrument``: a test of hers does not say by which one, or ``days``: something of hers lies outside the days of
    the grant.
    """

    words: str = ""
    subject: int | None = None
    sex: str = ""
    standing: str = ""
    activity: int | None = None
    lacks: str = ""


def participants_asked_for(grant: Grant, asked: Asked) -> QuerySet[Participant]:
    """In the order of their local references."""
    return _found(grant, asked).order_by("local_reference", "pk")


def participants_by_pseudonym(grant: Grant, asked: Asked) -> QuerySet[Participant]:
    """In the order of their pseudonyms, which says nothing of the beneficiary's own files."""
    return _found(grant, asked).order_by("subject", "pk")


def _found(grant: Grant, asked: Asked) -> QuerySet[Participant]:
    found = Participant.objects.filter(grant=grant)
    if asked.words:
        found = found.filter(local_reference__icontains=asked.words)
    if asked.subject is not None:
        found = found.filter(subject=asked.subject)
    if asked.sex:
        found = found.filter(sex=asked.sex)
    if asked.standing:
        found = found.filter(standing=asked.standing)
    if asked.activity is not None:
        found = found.filter(Exists(standing_events().filter(activity=asked.activity)))
    if asked.lacks in LACKS:
        found = found.filter(LACKS[asked.lacks])
    if asked.lacks in DEMANDING:
        found = found.filter(DEMANDING[asked.lacks]())
    return found


def standing_events() -> QuerySet[Event]:
    """What stands of the participant that a query is about."""
    return Event.objects.standing().filter(participant=OuterRef("pk"))


def has(kind: EventKind) -> Exists:
    """It happened to the participant that a query is about."""
    return Exists(standing_events().filter(kind=kind))


def lacks_entry_test() -> Q:
    """Followed a language course, and took no test at entry: she cannot count as having learnt."""
    return Q(has(EventKind.LANGUAGE_COURSE)) & ~Q(has(EventKind.ENTRY_TEST))


def is_tested() -> Exists:
    """Took a test, at entry or at exit."""
    return Exists(standing_events().filter(kind__in=ASSESSMENTS))


def lacks_instrument() -> Q:
    """A test of hers does not say by which one the level was found (R-10)."""
    return Q(Exists(standing_events().filter(kind__in=ASSESSMENTS, instrument="")))


def is_outside() -> Q:
    """Something of hers lies outside the days of the grant, which were others when it was written down (R-02)."""
    late = Q(kind__lt=int(EventKind.FOUND_USEFUL), happened_on__gt=Coalesce("grant__ended_on", "grant__ends_on"))
    return Q(Exists(standing_events().filter(late | Q(happened_on__lt=F("grant__starts_on")))))


DEMANDING: Mapping[str, Callable[[], Q]] = {
    "entry_test": lacks_entry_test,
    "instrument": lacks_instrument,
    "days": is_outside,
}
