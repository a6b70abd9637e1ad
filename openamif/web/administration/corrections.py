"""What was corrected of persons, in words: the trail says that it was, and the words stand beside it."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _

from openamif.access.queries import changes_by_event
from openamif.people.models import PersonChange
from openamif.record.models import Trail
from openamif.web.administration.forms import PersonForm
from openamif.web.components import formats
from openamif.web.history import became, quoted


def corrections_in(rows: Iterable[Trail]) -> dict[int, str]:
    """By the number of the event; no query where nobody was corrected."""
    numbers = [row.number for row in rows if row.event == "person_changed"]
    found = changes_by_event(numbers) if numbers else {}
    return {number: formats.listed(map(_said, changes)) for number, changes in found.items()}


def _said(change: PersonChange) -> str:
    label = str(PersonForm.base_fields[change.field].label)
    return became(label, _value(change.field, change.before), _value(change.field, change.after))


def _value(field: str, value: str) -> str:
    return _(dict(settings.LANGUAGES)[value]) if field == "language" else quoted(value)
