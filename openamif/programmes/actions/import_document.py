"""Bring a document of the Commission's system into a programme."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.models import Programme, Version
from openamif.programmes.queries import latest_version
from openamif.programmes.states import EDITABLE
from openamif.record.models import Document as KeptDocument
from openamif.sfc.programme_2014 import Programme as Document


@transaction.atomic
def import_document(programme: Programme, document: Document, *, source: KeptDocument, by: Person) -> Version:
    """Into the open version, or into a new one that continues the latest."""
    require(policy.can_import_into(by, programme))
    latest = latest_version(programme)
    assert latest is not None
    version = latest if latest.state in EDITABLE else begin_version(latest, by=by)
    return revise_version(version, document, revision=version.revision, source=source, by=by)
