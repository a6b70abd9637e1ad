"""Bring the workbook of a programme of 2021-2027 into it."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.revise_programme_2021 import revise_programme_2021
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.facts import ProgrammeContent
from openamif.programmes.models import Version
from openamif.programmes.queries import changes_by, content_of
from openamif.programmes.states import EDITABLE
from openamif.record.models import Document as KeptDocument


@transaction.atomic
def import_programme_2021(
    latest: Version, content: ProgrammeContent, *, revision: int, source: KeptDocument, by: Person
) -> Version:
    """Into the latest version while it is open, else into a new one that continues it; not where nothing differs.

    ``revision``: of the latest, as it was when the differences were shown.
    """
    require(policy.can_import_into(by, latest.programme))
    latest = Version.objects.locked(latest.pk)
    if latest.revision != revision:
        raise ChangedMeanwhile(latest)
    if not changes_by(content, content_of(latest)):
        return latest
    version = latest if latest.state in EDITABLE else begin_version(latest, by=by)
    return revise_programme_2021(version, content, revision=version.revision, source=source, by=by)
