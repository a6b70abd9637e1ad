"""The rows of a version's content, one table a kind; texts keep their paragraphs apart by newlines.

Amounts are EUR, two decimals; an empty cell of the Commission's form is NULL, never zero.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from openamif.programmes.models.programme import Version


class Row(models.Model):
    """What every row has: its version and its place among its like."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.position}"


class Section(Row):
    """A text of the programme. ``key``: its place, as ``summary``, ``objectives.SO1.strategy``, ``partnership.6.1``."""

    key = models.CharField(max_length=60)
    text = models.TextField(blank=True)

    class Meta(Row.Meta):
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="section_is_written_once")]


class Action(Row):
    """A main action of a national objective. ``qualifier``: who carries it out, where the document says so (``FL``)."""

    objective = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    qualifier = models.CharField(max_length=60, blank=True)
    title = models.TextField()
    description = models.TextField(blank=True)
    examples = models.TextField(blank=True)
    desired_results = models.TextField(blank=True)

    class Meta(Row.Meta):
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="action_number_is_used_once")]


class TimetableRow(Row):
    """When a main action begins its three phases. Source: Impl. Reg. (EU) No 802/2014, model, section 3."""

    objective = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    name = models.TextField()
    planning = models.PositiveSmallIntegerField(null=True, blank=True)
    implementation = models.PositiveSmallIntegerField(null=True, blank=True)
    closing = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Row.Meta):
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "objective", "number"], name="timetable_row_is_entered_once"),
        ]


class Amount(Row):
    """A cell of a financial table, in EUR; ``year`` is NULL in Table 1 and for the total of a line.

    ``table``: ``plan`` (Table 1: ``SO1.NO1``, ``SO1.NO``, ``SO1``, ``TA``, ``SPECIAL``, ``TOTAL``, sums as printed),
    ``special`` (Table 2, where places given back are negative) or ``annual`` (Table 3); of 2021-2027 ``fields``
    (Table 3, by intervention field: ``II.003``) and ``years`` (Table 5: ``TOTAL`` by year).
    """

    table = models.CharField(max_length=10)
    line = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    amount = models.DecimalField(max_digits=15, decimal_places=2, null=True, blank=True)

    class Meta(Row.Meta):
        ordering = ["table", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="amount_is_of_a_known_table",
                condition=Q(table__in=["plan", "special", "annual", "fields", "years"]),
            ),
            models.CheckConstraint(name="amount_of_the_plan_has_no_year", condition=~Q(table="plan") | Q(year=None)),
            models.CheckConstraint(
                name="amount_is_negative_only_for_special_cases",
                condition=Q(table="special") | Q(amount=None) | Q(amount__gte=0),
            ),
            models.UniqueConstraint("version", "table", "line", Coalesce("year", 0), name="amount_is_entered_once"),
        ]


class Pledge(Row):
    """Persons pledged in the three pledging periods: a row of section 4.1, 4.2 or 4.3.

    ``table``: ``resettlement``, ``resettlement_total``, ``transfer`` or ``turkey``;
    ``kind``: the priority, the sum, or the kind of transfer.
    """

    table = models.CharField(max_length=20)
    kind = models.CharField(max_length=60)
    from_country = models.CharField(max_length=2, blank=True)
    to_country = models.CharField(max_length=2, blank=True)
    first_period = models.IntegerField(null=True, blank=True)
    second_period = models.IntegerField(null=True, blank=True)
    third_period = models.IntegerField(null=True, blank=True)

    class Meta(Row.Meta):
        ordering = ["table", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="pledge_is_of_a_known_table",
                condition=Q(table__in=["resettlement", "resettlement_total", "transfer", "turkey"]),
            ),
        ]


class IndicatorTarget(Row):
    """A common or programme-specific indicator with what is aimed at. ``code``: ``SO1.C2.1``, ``O.2.3``.

    ``milestone``: what is aimed at halfway, for the outputs of 2021-2027 alone. Source: Reg. (EU) 2021/1060, Annex VI.
    """

    code = models.CharField(max_length=20)
    name = models.TextField()
    unit = models.CharField(max_length=20)
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    milestone = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    source = models.CharField(max_length=255, blank=True)

    class Meta(Row.Meta):
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["version", "code"], name="indicator_is_entered_once")]


class AttachedDocument(Row):
    """A row of the table of documents."""

    title = models.CharField(max_length=255)
    kind = models.CharField(max_length=120, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    local_reference = models.CharField(max_length=120, blank=True)
    commission_reference = models.CharField(max_length=120, blank=True)
    files = models.TextField(blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.CharField(max_length=120, blank=True)

    class Meta(Row.Meta):
        ordering = ["position", "pk"]


class ValidationMessage(Row):
    """What the Commission's system said when it last validated the document."""

    severity = models.CharField(max_length=10)
    code = models.CharField(max_length=20, blank=True)
    message = models.TextField()

    class Meta(Row.Meta):
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="validation_message_has_a_known_severity", condition=Q(severity__in=["info", "warning", "error"])
            )
        ]


class DesignatedAuthority(Row):
    """An authority of the programme.

    Source: Reg. (EU) No 514/2014, Article 25; Deleg. Reg. (EU) No 1042/2014, Article 12.
    """

    kind = models.CharField(max_length=2)
    name = models.CharField(max_length=255)
    head = models.CharField(max_length=150, blank=True)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    designated_on = models.DateField(null=True, blank=True)
    activities = models.TextField(blank=True)

    class Meta(Row.Meta):
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="designated_authority_is_of_a_known_kind", condition=Q(kind__in=["RA", "AA", "DA"])
            ),
            models.UniqueConstraint(
                fields=["version", "kind"],
                condition=Q(kind__in=["RA", "AA"]),
                name="designated_authority_responsible_and_audit_are_one_each",
            ),
        ]
