"""What stands in the agreement of a grant besides its own row: partners, budget, targets, work, changes, reports."""

from django.db import models
from django.db.models import F, Q

from openamif.grants.models.grant import Grant
from openamif.grants.states import ContractLevel, CostCategory
from openamif.people.models import one_of


class Partner(models.Model):
    """A body that carries out a part of a grant beside its beneficiary, with whom to ask there.

    Source: Reg. (EU) 2021/1060, Annex XVII, fields 1 and 7.
    """

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="partnerships")
    contact_name = models.CharField(max_length=150, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)

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
    """What a grant aims at on an indicator of the period (``SO2.C2``, ``O.2.1``), of which women and men where set."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="targets")
    indicator = models.CharField(max_length=20)
    target = models.DecimalField(max_digits=14, decimal_places=2)
    female = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    male = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["grant", "indicator", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "indicator"], name="grant_target_is_set_once"),
            models.CheckConstraint(name="grant_target_is_not_negative", condition=Q(target__gte=0)),
            models.CheckConstraint(
                name="grant_target_by_sex_is_not_negative",
                condition=(Q(female=None) | Q(female__gte=0)) & (Q(male=None) | Q(male__gte=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.target}"


class ReportDue(models.Model):
    """A report that the agreement asks for: on these days, owed by that one.

    ``is_reported``: the beneficiary sent a report on these days, so that they stay.
    """

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="reports_due")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField()
    is_reported = models.BooleanField(default=False)

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


class WorkPackage(models.Model):
    """A part of the work that reports tell of apart."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="work_packages")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=255)

    class Meta:
        ordering = ["grant", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "number"], name="work_package_number_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Amendment(models.Model):
    """A change of the agreement that both sides signed. Source: Reg. (EU) 2021/1060, Annex XVII, fields 18 and 19."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    signed_on = models.DateField()
    what = models.TextField()

    class Meta:
        ordering = ["grant", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "number"], name="amendment_number_is_used_once"),
            models.CheckConstraint(name="amendment_says_what_changed", condition=~Q(what="")),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.signed_on}"


class Contract(models.Model):
    """What was passed on to another body: a contract, a subcontract, a grant to third parties.

    Source: Reg. (EU) 2021/1060, Annex XVII, fields 23 to 25.
    """

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="contracts")
    reference = models.CharField(max_length=60)
    level = models.CharField(max_length=20, default=ContractLevel.CONTRACT)
    name = models.CharField(max_length=255)
    party = models.CharField(max_length=255)
    party_number = models.CharField(max_length=30, blank=True)
    signed_on = models.DateField()
    amount = models.DecimalField(max_digits=15, decimal_places=2)

    class Meta:
        ordering = ["grant", "reference", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "reference"], name="contract_reference_is_used_once"),
            models.CheckConstraint(name="contract_is_of_a_known_level", condition=Q(level__in=one_of(ContractLevel))),
            models.CheckConstraint(name="contract_amount_is_not_negative", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.party}"
