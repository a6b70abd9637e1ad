"""What a reader looks for in a list, kept under a name."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class SavedView(models.Model):
    """The filters of a list, hers alone. ``list``: which one (``grants.12``: those of a programme)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    list = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["person", "list", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "list", "name"], name="saved_view_name_is_used_once"),
            models.CheckConstraint(name="saved_view_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
