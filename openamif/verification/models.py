"""Operational checks on the spot. Source: Impl. Reg. (EU) 2015/840, Articles 4 and 5; accounts, part C."""

from hashlib import sha256
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from openamif.people.models import one_of
from openamif.verification.states import DONE, MOVES, CheckState, Outcome, SamplingMethod


class OperationalCheckQuerySet(models.QuerySet["OperationalCheck"]):
    """Filters of one line."""

    def locked(self, pk: int) -> "OperationalCheck":
        """This check, nobody else changing it until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("grant__programme", "grant__beneficiary").get(pk=pk)

    def done(self) -> "OperationalCheckQuerySet":
        """Carried out, whether the beneficiary has reacted or not."""
        return self.filter(state__in=[str(state) for state in DONE])


class OperationalCheck(models.Model):
    """A visit to a grant under implementation: are its data on indicators reliable, is it without delay?

    ``seed``, ``method``, ``size`` and ``population``: with them the sample can be drawn again; ``known_event``: the
    last event of the register when it was drawn. With a ``report``, the population are those to whom something
    happened in its days.
    """

    MOVES: ClassVar = MOVES

    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="operational_checks")
    report = models.ForeignKey(
        "reports.ProgressReport", on_delete=models.PROTECT, null=True, blank=True, related_name="operational_checks"
    )
    state = models.CharField(max_length=20, default=CheckState.PLANNED)
    method = models.CharField(max_length=20)
    seed = models.PositiveBigIntegerField()
    size = models.PositiveIntegerField()
    population = models.PositiveIntegerField()
    known_event = models.PositiveBigIntegerField(default=0)
    planned_on = models.DateField()
    carried_out_on = models.DateField(null=True, blank=True)
    controller = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_without_delay = models.BooleanField(null=True, blank=True)
    findings = models.TextField(blank=True)
    recommendations = models.TextField(blank=True)
    reaction = models.TextField(blank=True)

    objects = OperationalCheckQuerySet.as_manager()

    class Meta:
        ordering = ["grant", "planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="operational_check_is_in_a_known_state", condition=Q(state__in=one_of(CheckState))
            ),
            models.CheckConstraint(
                name="operational_check_method_is_known", condition=Q(method__in=one_of(SamplingMethod))
            ),
            models.CheckConstraint(
                name="operational_check_carried_out_has_its_day_and_findings",
                condition=(~Q(state__in=[str(state) for state in DONE]) & Q(carried_out_on=None))
                | (Q(state__in=[str(state) for state in DONE], carried_out_on__isnull=False) & ~Q(findings="")),
            ),
            models.CheckConstraint(
                name="operational_check_is_planned_before_it_is_carried_out",
                condition=Q(carried_out_on=None) | Q(carried_out_on__gte=models.F("planned_on")),
            ),
            models.CheckConstraint(
                name="operational_check_closed_has_the_reaction_of_the_beneficiary",
                condition=~Q(state=CheckState.CLOSED) | ~Q(reaction=""),
            ),
            models.CheckConstraint(
                name="operational_check_sample_is_no_larger_than_its_population",
                condition=Q(size__lte=models.F("population")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id} {self.planned_on}"


class SampledParticipant(models.Model):
    """A participant that was drawn, and what was seen.

    ``number``: the key that she was drawn by, which stays when the register is erased; ``stratum``: the reference of
    the activity that she was drawn from. ``correction``: the event by which the register was mended.
    """

    check_made = models.ForeignKey(OperationalCheck, on_delete=models.CASCADE, related_name="sample")
    participant = models.ForeignKey("register.Participant", on_delete=models.SET_NULL, null=True, related_name="+")
    number = models.PositiveBigIntegerField()
    position = models.PositiveIntegerField()
    stratum = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)
    correction = models.ForeignKey("register.Event", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["check_made", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["check_made", "number"], name="sampled_participant_is_drawn_once"),
            models.UniqueConstraint(fields=["check_made", "position"], name="sampled_participant_has_its_own_position"),
            models.CheckConstraint(
                name="sampled_participant_outcome_is_known_or_blank",
                condition=Q(outcome__in=["", *one_of(Outcome)]),
            ),
            models.CheckConstraint(
                name="sampled_participant_that_differs_has_a_note",
                condition=Q(outcome__in=["", Outcome.AGREES]) | ~Q(note=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.outcome}"

    @property
    def written(self) -> str:
        """What stands of her, in one word: another one as soon as outcome or note change."""
        return sha256(f"{self.outcome}\n{self.note}".encode()).hexdigest()
