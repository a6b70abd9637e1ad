"""Who may read what through this door: adopted versions are everyone's, the others only their programme's people's."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.timezone import localdate

from openamif.people.models import Person
from openamif.people.policy import ALLOWED, Verdict
from openamif.people.queries import holdings, person_with_key
from openamif.programmes.models import Programme, Version
from openamif.programmes.models.document import within_part
from openamif.programmes.policy import can_see_total, can_see_version, part_of
from openamif.programmes.queries import (
    Content,
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
from openamif.web.doors import found_or_404
from openamif.web.exports import published

Operation = TypeVar("Operation", bound=Callable[..., Any])
Reader = Person | AnonymousUser
OPEN = "open_to_all"


class KeyNeeded(Exception):
    """Whoever writes shows a key: the session of a browser could be made to write by another site."""


def identified(request: HttpRequest) -> bool:
    """Whether it is clear who asks: a key, where one is shown, must be in use; the request is then its person's."""
    shown = request.headers.get("Authorization")
    if shown is None:
        return True
    scheme, _space, secret = shown.partition(" ")
    person = person_with_key(secret.strip()) if scheme.casefold() == "bearer" else None
    if person is not None:
        request.user = person
    return person is not None


def writer_of(request: HttpRequest) -> Person:
    """Who writes. Raises KeyNeeded."""
    if "Authorization" not in request.headers:
        raise KeyNeeded
    return cast("Person", request.user)


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
    def content(self) -> Content:
        """All of the version; not for the reader before it was narrowed to her part."""
        return content_of(self.version)

    @cached_property
    def document(self) -> Document:
        """Her part of the document; who sent which file is for the programme's own people."""
        document = within_part(self.content.document, self.part)
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
    found = (each for each in siblings if each.pk == pk and can_read_version(by, each))
    return Shown(by, found_or_404(next(found, None)), siblings)


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
    return found_or_404(next((each for each in the_programmes(by) if each.pk == pk), None))


def the_versions(by: Reader, programme: Programme) -> list[Version]:
    """Its versions that the reader may read, latest first."""
    return [version for version in versions_of(programme) if can_read_version(by, version)]
