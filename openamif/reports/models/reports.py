"""A progress report: what it tells, what it counts, what is attached, and how its examination stood still."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from openamif.grants.models import Grant
from openamif.grants.queries.own import as_beneficiary
from openamif.people.models import one_of
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind
from openamif.reports.states import MOVES, AttachmentKind, Origin, ReportState


class ProgressReportQuerySet(models.QuerySet["ProgressReport"]):
    """Filters of one line."""

    def visible_to(self, held: Holdings) -> "ProgressReportQuerySet":
        """Those of her organisation; for an authority, those that were submitted once."""
        offices = Holdings(tuple(role for role in held.roles if role.kind != RoleKind.BENEFICIARY))
        submitted = Q(submitted_at__isnull=False, grant__in=Grant.objects.visible_to(offices).values("pk"))
        return self.filter(submitted | Q(grant__in=Grant.objects.visible_to(as_beneficiary(held)).values("pk")))

    def with_grant(self) -> "ProgressReportQuerySet":
        """With its grant, the programme and what it is due for, in the same query."""
        related = ("grant__programme__scope", "grant__programme__responsible_authority", "grant__beneficiary")
        return self.select_related("due", "grant__delegated_authority", "examined_by", "submitted_by", *related)

    def locked(self, pk: int) -> "ProgressReport":
        """This report, nobody else changing it until the transaction ends."""
        return self.select_for_update(of=("self",)).with_grant().get(pk=pk)


class ProgressReport(models.Model):
    """A report that a grant owes for a period. Source: Deleg. Reg. (EU) No 1042/2014, Article 10.

    ``version``: 1, and one more with every correction after acceptance; ``corrects``: the version before.
    ``digest``: SHA-256 of what was submitted, printed on its receipt. ``revision`` grows with every change.
    """

    MOVES: ClassVar = MOVES

    due = models.ForeignKey("grants.ReportDue", on_delete=models.PROTECT, related_name="reports")
    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="progress_reports")
    version = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    state = models.CharField(max_length=20, default=ReportState.PREPARING)
    revision = models.PositiveIntegerField(default=1)
    begun_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64, blank=True)
    examined_at = models.DateTimeField(null=True, blank=True)
    examined_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ProgressReportQuerySet.as_manager()

    class Meta:
        ordering = ["due_id", "version", "pk"]
        indexes = [models.Index(fields=["state", "submitted_at"], name="report_by_state")]
        constraints = [
            models.CheckConstraint(name="report_is_in_a_known_state", condition=Q(state__in=one_of(ReportState))),
            models.UniqueConstraint(fields=["due", "version"], name="report_version_is_used_once"),
            models.CheckConstraint(
                name="report_submitted_has_a_signer_an_instant_and_a_digest",
                condition=Q(state=ReportState.PREPARING)
                | (Q(submitted_at__isnull=False, submitted_by__isnull=False) & ~Q(digest="")),
            ),
            models.CheckConstraint(
                name="report_is_accepted_by_another_than_who_examined_it",
                condition=Q(accepted_by=None) | ~Q(accepted_by=F("examined_by")),
            ),
            models.CheckConstraint(
                name="report_accepted_has_two_pairs_of_eyes",
                condition=~Q(state__in=[ReportState.ACCEPTED, ReportState.SUPERSEDED])
                | Q(examined_by__isnull=False, accepted_by__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="report_first_version_corrects_none",
                condition=Q(version=1, corrects=None) | Q(version__gt=1, corrects__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id} {self.due_id} {self.version}"

    @property
    def is_handed_in(self) -> bool:
        """Whether what was due came in once: this version, or the one that it corrects."""
        return self.submitted_at is not None or self.corrects_id is not None


class ReportSubmission(models.Model):
    """A report as it was signed and sent: again after every return. ``document``: all it said, under its digest."""

    report = models.ForeignKey(ProgressReport, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    document = models.ForeignKey("record.Document", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["report", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_submission_number_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"


class ReportText(models.Model):
    """A text of a report. ``key``: ``summary``, ``work_package.2``: those of the period's template, and

    ``deviation.O.2.3``, why an indicator is under its plan. ``revision`` grows with every change.
    """

    report = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="texts")
    key = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["report", "pk"]
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="report_text_is_written_once")]

    def __str__(self) -> str:
        return self.key


class ReportValue(models.Model):
    """What a report says of an indicator, frozen when it is submitted.

    ``period_value``: by how much it grew in the days of the report; ``value``: all up to its last day; for a
    percentage ``numerator`` and ``denominator`` too. ``breakdown``: ``{"under_18": {"female": 3}}``, cumulative.
    ``known_event``: the last event of the grant's register when it was counted, ``known_at``: when, by the counting
    rule of ``rule_version``; ``digest``: SHA-256 of all of it. ``corrected_value``: what the authority accepts in
    place of ``value``, with its reason.
    """

    report = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="values")
    indicator = models.CharField(max_length=20)
    origin = models.CharField(max_length=10)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    period_value = models.DecimalField(max_digits=14, decimal_places=2)
    value = models.DecimalField(max_digits=14, decimal_places=2)
    numerator = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    denominator = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    breakdown = models.JSONField(default=dict, blank=True)
    deviation = models.TextField(blank=True)
    known_event = models.PositiveBigIntegerField(default=0)
    known_output = models.PositiveBigIntegerField(default=0)
    known_at = models.DateTimeField(null=True, blank=True)
    rule_version = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    corrected_value = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    correction_reason = models.TextField(blank=True)
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["report", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="report_value_is_said_once"),
            models.CheckConstraint(name="report_value_has_a_known_origin", condition=Q(origin__in=one_of(Origin))),
            models.CheckConstraint(
                name="report_value_is_corrected_with_a_reason",
                condition=Q(corrected_value=None) | (~Q(correction_reason="") & Q(corrected_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="report_value_frozen_has_an_instant", condition=Q(digest="") | Q(known_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.value}"


class ReportAttachment(models.Model):
    """A file that goes with a report; it may be taken away until the report is submitted."""

    report = models.ForeignKey(ProgressReport, on_delete=models.PROTECT, related_name="attachments")
    document = models.ForeignKey("record.Document", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    caption = models.CharField(max_length=255, blank=True)
    attached_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["report", "pk"]
        constraints = [
            models.CheckConstraint(
                name="report_attachment_is_of_a_known_kind", condition=Q(kind__in=one_of(AttachmentKind))
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.document_id)


class ClarificationStop(models.Model):
    """A question of the authority, and the days for which the clock of the examination stood still."""

    report = models.ForeignKey(ProgressReport, on_delete=models.PROTECT, related_name="stops")
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer_by_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["report", "asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=Q(answered_at=None), name="clarification_stop_is_open_once_a_report"
            ),
            models.CheckConstraint(
                name="clarification_stop_answered_says_something",
                condition=Q(answered_at=None) | (~Q(answer="") & Q(answered_by__isnull=False)),
            ),
            models.CheckConstraint(name="clarification_stop_asks_something", condition=~Q(question="")),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.asked_at:%Y-%m-%d}"
