"""Rows as the database lets them be, past every action: only for what tests the database and the tables of moves."""

from datetime import UTC, date, datetime

from openamif.programmes.models import Programme, Version
from openamif.programmes.states import VersionState
from tests.factories.people import organisation, person, scope

INSTANT = datetime(2020, 6, 1, 10, tzinfo=UTC)


def bare_programme(**said) -> Programme:
    """A programme without a version."""
    values = {"period": "2014-2020", "country": "BE", "title": "Bare"} | said
    return Programme.objects.create(scope=scope(), responsible_authority=organisation(), **values)


def bare_version(state: str = VersionState.OPEN, *, programme: Programme | None = None, **said) -> Version:
    """An empty version in that state, with everything that any state owes."""
    values = {
        "entered_by": said.get("entered_by") or person(),
        "validated_by": person(),
        "validated_at": INSTANT,
        "sent_by": person(),
        "sent_at": INSTANT,
        "decision_reference": "C(2020) 1",
        "decision_on": date(2020, 6, 1),
    }
    return Version.objects.create(programme=programme or bare_programme(), state=state, **values | said)
