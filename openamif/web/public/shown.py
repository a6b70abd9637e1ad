"""What the public door shows of a programme: its adopted version, what it holds, and the decision behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.shortcuts import get_object_or_404
from django.utils import timezone

from openamif.programmes.facts import ProgrammeContent
from openamif.programmes.models import DesignatedAuthority, Programme, Version
from openamif.programmes.policy import is_entered_whole
from openamif.programmes.queries import adopted_programmes, contents_of, examine, versions_of
from openamif.programmes.states import ADOPTED
from openamif.rules.finding import Finding
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.components.prose import language_of
from openamif.web.components.shapes import Badge
from openamif.web.labels import VERSION_STATES


@dataclass(frozen=True)
class Shown:
    """An adopted programme. ``versions``: all that were ever adopted, latest first; ``findings`` on the latest;

    ``milestones`` by indicator; ``whole``: the content of a programme of 2021-2027. All four are empty where only an
    overview is asked for.
    """

    programme: Programme
    version: Version
    document: Document
    authorities: Sequence[DesignatedAuthority] = ()
    versions: Sequence[Version] = ()
    findings: Sequence[Finding] = ()
    milestones: Mapping[str, Decimal | None] = field(default_factory=dict)
    whole: ProgrammeContent | None = None

    @property
    def period(self) -> str:
        """As the law names it: 2014-2020."""
        return self.programme.period

    @cached_property
    def language(self) -> str:
        """The language its texts are written in, whatever the language of the form."""
        return language_of((*self.document.summary, *self.document.baseline), otherwise=self.version.language)

    @property
    def badge(self) -> Badge:
        """Who adopted it."""
        label, tone = VERSION_STATES[self.version.state]
        return Badge(str(label), tone)

    @property
    def decided(self) -> Version | None:
        """The version that the Commission last decided upon: this one, or one before it."""
        return next((version for version in self.versions or (self.version,) if version.decision_reference), None)

    @property
    def updated_on(self) -> date | None:
        """The day of the decision, or the day the version was sent where it needed none."""
        sent = timezone.localdate(self.version.sent_at) if self.version.sent_at else None
        return self.version.decision_on or sent


def all_shown() -> list[Shown]:
    """Every adopted programme, newest period first, in the same number of queries however many there are."""
    programmes = list(adopted_programmes())
    versions = Version.objects.select_related("programme").in_bulk([programme.latest_pk for programme in programmes])
    latest = [versions[programme.latest_pk] for programme in programmes]
    return [
        Shown(programme, version, content.document, content.authorities)
        for programme, version, content in zip(programmes, latest, contents_of(*latest), strict=True)
        if content
    ]


def shown(pk: int, *, on: date) -> Shown:
    """One adopted programme, examined by the law of that day; 404 where none by that number is adopted."""
    programme = get_object_or_404(adopted_programmes(), pk=pk)
    adopted = [version for version in versions_of(programme) if version.state in ADOPTED]
    examined = examine(adopted[0], adopted, on=on)
    content = examined.content
    document, milestones = content.document, content.milestones
    whole = content.whole if is_entered_whole(programme) else None
    return Shown(programme, adopted[0], document, content.authorities, adopted, examined.findings, milestones, whole)
