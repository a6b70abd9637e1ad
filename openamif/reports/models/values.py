"""What is declared without a register, and the indicators that a programme has of its own."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class DeclaredValue(models.Model):
    """A value said without a register, as of a day; the latest of a grant and indicator counts.

    Of a percentage ``value`` is the numerator. ``grant`` NULL: for the programme as a whole, as the total reception
    capacity that a percentage is of (its ``denominator``). ``report``: with whose acceptance it was put right.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.CASCADE, related_name="declared_values")
    grant = models.ForeignKey(
        "grants.Grant", on_delete=models.CASCADE, null=True, blank=True, related_name="declared_values"
    )
    indicator = models.CharField(max_length=20)
    as_of = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    denominator = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    note = models.CharField(max_length=255, blank=True)
    report = models.ForeignKey("reports.ProgressReport", on_delete=models.PROTECT, null=True, related_name="+")
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    declared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["programme", "grant", "indicator", "as_of", "pk"]
        constraints = [
            models.CheckConstraint(name="declared_value_is_not_negative", condition=Q(value__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.value}"


class ProgrammeIndicator(models.Model):
    """An indicator of the programme's own, with its counting rule as data (the form of ``law/<period>/counting.yaml``).

    Source: Impl. Reg. (EU) No 802/2014, model, section 5 (programme-specific indicators).
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.CASCADE, related_name="own_indicators")
    code = models.CharField(max_length=20)
    objective = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    unit = models.CharField(max_length=20)
    rule = models.JSONField(default=dict)
    valid_from = models.DateField()

    class Meta:
        ordering = ["programme", "code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="programme_indicator_code_is_used_once"),
        ]

    def __str__(self) -> str:
        return self.code
