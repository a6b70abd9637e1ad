"""What makes figures doubtful: values that were declared, and what the registers lack."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from openamif.register.queries.quality import Quality, quality_of_grants
from openamif.reports.models import CountedGrant
from openamif.reports.queries.reach import Reach
from openamif.reports.queries.without_register import Declared, declared_values


@dataclass(frozen=True, slots=True)
class Pairs:
    """How values came: a pair is a grant with an indicator that it has a value of."""

    counted: int
    declared: int

    @property
    def all(self) -> int:
        """However the value came."""
        return self.counted + self.declared


@dataclass(frozen=True, slots=True)
class Doubts:
    """``quality``: of all registers seen together."""

    quality: Quality
    pairs: Pairs


def pairs_of(reach: Reach, said: Declared) -> Pairs:
    """Known without looking into the registers; one query. ``said``: what is declared."""
    declared, _wholes = said
    counted = CountedGrant.objects.filter(grant__in=reach.grants).aggregate(pairs=Sum("indicators"))
    return Pairs(
        counted=counted["pairs"] or 0,
        declared=sum(len(by_grant) for by_grant in declared.values()),
    )


def doubts_of(reach: Reach) -> Doubts:
    """Looked up in the registers; the queries are as many however many grants there are."""
    quality = sum((quality for _grant, quality in _by_grant(reach)), Quality())
    return Doubts(quality, pairs_of(reach, declared_values(reach)))


def doubtful_grants(reach: Reach) -> list[tuple[Any, Quality]]:
    """The grants whose registers lack something, those that lack most first; two queries."""
    found = [(grant, quality) for grant, quality in _by_grant(reach) if lacking(quality)]
    return sorted(found, key=lambda each: (-lacking(each[1]), each[0].reference))


def lacking(quality: Quality) -> int:
    """How much a register lacks: sexes, years of birth, tests at entry, instruments of tests, days within the grant."""
    tests = quality.untested + quality.without_instrument
    return quality.unknown_sex + quality.unknown_birth_year + tests + quality.outside


def _by_grant(reach: Reach) -> list[tuple[Any, Quality]]:
    by_grant = quality_of_grants(reach.programme)
    grants = reach.grants.select_related("beneficiary").order_by("reference", "pk")
    return [(grant, by_grant[grant.pk]) for grant in grants if grant.pk in by_grant]
