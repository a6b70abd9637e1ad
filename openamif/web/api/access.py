"""Who may read what through this door: adopted versions are everyone's, the others only their programme's people's."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils.timezone import localdate

from openamif.people.models import Person
from openamif.people.policy import ALLOWED, Verdict
from openamif.people.queries import holdings
from openamif.programmes.models import Programme, Version
from openamif.programmes.models.document import within_part
from openamif.programmes.policy import can_see_total, can_see_version, part_of
from openamif.programmes.queries import (
    Examination,
    adopted_programmes,
    content_of,
    examine,
    programmes_for_list,
    versions_of,
)
from openamif.programmes.states import ADOPTED
from openamif.rules.finding import Finding
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.exports import published

Operation = TypeVar("Operation", bound=Callable[..., Any])
Reader = Person | AnonymousUser
OPEN = "open_to_all"


def can_read_version(by: Reader, version: Version) -> Verdict:
    """Anyone where it is adopted; else whoever may see its programme."""
    return ALLOWED if version.state in ADOPTED else can_see_version(by, version)  # type: ignore[arg-type]


def guard(name: str) -> Callable[[Operation], Operation]:
    """Say on an operation which policy guards it, for the register of doors."""

    def mark(operation: Operation) -> Operation:
        operation.guard = name  # type: ignore[attr-defined]
        return operation

    return mark


@dataclass
class Shown:
    """A version as far as this reader may see it."""

    by: Reader
    version: Version
    siblings: list[Version]

    @cached_property
    def part(self) -> tuple[str, ...] | None:
        """The objectives she may see; None for all of an adopted version."""
        if self.version.state in ADOPTED:
            return None
        return part_of(self.by, self.version.programme)  # type: ignore[arg-type]

    @cached_property
    def document(self) -> Document:
        """Her part of the document; who sent which file is for the programme's own people."""
        document = within_part(content_of(self.version).document, self.part)
        if can_see_version(self.by, self.version):  # type: ignore[arg-type]
            return document
        return published(document)

    def findings(self) -> list[Finding]:
        """What the rules find today; for a part, only what concerns it."""
        examination: Examination = examine(self.version, self.siblings, on=localdate())
        if self.part is None:
            return list(examination.findings)
        return [each for each in examination.findings if any(code in each.place for code in self.part)]


def the_version(by: Reader, pk: int) -> Shown:
    """A version that the reader may know of; else it is not found."""
    programme = Programme.objects.having_version(pk)
    siblings = versions_of(programme) if programme else []
    for version in siblings:
        if version.pk == pk and can_read_version(by, version):
            return Shown(by, version, siblings)
    raise Http404


def the_programmes(by: Reader) -> list[Programme]:
    """Hers with their latest version, then those of everyone with their latest adopted one."""
    own = list(programmes_for_list(holdings(by))) if by.is_authenticated else []
    for programme in own:
        if programme.latest_state not in ADOPTED and not can_see_total(by, programme):  # type: ignore[arg-type]
            programme.latest_total_amount = None
    known = {programme.pk for programme in own}
    return own + [programme for programme in adopted_programmes() if programme.pk not in known]


def the_programme(by: Reader, pk: int) -> Programme:
    """A programme that the reader may know of; else it is not found."""
    for programme in the_programmes(by):
        if programme.pk == pk:
            return programme
    raise Http404


def the_versions(by: Reader, programme: Programme) -> list[Version]:
    """Its versions that the reader may read, latest first."""
    return [version for version in versions_of(programme) if can_read_version(by, version)]
