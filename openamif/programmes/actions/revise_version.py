"""Change the content of an open version."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.models.document import CONTENT, places_of, rows_of
from openamif.programmes.queries import content_of
from openamif.programmes.states import VersionState
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.make_move import make_move
from openamif.record.models import Document as KeptDocument
from openamif.rules.national_programme.changes import Change, changes
from openamif.sfc.programme_2014 import Programme as Document


class ChangedMeanwhile(Exception):
    """Somebody else changed the version since it was read."""

    def __init__(self, version: Version) -> None:
        super().__init__(str(version))
        self.version = version


@transaction.atomic
def revise_version(
    version: Version,
    document: Document,
    *,
    revision: int,
    source: KeptDocument | None = None,
    by: Person,
) -> Version:
    """The version holds this document from now on; the trail keeps every difference, before and after.

    ``revision``: the one that was read; another one by now means that somebody else was quicker.
    """
    version = Version.objects.locked(version.pk)
    require(policy.can_change_version(by, version))
    if version.revision != revision:
        raise ChangedMeanwhile(version)
    before = content_of(version).document
    changed = changes(places_of(before), places_of(document))
    if not changed and source is None:
        return version
    write_content(version, document)
    version.language = document.language
    version.source = source or version.source
    return keep_changes(version, changed, by=by, reopens=True)


def write_content(version: Version, document: Document) -> None:
    """The rows of this document in place of those the version had."""
    rows = rows_of(document)
    replace_rows(version, {model: rows[model] for model in CONTENT})


def replace_rows(version: Version, rows: Mapping[type[Any], Sequence[Any]]) -> None:
    """These in place of those the version had, model by model."""
    for model, several in rows.items():
        model.objects.filter(version=version).delete()
        for row in several:
            row.version = version
        model.objects.bulk_create(several)


def keep_changes(version: Version, changed: Sequence[Change], *, by: Person, reopens: bool = False) -> Version:
    """``reopens``: a version that the Member State sent back is open again, because what was decided on changed."""
    version.changed_again(by, timezone.now())
    if reopens and version.state == VersionState.RETURNED_BY_MEMBER_STATE:
        make_move(version, "reopen", by=by)
    version.save()
    append_trail(
        version,
        "changed",
        by=by,
        details={"changes": [[change.place, str(change.before), str(change.after)] for change in changed]},
    )
    return version
