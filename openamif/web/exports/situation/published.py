"""What the files for everyone are made from: the figures that were published last, whoever asks and whenever."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from openamif.programmes.models import Programme
from openamif.reports.queries.breakdowns import ReportsStanding
from openamif.reports.queries.overview import Standing
from openamif.reports.queries.publishing import PublicFigures, latest_publication, read
from openamif.reports.queries.reach import whole_of
from openamif.web.exports.situation.source import SituationSource
from openamif.web.official import reader_language


@dataclass(frozen=True)
class PublishedSource(SituationSource):
    """The whole programme on the day of the publication: what changed since then is not in it."""

    told: PublicFigures

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every indicator that there was anything to say of."""
        return self.told.standings

    @cached_property
    def wholes(self) -> Mapping[str, tuple[str, ...]]:
        """Of each indicator of persons, those that counted everybody whom it counted."""
        return self.told.wholes

    @property
    def signed_number(self) -> int:
        """How many grants were signed."""
        return self.told.grants

    @property
    def signed_amount(self) -> Decimal:
        """What the Union gave to those (EUR)."""
        return self.told.union_amount

    @cached_property
    def reports(self) -> ReportsStanding:
        """By how far they were."""
        return self.told.reports

    def regions(self, code: str) -> dict[str, int]:
        """An indicator of persons by region of NUTS 2."""
        return dict(self.told.regions[code])


def published_source(programme: Programme) -> PublishedSource | None:
    """In the reader's language; None where nothing was published yet."""
    latest = latest_publication(programme)
    if latest is None:
        return None
    return PublishedSource(programme, whole_of(programme), latest.on, reader_language(), read(latest.content))
