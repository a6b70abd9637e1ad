"""The letters, kept as they left."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from openamif.letters.states import MOVES, DropReason, LetterKind, LetterState
from openamif.people.models import one_of


class Letter(models.Model):
    """A letter to a person about a record. One of a kind a person and cause.

    ``cause``: the trail event (``trail:1234``) that it is written because of, or the number of the report, the day on
    which it is due and how many days before or after it (``due:2:2026-11-30:7``). ``language``, ``subject`` and
    ``body``: as it left; blank until then. ``dropped_because``: why it did not. ``attempts``: how often it was handed
    to the mail server; ``taken_at``: since when it is in the hands of a job.
    """

    MOVES: ClassVar = MOVES

    kind = models.CharField(max_length=30)
    state = models.CharField(max_length=10, default=LetterState.QUEUED)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="letters")
    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    due = models.ForeignKey("grants.ReportDue", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    report = models.ForeignKey(
        "reports.ProgressReport", on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    cause = models.CharField(max_length=40)
    language = models.CharField(max_length=2, blank=True)
    subject = models.CharField(max_length=255, blank=True)
    body = models.TextField(blank=True)
    dropped_because = models.CharField(max_length=30, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["queued_at", "pk"]
        indexes = [models.Index(fields=["state", "queued_at"], name="letter_by_state")]
        constraints = [
            models.CheckConstraint(name="letter_is_of_a_known_kind", condition=Q(kind__in=one_of(LetterKind))),
            models.CheckConstraint(name="letter_is_in_a_known_state", condition=Q(state__in=one_of(LetterState))),
            models.UniqueConstraint("person", "kind", "cause", Coalesce("grant", 0), name="letter_is_written_once"),
            models.CheckConstraint(
                name="letter_sent_says_something",
                condition=~Q(state=LetterState.SENT) | (Q(sent_at__isnull=False) & ~Q(body="") & ~Q(subject="")),
            ),
            models.CheckConstraint(
                name="letter_dropped_says_why",
                condition=Q(state=LetterState.DROPPED, dropped_because__in=one_of(DropReason))
                | (~Q(state=LetterState.DROPPED) & Q(dropped_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.person_id}"


class TrailMark(models.Model):
    """Up to which event of the trail letters were queued: the one row that whoever queues must lock."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="trail_mark_is_one", condition=Q(pk=1))]

    def __str__(self) -> str:
        return str(self.number)
