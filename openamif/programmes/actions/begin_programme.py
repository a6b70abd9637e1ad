"""Begin a programme with its first version in this system."""

from dataclasses import dataclass

from django.db import transaction

from openamif.access.actions.give_role import details_of
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.policy import require
from openamif.people.queries import organisation_of
from openamif.people.states import RoleKind
from openamif.programmes import policy
from openamif.programmes.actions.revise_version import write_content
from openamif.programmes.facts import programme_facts
from openamif.programmes.models import Programme, Version
from openamif.record.actions.append_trail import append_trail
from openamif.record.models import Document as KeptDocument
from openamif.rules.national_programme.reference import reference_in
from openamif.sfc.programme_2014 import Programme as Document


@dataclass(frozen=True, slots=True)
class ProgrammeName:
    """What a document does not say of itself."""

    country: str
    title: str
    cci: str = ""
    number: int = 1
    working: int = 0


@transaction.atomic
def begin_programme(
    document: Document,
    *,
    name: ProgrammeName,
    responsible: Organisation | None = None,
    source: KeptDocument | None = None,
    by: Person,
) -> Version:
    """The programme, its scope, her role for it, and an open version with the document's content.

    The reference allocation that the document's own validation prints is kept with the programme.
    """
    programme = found_programme(document.fund, document.period, name, responsible=responsible, by=by)
    programme.reference_allocation_amount = reference_in(programme_facts(document))
    programme.save()
    version = Version.objects.create(
        programme=programme,
        number=name.number,
        working=name.working,
        language=document.language,
        source=source,
        entered_by=by,
    )
    write_content(version, document)
    append_trail(version, "begun", by=by, to_state=version.state, details={"source": source.sha256 if source else ""})
    return version


def found_programme(
    fund: str, period: str, name: ProgrammeName, *, responsible: Organisation | None = None, by: Person
) -> Programme:
    """The programme without a version yet, its scope, and her role for it."""
    require(policy.can_begin_programme(by))
    authority = responsible or organisation_of(by)
    assert authority is not None
    scope = Scope.objects.create(name=name.title)
    role = Role.objects.create(person=by, kind=RoleKind.RESPONSIBLE_AUTHORITY, organisation=authority, scope=scope)
    append_trail(by, "role_given", by=by, details=details_of(role))
    by.__dict__.pop("_holdings", None)
    return Programme.objects.create(
        scope=scope,
        fund=fund,
        period=period,
        country=name.country,
        cci=name.cci,
        title=name.title,
        responsible_authority=authority,
    )
