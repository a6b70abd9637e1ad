"""The trail, which only grows, and documents, which never change."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

REASON_OWED = ("return_by_member_state", "return_for_modification", "withdraw", "cancel")


class AppendOnly(Exception):
    """Somebody tried to change or delete what must be kept."""


class Trail(models.Model):
    """One event: what happened, to what, by whom and for which body, when, why, and the findings relied on.

    ``digest`` is the SHA-256 of the event and of the digest before it: a chain that `openamif trail verify` follows.
    """

    number = models.PositiveBigIntegerField(unique=True)
    event = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_pk = models.PositiveBigIntegerField()
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    previous_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number", "pk"]
        indexes = [models.Index(fields=["subject_kind", "subject_pk", "number"], name="trail_by_subject")]
        constraints = [
            models.CheckConstraint(
                name="trail_gives_a_reason_where_one_is_owed",
                condition=~Q(event__in=REASON_OWED) | ~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.event} {self.subject_kind} {self.subject_pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once only."""
        if self.pk is not None:
            raise AppendOnly(str(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never."""
        raise AppendOnly(str(self))


class TrailEnd(models.Model):
    """The end of the chain: the one row that whoever appends must lock."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        constraints = [models.CheckConstraint(name="trail_has_one_end", condition=Q(pk=1))]

    def __str__(self) -> str:
        return str(self.number)


class Document(models.Model):
    """A file as it came, under its checksum; once it is erased, its name, size and checksum alone."""

    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="%Y/%m/", max_length=255)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
