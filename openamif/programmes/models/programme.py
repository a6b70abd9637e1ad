"""A national programme, its versions, and what the Commission observed on them."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from openamif.people.models import Person
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind
from openamif.programmes.states import ADOPTED, IN_PROGRESS, MOVES, VersionState

SENT_OR_LATER = [
    state
    for state in VersionState
    if state
    not in (
        VersionState.OPEN,
        VersionState.READY,
        VersionState.RETURNED_BY_MEMBER_STATE,
        VersionState.CANCELLED,
        VersionState.WITHDRAWN,
    )
]


OWN_PEOPLE = (
    RoleKind.RESPONSIBLE_AUTHORITY,
    RoleKind.DELEGATED_AUTHORITY,
    RoleKind.AUDIT_AUTHORITY,
    RoleKind.EVALUATOR,
)
"""Those who run, check or evaluate a programme; the committee and beneficiaries read what everybody reads."""


def own_scope_ids(held: Holdings) -> set[int]:
    """The scopes of the programmes whose own people she is among."""
    return Holdings(tuple(role for role in held.roles if role.kind in OWN_PEOPLE)).scope_ids()


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Filters of one line."""

    def visible_to(self, held: Holdings) -> "ProgrammeQuerySet":
        """Those for whose scope, or for a part of it, she holds a role."""
        return self.filter(scope_id__in=held.scope_ids())

    def having_version(self, pk: int) -> "Programme | None":
        """The one that this version is of."""
        return self.filter(versions__pk=pk).first()

    def with_adopted_version(self) -> "ProgrammeQuerySet":
        """Those that the public may see."""
        return self.filter(versions__state__in=ADOPTED).distinct()


class Programme(models.Model):
    """One fund in one country for one period. Source: Reg. (EU) No 514/2014, Article 14."""

    scope = models.OneToOneField("people.Scope", on_delete=models.PROTECT, related_name="programme")
    fund = models.CharField(max_length=10, default="AMIF")
    period = models.CharField(max_length=9)
    country = models.CharField(max_length=2)
    cci = models.CharField(max_length=17, blank=True)
    title = models.CharField(max_length=255)
    responsible_authority = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    reference_allocation_amount = models.DecimalField(max_digits=15, decimal_places=2, null=True, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["country", "period", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "country", "period"], name="programme_is_one_a_fund_country_and_period"
            ),
            models.CheckConstraint(
                name="programme_is_of_a_known_period", condition=Q(period__in=["2014-2020", "2021-2027"])
            ),
            models.CheckConstraint(
                name="programme_reference_allocation_is_not_negative",
                condition=Q(reference_allocation_amount=None) | Q(reference_allocation_amount__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class VersionQuerySet(models.QuerySet["Version"]):
    """Filters of one line."""

    def adopted(self) -> "VersionQuerySet":
        """Those that hold, or held, as the programme."""
        return self.filter(state__in=ADOPTED)

    def read_by(self, held: Holdings) -> "VersionQuerySet":
        """Every version of the programmes whose own people she is among; of the others, the adopted ones."""
        return self.filter(Q(programme__scope_id__in=own_scope_ids(held)) | Q(state__in=ADOPTED))

    def newest_first(self) -> "VersionQuerySet":
        """By number, latest on top."""
        return self.order_by("-number", "-working", "-pk")

    def locked(self, pk: int) -> "Version":
        """This version, nobody else changing it until the transaction ends."""
        return self.select_for_update().get(pk=pk)


class Version(models.Model):
    """A version of a programme, numbered ``number.working`` (as 5.1): the working number counts returned copies.

    ``hands``: the keys of everyone who changed it. ``revision`` grows with every change, so that two people
    editing at once are told.
    """

    MOVES: ClassVar = MOVES

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    working = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=30, default=VersionState.OPEN)
    revision = models.PositiveIntegerField(default=1)
    language = models.CharField(max_length=2, default="en")
    continues = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="continued_by")
    source = models.ForeignKey("record.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(null=True)
    hands = models.JSONField(default=list)
    validated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    validated_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    management_and_control_system = models.TextField(blank=True)
    decision_reference = models.CharField(max_length=40, blank=True)
    decision_on = models.DateField(null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "-number", "-working", "pk"]
        constraints = [
            models.CheckConstraint(name="version_is_in_a_known_state", condition=Q(state__in=list(VersionState))),
            models.UniqueConstraint(fields=["programme", "number", "working"], name="version_number_is_used_once"),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(state__in=IN_PROGRESS),
                name="version_in_progress_is_one_a_programme",
            ),
            models.CheckConstraint(
                name="version_is_sent_by_another_than_who_validated_it",
                condition=Q(sent_by=None) | ~Q(sent_by=F("validated_by")),
            ),
            models.CheckConstraint(
                name="version_sent_has_a_sender_and_an_instant",
                condition=~Q(state__in=SENT_OR_LATER) | Q(sent_by__isnull=False, sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="version_ready_has_been_validated",
                condition=~Q(state=VersionState.READY) | Q(validated_by__isnull=False, validated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="version_adopted_by_the_commission_has_its_decision",
                condition=~Q(state=VersionState.ADOPTED_BY_COMMISSION)
                | (~Q(decision_reference="") & Q(decision_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.label}"

    def changed_again(self, by: Person, at: datetime) -> None:
        """One more change by her; to be saved by whoever made it."""
        self.revision += 1
        self.changed_by, self.changed_at = by, at
        self.hands = sorted({*self.hands, by.pk})

    @property
    def label(self) -> str:
        """As printed: 5.1."""
        return f"{self.number}.{self.working}"


class Observation(models.Model):
    """What the Commission observed on a sent version. Source: Reg. (EU) No 514/2014, Article 14(6)."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="observations")
    text = models.TextField()
    made_on = models.DateField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_on", "pk"]
        constraints = [models.CheckConstraint(name="observation_says_something", condition=~Q(text=""))]

    def __str__(self) -> str:
        return f"{self.version} {self.made_on}"
