"""A version laid out for its pages: read once, examined once, shown as far as the reader may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.people.models import Person
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.models.document import within_part
from openamif.programmes.queries import Examination, examine
from openamif.record.actions.append_trail import append_trail
from openamif.rules.finding import Finding
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.authority.steps import actions_for
from openamif.web.components.shapes import Action, Badge, Explained, Tab
from openamif.web.explaining import explained, failing_first
from openamif.web.labels import VERSION_STATES
from openamif.web.official import objective_name
from openamif.web.places import place_url, row_of

TABS: dict[str, Promise] = {
    "": gettext_lazy("Overview"),
    "objectives": gettext_lazy("Objectives"),
    "timetable": gettext_lazy("Timetable"),
    "plan": gettext_lazy("Financial plan"),
    "special_cases": gettext_lazy("Special cases"),
    "commitments": gettext_lazy("Commitments"),
    "indicators": gettext_lazy("Indicators"),
    "texts": gettext_lazy("Texts and partners"),
    "authorities": gettext_lazy("Authorities"),
    "findings": gettext_lazy("Findings"),
    "history": gettext_lazy("History"),
}


WHOLE_ONLY = ("special_cases", "commitments", "texts", "authorities", "history")
"""Pages about the programme as a whole: not for whoever holds a part of it."""
OF_2014_ONLY = ("timetable", "special_cases", "commitments")
"""Pages of what only the form of 2014-2020 has."""


@dataclass
class Sheet:
    """A version, its siblings and what the rules say of it, for one reader on one day.

    ``is_overtaken``: somebody else saved while she was writing.
    """

    request: HttpRequest
    version: Version
    on: date
    is_overtaken: bool = False

    @property
    def person(self) -> Person:
        """Who reads."""
        return self.request.user  # type: ignore[return-value]

    @property
    def siblings(self) -> list[Version]:
        """All versions of the programme, latest first."""
        return self.version.siblings  # type: ignore[attr-defined,no-any-return]

    @property
    def period(self) -> str:
        """The period whose law applies."""
        return self.version.programme.period

    @property
    def is_2014(self) -> bool:
        """Whether the programme has the form of 2014-2020."""
        return self.period == "2014-2020"

    @cached_property
    def examination(self) -> Examination:
        """Content and findings, in nine queries."""
        return examine(self.version, self.siblings, on=self.on)

    @cached_property
    def part(self) -> tuple[str, ...] | None:
        """The objectives she may see; None for all."""
        return policy.part_of(self.person, self.version.programme)

    @cached_property
    def document(self) -> Document:
        """The document, as far as she may see it."""
        return within_part(self.examination.content.document, self.part)

    @cached_property
    def may_change(self) -> bool:
        """Whether the edit links are hers."""
        return bool(policy.can_change_version(self.person, self.version))

    @cached_property
    def may_name(self) -> bool:
        """Whether she may change what the programme is called."""
        return bool(policy.can_name_programme(self.person, self.version))

    @cached_property
    def may_change_whole(self) -> bool:
        """Whether she may change it by its workbook."""
        return bool(policy.can_change_whole(self.person, self.version))

    @property
    def workbook_url(self) -> str:
        """Where a programme of 2021-2027 is changed."""
        return f"{reverse('authority:import_2021')}?into={self.version.programme_id}"

    @cached_property
    def failing(self) -> list[Finding]:
        """What fails, the gravest first; for a part, only what concerns it."""
        failing = failing_first(self.examination.findings)
        if self.part is None:
            return failing
        return [each for each in failing if any(code in each.place for code in self.part)]

    @cached_property
    def findings(self) -> list[Explained]:
        """The same in her words."""
        return [self.explained(each) for each in self.failing]

    def explained(self, finding: Finding) -> Explained:
        """A finding in her words, linked to its field."""
        return explained(finding, self.period, lambda place: place_url(self.version.pk, place))

    def findings_on(self, *tables: str) -> list[Explained]:
        """The failing findings whose place is in one of these tables; for a part, only what concerns it."""
        return [self.explained(each) for each in self.failing if each.place.partition(".")[0] in tables]

    def findings_by_row(self, rows: Iterable[str], *tables: str) -> tuple[dict[str, list[Explained]], list[Explained]]:
        """The failing findings in these tables: those about one of these rows by its place, and the others."""
        beside: dict[str, list[Explained]] = {row: [] for row in rows}
        others: list[Explained] = []
        for each in self.failing:
            if each.place.partition(".")[0] in tables:
                beside.get(row_of(each.place), others).append(self.explained(each))
        return beside, others

    def url(self, page: str = "") -> str:
        """The address of a page of this version."""
        return reverse(f"authority:version_{page}" if page else "authority:version", args=[self.version.pk])

    def context(self, page: str, *, actions: Sequence[Action] | None = None, **more: Any) -> dict[str, Any]:
        """What every page of a version is given, and its own."""
        self.request.version = self.version  # type: ignore[attr-defined]
        label, tone = VERSION_STATES[self.version.state]
        return {
            "sheet": self,
            "version": self.version,
            "title": self.version.programme.title,
            "lead": self.lead,
            "crumbs": [(_("Programmes"), reverse("authority:programmes"))],
            "badge": Badge(str(label), tone),
            "actions": actions_for(self.person, self.version)[:3] if actions is None else actions,
            "tabs": self.tabs(page),
            "tab_title": TABS.get(page, ""),
            **more,
        }

    @property
    def lead(self) -> str:
        """One line that says what it is."""
        if self.part is not None:
            return _("Version %(label)s, your part: %(part)s") % {
                "label": self.version.label,
                "part": ", ".join(f"{code} {objective_name(code, self.period)}" for code in self.part),
            }
        if not self.is_2014:
            return _("Programme %(period)s, version %(label)s") % {"period": self.period, "label": self.version.label}
        return _("National programme %(period)s, version %(label)s") % {
            "period": self.period,
            "label": self.version.label,
        }

    def tabs(self, page: str) -> list[Tab]:
        """The pages of the version; those about the programme as a whole are not for a part."""
        names = [name for name in TABS if self.part is None or name not in WHOLE_ONLY]
        if not self.is_2014:
            names = [name for name in names if name not in OF_2014_ONLY]
        counts = {"findings": len(self.failing)}
        return [Tab(str(TABS[name]), self.url(name), name == page, counts.get(name)) for name in names]


def sheet_of(request: HttpRequest, version: Version) -> Sheet:
    """Today's sheet."""
    return Sheet(request, version, localdate())


def note_opening(sheet: Sheet) -> None:
    """Whoever opens the authorities sees persons named there: the trail keeps it."""
    if any(each.head or each.email for each in sheet.examination.content.authorities):
        append_trail(sheet.version, "opened", by=sheet.person, details={"what": "authorities"})
