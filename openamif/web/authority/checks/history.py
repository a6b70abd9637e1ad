"""Who did what about a check: a finding or correction leads to the one who was drawn."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.record.models import Trail
from openamif.record.queries import deeds_on
from openamif.verification.models import OperationalCheck
from openamif.web.authority.checks.labels import outcome_badge
from openamif.web.components.shapes import Entry
from openamif.web.history import entries_of


def entries_on(check: OperationalCheck) -> list[Entry]:
    """The trail of the check, without who merely looked."""
    trail = list(deeds_on(check))
    told = entries_of(trail, check.grant.programme.period)
    return [of_one_drawn(check, row, entry) for row, entry in zip(trail, told, strict=True)]


def of_one_drawn(check: OperationalCheck, row: Trail, entry: Entry) -> Entry:
    """With her place in the sample and what was seen, where the event is about one who was drawn."""
    position, outcome = row.details.get("position"), row.details.get("outcome")
    if position is None:
        return entry
    words = {"event": entry.title, "position": position, "outcome": outcome and outcome_badge(outcome).label}
    title = _("%(event)s, number %(position)d: %(outcome)s") if outcome else _("%(event)s, number %(position)d")
    return replace(entry, title=title % words, url=reverse("authority:check_finding", args=[check.pk, position]))
