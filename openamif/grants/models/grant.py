"""Grants, and who sees which. Amounts are EUR."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from openamif.grants.states import MOVES, GrantState, Ground, Procedure
from openamif.people.models import Role, one_of
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind

CONTENT = ("partners__organisation", "budget_lines", "targets", "contracts", "amendments", "work_packages")
READERS = (RoleKind.RESPONSIBLE_AUTHORITY, RoleKind.AUDIT_AUTHORITY, RoleKind.EVALUATOR)


def within(role: Role, programme: str) -> Q:
    """What a role covers: a whole programme, or the objectives of a part of it. ``programme``: the way to it."""
    assert role.scope is not None
    if role.scope.parent_id is None:
        return Q(**{f"{programme}scope": role.scope_id})
    return Q(**{f"{programme}scope": role.scope.parent_id}, objective__in=role.scope.objectives)


class GrantQuerySet(models.QuerySet["Grant"]):
    """Filters of one line."""

    def visible_to(self, held: Holdings) -> "GrantQuerySet":
        """All for those who run or check a programme; for a delegated authority, beneficiary or partner, theirs."""
        seen = Q(pk__in=())
        for role in held.roles:
            if role.scope is None:
                continue
            if role.kind in READERS:
                seen |= within(role, "programme__")
            elif role.kind == RoleKind.DELEGATED_AUTHORITY:
                seen |= within(role, "programme__") & Q(delegated_authority=role.organisation_id)
            elif role.kind == RoleKind.BENEFICIARY:
                own = Q(beneficiary=role.organisation_id) | Q(pk__in=Grant.objects.of_partner(role.organisation_id))
                seen |= within(role, "programme__") & own
        return self.filter(seen)

    def of_partner(self, organisation: int) -> Any:
        """The keys of the grants that this body is a partner of."""
        return self.filter(partners__organisation=organisation).order_by().values("pk")

    def locked(self, pk: int) -> "Grant":
        """This grant, nobody else changing it until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("programme", "beneficiary").get(pk=pk)

    def with_content(self) -> "GrantQuerySet":
        """With everything the agreement says, in seven more queries however many grants."""
        related = ("programme__scope", "programme__responsible_authority", "beneficiary", "delegated_authority")
        return self.select_related(*related, "particulars").prefetch_related(*CONTENT)


class Grant(models.Model):
    """A grant. Source: accounts, form A1 (Impl. Reg. (EU) 2015/377); Reg. (EU) 2021/1060, Annex XVII, fields 1 to 58.

    ``ground``: why the Union may pay its share. The four codes of Annex VI are empty for 2014-2020. ``action``: the
    number of a main action of the programme. ``location``: a code of NUTS. ``revision`` grows with every change.
    """

    MOVES: ClassVar = MOVES

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="grants")
    reference = models.CharField(max_length=40)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    state = models.CharField(max_length=20, default=GrantState.DRAFT)
    beneficiary = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="grants")
    delegated_authority = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="delegated_grants"
    )
    objective = models.CharField(max_length=20)
    action = models.PositiveSmallIntegerField(null=True, blank=True)
    procedure = models.CharField(max_length=30)
    procedure_reference = models.CharField(max_length=50, blank=True)
    intervention_fields = models.CharField(max_length=10, blank=True)
    types_of_action = models.CharField(max_length=10, blank=True)
    implementation = models.CharField(max_length=10, blank=True)
    particular_themes = models.CharField(max_length=10, blank=True)
    location = models.CharField(max_length=5, blank=True)
    third_country = models.CharField(max_length=2, blank=True)
    applied_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    eligible_amount = models.DecimalField(max_digits=15, decimal_places=2)
    union_amount = models.DecimalField(max_digits=15, decimal_places=2)
    ground = models.CharField(max_length=30, default=Ground.STANDARD)
    justification = models.TextField(blank=True)
    has_investment = models.BooleanField(default=False)
    is_strategic = models.BooleanField(default=False)
    report_months = models.PositiveSmallIntegerField(default=12)
    report_days = models.PositiveSmallIntegerField(default=0)
    reports_start_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    entered_at = models.DateTimeField(auto_now_add=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "reference", "pk"]
        indexes = [models.Index(fields=["programme", "objective", "state"], name="grant_by_objective_and_state")]
        constraints = [
            models.UniqueConstraint(fields=["programme", "reference"], name="grant_reference_is_used_once"),
            models.CheckConstraint(name="grant_is_in_a_known_state", condition=Q(state__in=one_of(GrantState))),
            models.CheckConstraint(name="grant_procedure_is_known", condition=Q(procedure__in=one_of(Procedure))),
            models.CheckConstraint(name="grant_ground_is_known", condition=Q(ground__in=one_of(Ground))),
            models.CheckConstraint(
                name="grant_signed_on_goes_with_its_state",
                condition=Q(state=GrantState.DRAFT, signed_on=None)
                | (~Q(state=GrantState.DRAFT) & Q(signed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="grant_ended_on_goes_with_its_state",
                condition=Q(state=GrantState.ENDED, ended_on__isnull=False)
                | (~Q(state=GrantState.ENDED) & Q(ended_on=None)),
            ),
            models.CheckConstraint(name="grant_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
            models.CheckConstraint(
                name="grant_is_over_after_it_started",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="grant_amounts_are_not_negative", condition=Q(eligible_amount__gte=0, union_amount__gte=0)
            ),
            models.CheckConstraint(
                name="grant_union_pays_no_more_than_the_cost", condition=Q(union_amount__lte=F("eligible_amount"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"
