"""Enter a programme of 2021-2027: its content comes as a whole."""

from django.db import transaction

from openamif.people.models import Organisation, Person
from openamif.programmes.actions.begin_programme import ProgrammeName, found_programme
from openamif.programmes.actions.revise_programme_2021 import write_whole
from openamif.programmes.facts import ProgrammeContent
from openamif.programmes.models import Version
from openamif.record.actions.append_trail import append_trail
from openamif.record.models import Document as KeptDocument
from openamif.rules.programme_2021.table import PERIOD


@transaction.atomic
def enter_programme_2021(
    content: ProgrammeContent,
    *,
    name: ProgrammeName,
    responsible: Organisation | None = None,
    source: KeptDocument | None = None,
    by: Person,
) -> Version:
    """The programme and an open version of it with this content, on its way to be validated, sent and adopted."""
    programme = found_programme("AMIF", PERIOD, name, responsible=responsible, by=by)
    version = Version.objects.create(
        programme=programme,
        number=name.number,
        working=name.working,
        language=content.language,
        source=source,
        entered_by=by,
    )
    write_whole(version, content)
    append_trail(version, "begun", by=by, to_state=version.state, details={"source": source.sha256 if source else ""})
    return version
