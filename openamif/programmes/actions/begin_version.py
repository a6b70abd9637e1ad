"""Begin a new version as an editable copy of the latest."""

from typing import Any

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import Verdict, require
from openamif.programmes import policy
from openamif.programmes.models import DesignatedAuthority, ValidationMessage, Version
from openamif.programmes.models.document import CONTENT
from openamif.programmes.queries import latest_version
from openamif.programmes.states import ADOPTED
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def begin_version(latest: Version, *, by: Person) -> Version:
    """After an adopted version the number grows; after a returned one, only the working number.

    The Commission's messages stay behind: its system has not seen the new version yet.
    """
    latest = Version.objects.locked(latest.pk)
    require(policy.can_begin_version(by, latest))
    if latest_version(latest.programme) != latest:
        require(Verdict(False, "version_not_latest"))
    grows = latest.state in ADOPTED
    version = Version.objects.create(
        programme=latest.programme,
        number=latest.number + (1 if grows else 0),
        working=0 if grows else latest.working + 1,
        language=latest.language,
        management_and_control_system=latest.management_and_control_system,
        continues=latest,
        entered_by=by,
    )
    models: tuple[type[Any], ...] = (*CONTENT, DesignatedAuthority)
    for model in models:
        if model is not ValidationMessage:
            _copy(model, latest, version)
    append_trail(version, "begun", by=by, to_state=version.state, details={"continues": latest.label})
    return version


def _copy(model: type[Any], latest: Version, version: Version) -> None:
    rows = list(model.objects.filter(version=latest))
    for row in rows:
        row.pk, row.version = None, version
        row._state.adding = True
    model.objects.bulk_create(rows)
