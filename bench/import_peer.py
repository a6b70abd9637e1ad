"""The same file through django-import-export: its usual resource, in its quickest mode. Imported once Django is set up.

Persons are put under the same pseudonyms, each once; rows are made in bulk; nothing is compared. The peer is spared
what it would look up again for every row.
"""

from datetime import date
from pathlib import Path
from typing import Any

import tablib
from django.utils import timezone
from import_export import fields, resources, widgets
from openpyxl import load_workbook

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity, codes_of
from openamif.people.models import Person
from openamif.register.actions.find_subjects import find_subjects
from openamif.register.models import Activity, Event, Participant
from openamif.register.queries.forms import ANSWERS, KINDS, LEVELS
from openamif.register.queries.keys import key_ring, local_key

VALUES = {**LEVELS, **ANSWERS}


class EventResource(resources.ModelResource):
    """One event a row."""

    kind = fields.Field("kind", "kind")
    happened_on = fields.Field("happened_on", "happened_on", widget=widgets.DateWidget())
    hours = fields.Field("hours", "hours", widget=widgets.DecimalWidget())
    value = fields.Field("value", "value")

    class Meta:
        model = Event
        fields = ("kind", "happened_on", "hours", "value")
        import_id_fields = ()
        force_init_instance = True
        use_bulk = True
        batch_size = 1000
        skip_diff = True
        skip_html_diff = True
        use_transactions = True

    def __init__(self, grant: Grant, filler: Person) -> None:
        super().__init__()
        self.grant, self.filler, self.now, self.ring = grant, filler, timezone.now(), key_ring()
        self.participants: dict[str, Participant] = {}
        self.activities = {each.reference: each for each in Activity.objects.filter(grant=grant)}

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Who it is about, and the words of choices as numbers."""
        reference = row["local_reference"]
        if reference not in self.participants:
            self.participants[reference] = self.entered(row)
        row["kind"] = KINDS[row["kind"]]
        row["value"] = VALUES[row["value"]] if row["value"] else None

    def entered(self, row: Any) -> Participant:
        """A participant under her pseudonym."""
        identity = Identity(row["national_number"] or "", row["surname"], row["given_names"], row["born_on"].date())
        codes = codes_of(identity, local=local_key(self.grant, row["local_reference"]), keys=self.ring)
        return Participant.objects.create(
            grant=self.grant,
            subject_id=find_subjects([codes])[0],
            local_reference=row["local_reference"],
            entered_at=self.now,
            birth_year=row["born_on"].year,
            sex=row["sex"],
            nationality_group=row["nationality_group"],
            standing=row["standing"],
            is_vulnerable=row["vulnerable"] == "yes",
            is_unaccompanied_minor=row["unaccompanied_minor"] == "yes",
        )

    def before_save_instance(self, instance: Event, row: Any, **kwargs: Any) -> None:
        """What the cells do not say themselves."""
        instance.grant, instance.participant = self.grant, self.participants[row["local_reference"]]
        instance.activity = self.activities[row["activity"]] if row["activity"] else None
        instance.recorded_at, instance.recorded_by = self.now, self.filler


def imported(workbook: Path, grant: Grant, filler: Person) -> None:
    """Loaded as its XLSX format loads it, then imported; the first thing that is wrong stops it."""
    book = load_workbook(workbook, read_only=True, data_only=True)
    for reference, kind, title, *_ in book["activities"].iter_rows(min_row=2, values_only=True):
        day = date(2019, 1, 1)
        Activity.objects.create(grant=grant, reference=reference, kind=KINDS[kind], title=title, starts_on=day)
    rows = book["participations"].iter_rows(values_only=True)
    table = tablib.Dataset(headers=next(rows))
    for row in rows:
        table.append(row)
    EventResource(grant, filler).import_data(table, raise_errors=True)
