"""Publish where a programme stands: from then on everyone is told these figures, until others are published."""

from datetime import date
from hashlib import sha256

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.reports.models import Publication
from openamif.reports.policy import can_publish_figures, is_time_to_publish
from openamif.reports.queries.publishing import figures_on, latest_publication, quarter_of, written


@transaction.atomic
def publish_figures(programme: Programme, *, on: date, by: Person | None) -> Publication:
    """The figures of today, ``on``. ``by`` is None for the calendar, which gives back what the quarter has already.

    Refused to a person who may not, and to everybody soon after the last time: two publications near to each other
    would tell who came in between.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    if by is not None:
        require(can_publish_figures(by, programme) and is_time_to_publish(programme, on=on))
    latest = latest_publication(programme)
    if by is None and latest is not None and latest.on >= quarter_of(on):
        return latest
    content = written(figures_on(programme, on=on))
    digest = sha256(content.encode()).hexdigest()
    made = Publication.objects.create(programme=programme, on=on, content=content, sha256=digest, by=by)
    append_trail(programme, "figures_published", by=by, details={"on": on.isoformat(), "sha256": digest})
    return made
