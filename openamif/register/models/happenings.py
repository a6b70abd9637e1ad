"""Activities, and what only grows: what happened to persons, and what was delivered."""

from functools import reduce
from operator import or_
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from openamif.people.models import one_of
from openamif.register.models.files import RegisterImport
from openamif.register.models.persons import Participant
from openamif.register.states import (
    ANSWERS,
    ASSESSMENTS,
    OUTCOMES,
    PARTICIPATIONS,
    Answer,
    EventKind,
    Level,
    OutputKind,
)

Row = TypeVar("Row", bound=models.Model)


def is_among(*kinds: EventKind) -> Q:
    """By runs of numbers: a list of them costs SQLite more than the rest of the row, each time it is checked."""
    numbers = sorted(map(int, kinds))
    first = [number for number in numbers if number - 1 not in numbers]
    last = [number for number in numbers if number + 1 not in numbers]
    return reduce(or_, (Q(kind__gte=low, kind__lte=high) for low, high in zip(first, last, strict=True)))


class Activity(models.Model):
    """A course, a session, a consultation of a grant: that in which persons take part. ``kind``: a participation.

    ``language``: of a language course (``fr``); ``planned_hours``: for one person; ``location``: a code of NUTS.
    """

    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="activities")
    reference = models.CharField(max_length=60)
    kind = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=255)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    planned_hours = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    language = models.CharField(max_length=2, blank=True)
    location = models.CharField(max_length=5, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["grant", "starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "reference"], name="activity_reference_is_used_once"),
            models.CheckConstraint(name="activity_is_of_a_known_kind", condition=is_among(*PARTICIPATIONS)),
            models.CheckConstraint(
                name="activity_starts_before_it_ends", condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class RecordedQuerySet(models.QuerySet[Row]):
    """What was recorded, corrections and what they correct among it."""

    def standing(self) -> Self:
        """What happened, and nothing has corrected."""
        return self.filter(corrected_by=None, is_void=False)


class Recorded(models.Model):
    """What every row has that only grows. ``corrects``: the row in whose place this one stands.

    ``is_void``: the row corrected did not happen, and nothing stands in its place. ``source``: the file it came in.
    """

    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    is_void = models.BooleanField(default=False)
    reason = models.CharField(max_length=255, blank=True)
    source = models.ForeignKey(
        RegisterImport, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Event(Recorded):
    """Something that happened to a person on a day, of an ``EventKind``.

    ``activity``: none for an outcome. ``hours``: of a participation. ``value``: the level of a test, the answer to a
    question. ``instrument``: by which test.
    """

    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="events", db_index=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="events", db_index=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    kind = models.PositiveSmallIntegerField()
    happened_on = models.DateField()
    hours = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    instrument = models.CharField(max_length=60, blank=True)

    objects = RecordedQuerySet["Event"].as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["participant", "kind", "happened_on"], name="event_by_participant"),
            models.Index(fields=["grant", "happened_on", "id"], name="event_by_grant_and_day"),
            # Tests, answers and outcomes are few among the participations.
            models.Index(
                fields=["kind", "participant"],
                condition=Q(kind__gte=int(EventKind.ENTRY_TEST)),
                name="event_after_activities",
            ),
        ]
        constraints = [
            models.CheckConstraint(name="event_is_of_a_known_kind", condition=is_among(*EventKind)),
            models.CheckConstraint(
                name="event_is_void_only_to_correct", condition=Q(is_void=False) | ~Q(corrects=None)
            ),
            models.CheckConstraint(
                name="event_gives_a_reason_where_it_corrects", condition=Q(corrects=None) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="event_test_has_a_level_and_an_answer_has_been_given",
                condition=(is_among(*ASSESSMENTS) & Q(value__isnull=False, value__lte=int(Level.C2)))
                | (is_among(*ANSWERS) & Q(value__isnull=False, value__lte=int(Answer.YES)))
                | (is_among(*PARTICIPATIONS, *OUTCOMES) & Q(value=None)),
            ),
            models.CheckConstraint(name="event_hours_are_not_negative", condition=Q(hours=None) | Q(hours__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{EventKind(self.kind).name.lower()} {self.happened_on}"


class Extent(models.Model):
    """How much the register of a grant holds, so that a long list need not be counted: only live events count."""

    grant = models.OneToOneField("grants.Grant", on_delete=models.PROTECT, related_name="register_extent")
    participants = models.PositiveIntegerField(default=0)
    events = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["grant", "pk"]

    def __str__(self) -> str:
        return f"{self.participants} {self.events}"


class Output(Recorded):
    """Something that a grant delivered on a day. ``quantity``: how many; ``name``: which, where each is one thing.

    Two rows of one grant with the same name are the same thing.
    """

    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="outputs")
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=255)
    happened_on = models.DateField()
    quantity = models.PositiveIntegerField(default=1)

    objects = RecordedQuerySet["Output"].as_manager()

    class Meta:
        ordering = ["grant", "happened_on", "pk"]
        constraints = [
            models.CheckConstraint(name="output_is_of_a_known_kind", condition=Q(kind__in=one_of(OutputKind))),
            models.CheckConstraint(
                name="output_is_void_only_to_correct", condition=Q(is_void=False) | ~Q(corrects=None)
            ),
            models.CheckConstraint(
                name="output_gives_a_reason_where_it_corrects", condition=Q(corrects=None) | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
