"""A programme laid out for its overview: what is read once and shown on every page of it, as far as the reader sees."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.queries import delegated_authorities_of
from openamif.people.models import Organisation
from openamif.people.queries import Holdings, holdings
from openamif.programmes.models import Programme
from openamif.reports.queries.breakdowns import ReportsStanding, reports_standing
from openamif.reports.queries.overview import Standing, standings
from openamif.reports.queries.reach import Reach, reach_of, reach_of_authority
from openamif.reports.queries.without_register import Declared, declared_values
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.situation.ways import asking
from openamif.web.components.shapes import Link, Tab
from openamif.web.doors import found_or_404
from openamif.web.short_names import listed_name, short_name

OBJECTIVES = ("SO1", "SO2", "SO3", "SO4")
DELEGATED = "delegated"
"""In an address, as of the lists of grants and reports: the key of the delegated authority whose part is looked at."""
OF_A_PART = (
    *("situation", "situation_quality", "situation_files", "situation_export"),
    *("situation_indicator", "situation_contributions", "situation_contributions_of_all"),
)


@dataclass
class Sheet:
    """A programme for one reader on one day."""

    request: HttpRequest
    programme: Programme
    on: date

    @cached_property
    def reach(self) -> Reach:
        """As far as she sees, or the part of the delegated authority that she looks at."""
        return reach_of_authority(self.programme, self.authority) if self.authority else self.own_reach

    @cached_property
    def own_reach(self) -> Reach:
        """As far as she sees."""
        return reach_of(self.programme, self.held)

    @cached_property
    def held(self) -> Holdings:
        """Her roles."""
        return holdings(reader_of(self.request))

    @cached_property
    def authorities(self) -> list[Organisation]:
        """Those whose parts she may look at one by one: none for whoever sees a part herself."""
        return list(delegated_authorities_of(self.programme, self.held)) if self.own_reach.is_whole else []

    @cached_property
    def authority(self) -> Organisation | None:
        """The one whose part she asked for; there is no page for another."""
        asked = self.request.GET.get(DELEGATED, "")
        known = {str(each.pk): each for each in self.authorities} if asked else {}
        return found_or_404(known.get(asked)) if asked else None

    @property
    def parts(self) -> list[Tab]:
        """The whole, and the part of each delegated authority; nothing where there is nothing to choose."""
        here = self.authority
        page = self.request.path
        every = [Tab(each.name, asking(page, {DELEGATED: each.pk}), current=here == each) for each in self.authorities]
        return [Tab(_("The whole programme"), page, current=here is None), *every] if every else []

    @cached_property
    def declared(self) -> Declared:
        """What was said without a register."""
        return declared_values(self.reach)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every indicator today."""
        return standings(self.reach, self.declared)

    @cached_property
    def reports(self) -> ReportsStanding:
        """The reports by how far they are."""
        return reports_standing(self.reach, on=self.on)

    @property
    def period(self) -> str:
        """Of the programme."""
        return self.programme.period

    def url(self, name: str, *args: object) -> str:
        """Of a page of the overview; of the same part, where the page is of a part."""
        page = reverse(f"authority:{name}", args=[self.programme.pk, *args])
        return self.of_part(page) if name in OF_A_PART else page

    def of_part(self, page: str) -> str:
        """The address of a page, with the same part where one is looked at."""
        return asking(page, {DELEGATED: self.authority.pk if self.authority else None})

    def of_objective(self, objective: str) -> list[Standing]:
        """Its indicators that have a target or a value, each whole before its parts."""
        return [each for each in self.standings if each.objective == objective and each.is_told]

    @property
    def with_target(self) -> list[Standing]:
        """Those that aim at something."""
        return [each for each in self.standings if each.target]

    @property
    def leading(self) -> Standing | None:
        """The one that says most at a glance: of persons, no part of another, with the most persons."""
        persons = [each for each in self.standings if each.counts == "persons" and not each.parent and each.cells]
        return max(persons, key=lambda each: (each.value or 0, each.target or 0), default=None)

    @property
    def part(self) -> str:
        """What the figures are of, where they are not of the whole."""
        if self.reach.is_whole:
            return ""
        objectives = sorted({code.split(".")[0] for code in self.reach.objectives})
        return ", ".join(short_name(each, each, self.period) for each in objectives)

    @property
    def lead(self) -> str:
        """What it is, in one line."""
        if self.reach.name:
            said = {"programme": self.programme.title, "authority": self.reach.name, "part": self.part}
            return _("%(programme)s, the part of %(authority)s: %(part)s") % said
        if not self.part:
            return self.programme.title
        return _("%(programme)s, your part: %(part)s") % {"programme": self.programme.title, "part": self.part}

    @property
    def told_of_part(self) -> str:
        """How the figures of a part are to be read; nothing of the whole."""
        if self.reach.is_whole:
            return ""
        if self.reach.name:
            return _(
                "These are the figures of %(authority)s: a person in two of its grants counts once. Targets are those "
                "of the whole programme."
            ) % {"authority": self.reach.name}
        return _(
            "These are the figures of your part: a person in two of your grants counts once. Targets are those of the "
            "whole programme."
        )

    def crumbs(self, *, inside: bool = False) -> list[Link]:
        """The way back to the overviews, and from a page of it to the overview."""
        every = Link(_("Overviews"), reverse("authority:all_situations"))
        return [every, Link(_("Where the programme stands"), self.url("situation"))] if inside else [every]

    def tabs(self, current: str) -> list[Tab]:
        """The pages of the overview."""
        labels = {
            "situation": _("Overview"),
            "own_indicators": _("Programme-specific indicators"),
            "situation_quality": _("Data quality"),
            "situation_published": _("As everybody sees it"),
            "situation_files": _("To take away"),
        }
        return [Tab(label, self.url(name), current=name == current) for name, label in labels.items()]

    def name(self, standing: Standing) -> str:
        """What the indicator is called in a list; a part says that it is one."""
        return listed_name(standing.code, standing.name, self.period, is_part=bool(standing.parent))


def sheet_of(request: HttpRequest, programme: Programme) -> Sheet:
    """The programme today."""
    return Sheet(request, programme, localdate())
