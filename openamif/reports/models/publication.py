"""The figures as everyone was told them: taken on a fixed day, and never changed afterwards."""

from django.conf import settings
from django.db import models


class Publication(models.Model):
    """A programme's figures on one day, whole: what is small is hidden when they are shown.

    ``content``: canonical JSON of ``PublicFigures``; ``sha256`` of it; ``by``: None where the calendar had it made.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="publications")
    on = models.DateField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["programme", "on", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "on"], name="publication_is_made_once_a_day")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.on}"
