"""What the files of the overview are made from: a programme as far as the reader sees it, on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from openamif.programmes.models import Programme
from openamif.programmes.queries import latest_adopted, latest_version
from openamif.reports.queries.breakdowns import ReportsStanding, by_region, reports_by_grant, reports_standing
from openamif.reports.queries.breakdowns import values_by_grant as values_of_grants
from openamif.reports.queries.doubts import Doubts, doubts_of
from openamif.reports.queries.overview import Standing, standings, targets_by_grant
from openamif.reports.queries.publishing import wholes_of
from openamif.reports.queries.reach import Reach, drafts_in
from openamif.reports.queries.without_register import declared_values
from openamif.web.components import formats
from openamif.web.short_names import objective_short_name


@dataclass(frozen=True)
class SituationSource:
    """``on``: the day it is made; ``language``: the reader's. What it holds is read once, when it is asked for."""

    programme: Programme
    reach: Reach
    on: date
    language: str

    @property
    def title(self) -> str:
        """Of the programme, with the part of it that the figures are of."""
        if self.reach.is_whole or not (self.reach.name or self.reach.objectives):
            return self.programme.title
        names = [f"{each} {objective_short_name(each, self.period)}" for each in self.reach.objectives]
        return _("%(programme)s, only the part %(part)s") % {
            "programme": self.programme.title,
            "part": self.reach.name or ", ".join(names),
        }

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2."""
        return self.programme.country

    @property
    def period(self) -> str:
        """Of the programme."""
        return self.programme.period

    @cached_property
    def version(self) -> str:
        """The one in force, else the latest."""
        version = latest_adopted(self.programme) or latest_version(self.programme)
        return version.label if version else ""

    @property
    def state(self) -> str:
        """What the figures are of."""
        return _("situation on %(day)s") % {"day": formats.day(self.on)}

    @property
    def stem(self) -> str:
        """What the name of a file of it begins with."""
        whole = f"{self.programme.fund}-{self.country}-{self.period}"
        return whole if self.reach.is_whole else f"{whole}-part"

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every indicator that there is anything to say of."""
        return tuple(each for each in standings(self.reach) if each.is_told)

    @cached_property
    def every_standing(self) -> tuple[Standing, ...]:
        """Every indicator of the law, and the programme's own."""
        return standings(self.reach)

    @cached_property
    def grants(self) -> list[Any]:
        """The grants that both sides have signed, with their beneficiaries: a draft is in no figure."""
        found = self.reach.signed.select_related("beneficiary", "delegated_authority")
        return list(found.order_by("reference", "pk"))

    @cached_property
    def drafts(self) -> int:
        """How many are not signed yet."""
        return drafts_in(self.reach)

    @property
    def signed_number(self) -> int:
        """How many are signed."""
        return len(self.grants)

    @property
    def signed_amount(self) -> Decimal:
        """What the Union gives to those that are signed (EUR)."""
        return sum((each.union_amount for each in self.grants), Decimal(0))

    @cached_property
    def values(self) -> Mapping[str, Mapping[int, int]]:
        """What is counted, by indicator and grant."""
        return values_of_grants(self.reach)

    @cached_property
    def declared(self) -> Mapping[str, Mapping[int, Decimal]]:
        """What is declared without a register, by indicator and grant."""
        declared, _wholes = declared_values(self.reach)
        return declared

    @cached_property
    def targets(self) -> Mapping[str, Mapping[int, Any]]:
        """What is aimed at, by indicator and grant."""
        return targets_by_grant(self.reach)

    @cached_property
    def reports(self) -> ReportsStanding:
        """By how far they are."""
        return reports_standing(self.reach, on=self.on)

    @cached_property
    def every_report(self) -> list[Any]:
        """What grants owe, each with the state of its latest version."""
        return list(reports_by_grant(self.reach))

    @cached_property
    def doubts(self) -> Doubts:
        """What makes figures doubtful."""
        return doubts_of(self.reach)

    @cached_property
    def wholes(self) -> Mapping[str, tuple[str, ...]]:
        """Of each indicator of persons, those that count everybody whom it counts."""
        return wholes_of(self.programme, self.standings, on=self.on)

    def regions(self, code: str) -> dict[str, int]:
        """An indicator by region of NUTS 2."""
        return by_region(self.reach, code)
