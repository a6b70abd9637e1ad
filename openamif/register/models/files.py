"""The files a register is filled from: how far each is, and how an organisation names its columns."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from openamif.people.models import one_of
from openamif.register.states import IMPORT_MOVES, ImportState


class RegisterImport(models.Model):
    """A workbook or CSV sent in for a grant. The file itself is not kept: it names persons.

    ``name``, ``sha256``, ``size``: of the file as it came. ``staged``: where its rows wait under pseudonyms.
    ``mapping``: heading of the file to column of ours. ``rows``, ``rows_done``: of the step that runs.
    ``result``: counts as the pages show them. ``cells``: what was found in its cells, as ``queries.cells`` reads it; it
    may be long. Neither has a word of what names a person.
    """

    MOVES: ClassVar = IMPORT_MOVES

    grant = models.ForeignKey("grants.Grant", on_delete=models.PROTECT, related_name="register_imports")
    state = models.CharField(max_length=20, default=ImportState.KEPT)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    staged = models.CharField(max_length=120, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    rows = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict, blank=True)
    cells = models.JSONField(default=dict, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)
    stored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="register_import_is_in_a_known_state", condition=Q(state__in=one_of(ImportState))
            ),
            models.CheckConstraint(
                name="register_import_stored_at_goes_with_its_state",
                condition=Q(state=ImportState.STORED, stored_at__isnull=False)
                | (~Q(state=ImportState.STORED) & Q(stored_at=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ColumnMapping(models.Model):
    """What an organisation calls a column: remembered from one file to the next."""

    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="column_mappings")
    heading = models.CharField(max_length=255)
    column = models.CharField(max_length=60)

    class Meta:
        ordering = ["organisation", "heading", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "heading"], name="column_mapping_is_remembered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.heading} → {self.column}"
