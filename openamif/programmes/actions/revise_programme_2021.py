"""Change the content of an open version of 2021-2027, as a whole."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.revise_version import ChangedMeanwhile, keep_changes, replace_rows
from openamif.programmes.facts import ProgrammeContent
from openamif.programmes.facts.rows_2021 import content_rows
from openamif.programmes.models import Version
from openamif.programmes.queries import changes_by, content_of
from openamif.record.models import Document as KeptDocument


@transaction.atomic
def revise_programme_2021(
    version: Version, content: ProgrammeContent, *, revision: int, source: KeptDocument | None = None, by: Person
) -> Version:
    """The version holds this content from now on; the trail keeps every difference. What is the same changes nothing.

    ``revision``: the one that was read; another one by now means that somebody else was quicker.
    """
    version = Version.objects.locked(version.pk)
    require(policy.can_change_whole(by, version))
    if version.revision != revision:
        raise ChangedMeanwhile(version)
    changed = changes_by(content, content_of(version))
    if not changed:
        return version
    write_whole(version, content)
    version.source = source or version.source
    return keep_changes(version, changed, by=by, reopens=True)


def write_whole(version: Version, content: ProgrammeContent) -> None:
    """The rows of this content in place of those the version had."""
    replace_rows(version, content_rows(content))
