"""Persons of the register under pseudonyms: never a name, never a number that others know her by."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q

from openamif.people.models import one_of
from openamif.register.states import CodeKind, NationalityGroup, Sex, Standing


def is_one_of(name: str, kinds: type, *others: str) -> Q:
    """One value after another: a list of them costs SQLite as much as the rest of the row, each time it is checked."""
    return reduce(or_, (Q(**{name: value}) for value in (*others, *one_of(kinds))))


class Subject(models.Model):
    """One person, whichever grants she takes part in. ``likeness``: a looser code, by which doubles are suspected.

    ``key_number``: how many keys the likeness has passed through.
    """

    likeness = models.CharField(max_length=32, blank=True)
    key_number = models.PositiveSmallIntegerField(default=1, db_index=True)

    class Meta:
        ordering = ["pk"]
        # Not db_index: PostgreSQL would keep a second index, for beginnings, which nobody looks for.
        indexes = [models.Index(fields=["likeness"], name="subject_by_likeness")]

    def __str__(self) -> str:
        return f"P{self.pk}"


class Pseudonym(models.Model):
    """A keyed code that leads to a person: HMAC-SHA-256 of what identifies her, in 64 hexadecimal digits.

    ``key_number``: how many keys it has passed through; rotating passes it through one more.
    """

    code = models.CharField(max_length=64)
    kind = models.CharField(max_length=10)
    key_number = models.PositiveSmallIntegerField(default=1, db_index=True)
    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="pseudonyms")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["code"], name="pseudonym_leads_to_one_person"),
            models.CheckConstraint(name="pseudonym_is_of_a_known_kind", condition=is_one_of("kind", CodeKind)),
        ]

    def __str__(self) -> str:
        return self.code[:8]


class Description(models.Model):
    """What the indicators need to know of a person. ``birth_year`` of four digits; blank or NULL: not known."""

    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    sex = models.CharField(max_length=10, blank=True)
    nationality_group = models.CharField(max_length=20, blank=True)
    standing = models.CharField(max_length=20, blank=True)
    is_vulnerable = models.BooleanField(default=False)
    is_unaccompanied_minor = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Participant(Description):
    """A natural person who benefits directly from a grant. Source: Reg. (EU) 2021/1060, Article 2(40).

    ``local_reference``: her number in the beneficiary's own files.
    """

    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="participants", db_index=False)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="participants")
    local_reference = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["grant", "local_reference", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "local_reference"], name="participant_reference_is_used_once"),
            models.CheckConstraint(
                name="participant_is_born_in_a_plausible_year",
                condition=Q(birth_year=None) | Q(birth_year__gte=1900, birth_year__lte=2100),
            ),
            models.CheckConstraint(name="participant_sex_is_known_or_blank", condition=is_one_of("sex", Sex, "")),
            models.CheckConstraint(
                name="participant_nationality_group_is_known_or_blank",
                condition=is_one_of("nationality_group", NationalityGroup, ""),
            ),
            models.CheckConstraint(
                name="participant_standing_is_known_or_blank", condition=is_one_of("standing", Standing, "")
            ),
        ]

    def __str__(self) -> str:
        return self.local_reference


class PastDescription(Description):
    """How a participant was described until she was described otherwise: past figures are computed with it."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="past_descriptions")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["participant", "replaced_at", "pk"]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.replaced_at:%Y-%m-%d}"


class Erasure(models.Model):
    """The register of a grant whose retention period is over: only from here on may its events be deleted."""

    grant = models.OneToOneField("grants.Grant", on_delete=models.PROTECT, related_name="register_erasure")
    due_on = models.DateField()
    erased_at = models.DateTimeField(auto_now_add=True)
    participants = models.PositiveIntegerField(default=0)
    events = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["grant", "pk"]

    def __str__(self) -> str:
        return f"{self.grant_id} {self.due_on}"
