"""What makes figures doubtful: values that were declared, and what the registers lack."""

from dataclasses import dataclass
from typing import Any

from openamif.register.queries.quality import Quality, quality_of_grants
from openamif.reports.models import Tally
from openamif.reports.queries.overview import Reach, declared_values


@dataclass(frozen=True, slots=True)
class Doubts:
    """``quality``: of all registers seen together. A pair is a grant with an indicator that it has a value of."""

    quality: Quality
    pairs_counted: int
    pairs_declared: int

    @property
    def pairs(self) -> int:
        """However the value came."""
        return self.pairs_counted + self.pairs_declared


def doubts_of(reach: Reach) -> Doubts:
    """Looked up in the registers; the queries are as many however many grants there are."""
    declared, _wholes = declared_values(reach)
    tallies = Tally.objects.filter(programme=reach.programme, grant__in=reach.grants)
    return Doubts(
        quality=sum((quality for _grant, quality in _by_grant(reach)), Quality()),
        pairs_counted=tallies.order_by().values("grant", "indicator").distinct().count(),
        pairs_declared=sum(len(by_grant) for by_grant in declared.values()),
    )


def doubtful_grants(reach: Reach) -> list[tuple[Any, Quality]]:
    """The grants whose registers lack something, those that lack most first; two queries."""
    found = [(grant, quality) for grant, quality in _by_grant(reach) if lacking(quality)]
    return sorted(found, key=lambda each: (-lacking(each[1]), each[0].reference))


def lacking(quality: Quality) -> int:
    """How much a register lacks: sexes, years of birth, tests at entry."""
    return quality.unknown_sex + quality.unknown_birth_year + quality.untested


def _by_grant(reach: Reach) -> list[tuple[Any, Quality]]:
    by_grant = quality_of_grants(reach.programme)
    grants = reach.grants.select_related("beneficiary").order_by("reference", "pk")
    return [(grant, by_grant[grant.pk]) for grant in grants if grant.pk in by_grant]
