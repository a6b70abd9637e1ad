"""Where a programme stands: its indicators counted, and what each grant and participant was counted as."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from openamif.people.models import one_of
from openamif.reports.states import AgeGroup, SexGroup, Within


class TallyState(models.Model):
    """Whether a programme's tallies are counted, and by which rules.

    ``is_stale``: they must be counted again from nothing. ``rules``: SHA-256 of the counting rules used.
    """

    programme = models.OneToOneField("programmes.Programme", on_delete=models.CASCADE, related_name="tally_state")
    is_stale = models.BooleanField(default=True)
    rules = models.CharField(max_length=64, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["programme", "pk"]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.counted_at}"


class Tally(models.Model):
    """How many count today for an indicator: in a grant; or distinct in the grants of a delegated authority; or,

    both NULL, distinct in the programme. For an indicator of persons, by age and sex; for others both are
    ``unknown``; for a percentage its denominator. Rows of zero are left out.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.CASCADE, related_name="tallies", db_index=False
    )
    grant = models.ForeignKey("grants.Grant", on_delete=models.CASCADE, null=True, blank=True, related_name="tallies")
    authority = models.ForeignKey(
        "people.Organisation", on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    indicator = models.CharField(max_length=20)
    age = models.CharField(max_length=10, default=AgeGroup.UNKNOWN)
    sex = models.CharField(max_length=10, default=SexGroup.UNKNOWN)
    number = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["programme", "grant", "authority", "indicator", "pk"]
        indexes = [
            # An indicator over all grants, without reading the rows; and the few rows that are of no grant.
            models.Index(fields=["programme", "indicator", "grant", "number"], name="tally_by_indicator"),
            models.Index(fields=["programme", "authority"], condition=Q(grant=None), name="tally_of_many_grants"),
        ]
        constraints = [
            models.UniqueConstraint(
                "programme",
                Coalesce("grant", 0),
                Coalesce("authority", 0),
                "indicator",
                "age",
                "sex",
                name="tally_is_kept_once",
            ),
            models.CheckConstraint(name="tally_age_is_a_known_group", condition=Q(age__in=one_of(AgeGroup))),
            models.CheckConstraint(name="tally_sex_is_a_known_group", condition=Q(sex__in=one_of(SexGroup))),
            models.CheckConstraint(
                name="tally_is_of_a_grant_or_of_an_authority", condition=Q(grant=None) | Q(authority=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.number}"


class CountedGrant(models.Model):
    """As what a grant is in the tallies: under which objective, as whose part, up to which output of its register.

    ``indicators``: for how many something counts in it.
    """

    grant = models.OneToOneField(
        "grants.Grant", on_delete=models.CASCADE, primary_key=True, related_name="counted_grant"
    )
    objective = models.CharField(max_length=20)
    authority = models.ForeignKey(
        "people.Organisation", on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    last_output = models.PositiveBigIntegerField(default=0)
    indicators = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.grant_id} {self.objective}"


class CountedParticipant(models.Model):
    """As what a participant is in the tallies, so that a change of her register moves only what it changes.

    ``kinds``: a bit for each kind of event that happened, and for what follows from several; ``flags``: a bit for
    each thing known of her; ``first_on``: the first day on which anything happened in the grant.
    """

    participant = models.OneToOneField(
        "register.Participant", on_delete=models.CASCADE, primary_key=True, related_name="counted_participant"
    )
    subject = models.ForeignKey("register.Subject", on_delete=models.CASCADE, related_name="+")
    grant = models.ForeignKey("grants.Grant", on_delete=models.CASCADE, related_name="+")
    first_on = models.DateField()
    age = models.CharField(max_length=10)
    sex = models.CharField(max_length=10)
    flags = models.PositiveSmallIntegerField()
    kinds = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.kinds:b}"


class KeptTally(models.Model):
    """How many persons a grant brought to a figure when its register was erased: they count on without it.

    ``within``: to its own figure, to that of the delegated ``authority`` it belonged to, or to the programme's, there
    only those who counted through no other grant.
    """

    grant = models.ForeignKey("grants.Grant", on_delete=models.CASCADE, related_name="kept_tallies")
    within = models.CharField(max_length=10)
    authority = models.ForeignKey(
        "people.Organisation", on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    indicator = models.CharField(max_length=20)
    age = models.CharField(max_length=10, default=AgeGroup.UNKNOWN)
    sex = models.CharField(max_length=10, default=SexGroup.UNKNOWN)
    number = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["grant", "within", "indicator", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["grant", "within", "indicator", "age", "sex"], name="kept_tally_is_kept_once"
            ),
            models.CheckConstraint(name="kept_tally_is_within_something", condition=Q(within__in=one_of(Within))),
            models.CheckConstraint(name="kept_tally_age_is_a_known_group", condition=Q(age__in=one_of(AgeGroup))),
            models.CheckConstraint(name="kept_tally_sex_is_a_known_group", condition=Q(sex__in=one_of(SexGroup))),
            models.CheckConstraint(
                name="kept_tally_names_the_authority_it_is_within",
                condition=Q(within=Within.AUTHORITY, authority__isnull=False)
                | (~Q(within=Within.AUTHORITY) & Q(authority=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.number}"
