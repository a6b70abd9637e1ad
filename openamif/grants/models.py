"""Grants, with their partners, budget, targets and the calendar of their reports. Amounts are EUR."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openamif.grants.states import MOVES, CostCategory, GrantState, Ground, Procedure
from openamif.people.models import Role, one_of
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind

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
        """All of a programme for those who run or check it; for the delegated authority and the beneficiary, theirs."""
        seen = Q(pk__in=())
        for role in held.roles:
            if role.scope is None:
                continue
            if role.kind in READERS:
                seen |= within(role, "programme__")
            elif role.kind == RoleKind.DELEGATED_AUTHORITY:
                seen |= within(role, "programme__") & Q(delegated_authority=role.organisation_id)
            elif role.kind == RoleKind.BENEFICIARY:
                seen |= within(role, "programme__") & Q(beneficiary=role.organisation_id)
        return self.filter(seen)

    def locked(self, pk: int) -> "Grant":
        """This grant, nobody else changing it until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("programme", "beneficiary").get(pk=pk)

    def with_content(self) -> "GrantQuerySet":
        """With everything the agreement says, in four more queries however many grants."""
        related = ("programme__scope", "programme__responsible_authority", "beneficiary", "delegated_authority")
        return self.select_related(*related).prefetch_related("partners__organisation", "budget_lines", "targets")


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


class Partner(models.Model):
    """A body that carries out a part of a grant beside its beneficiary."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="partnerships")

    class Meta:
        ordering = ["grant", "organisation", "pk"]
        constraints = [models.UniqueConstraint(fields=["grant", "organisation"], name="partner_is_named_once")]

    def __str__(self) -> str:
        return str(self.organisation)


class BudgetLine(models.Model):
    """The eligible cost of a category, in EUR."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="budget_lines")
    category = models.CharField(max_length=30)
    amount = models.DecimalField(max_digits=15, decimal_places=2)

    class Meta:
        ordering = ["grant", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "category"], name="budget_line_category_is_used_once"),
            models.CheckConstraint(
                name="budget_line_is_of_a_known_category", condition=Q(category__in=one_of(CostCategory))
            ),
            models.CheckConstraint(name="budget_line_is_not_negative", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.amount}"


class GrantTarget(models.Model):
    """What a grant aims at on an indicator of the period (``SO2.C2``, ``O.2.1``)."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="targets")
    indicator = models.CharField(max_length=20)
    target = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["grant", "indicator", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "indicator"], name="grant_target_is_set_once"),
            models.CheckConstraint(name="grant_target_is_not_negative", condition=Q(target__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.target}"


class ReportDue(models.Model):
    """A report that the agreement asks for: on these days, owed by that one."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="reports_due")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        ordering = ["grant", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "number"], name="report_due_number_is_used_once"),
            models.CheckConstraint(
                name="report_due_follows_its_period",
                condition=Q(starts_on__lte=F("ends_on"), due_on__gte=F("ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.due_on}"
