"""Begin a new version as an editable copy of the latest."""

from dataclasses import replace

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import Verdict, require
from openamif.programmes import policy
from openamif.programmes.actions.revise_version import write_content
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.queries import content_of, latest_version
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
    content = content_of(latest)
    write_content(version, replace(content.document, validation=()))
    for authority in content.authorities:
        authority.pk, authority.version = None, version
        authority._state.adding = True
    DesignatedAuthority.objects.bulk_create(content.authorities)
    append_trail(version, "begun", by=by, to_state=version.state, details={"continues": latest.label})
    return version
