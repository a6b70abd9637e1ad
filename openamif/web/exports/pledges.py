"""Persons pledged as lines: whom, from where to where, how many in each period, at which lump sum of the law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openamif.law import LawError
from openamif.rules.national_programme.facts import Pledge
from openamif.rules.national_programme.special_cases import lump_sum
from openamif.sfc.programme_2014 import Programme
from openamif.web.official import country_name, resettlement_category_name, special_case_name

Persons = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """``kind``: a code of the special cases; ``lump_sum``: EUR per person, None where the law sets none that day."""

    kind: str
    name: str
    origin: str
    destination: str
    persons: Persons
    lump_sum: Decimal | None
    is_priority: bool = False

    @property
    def total(self) -> int:
        """Persons of all periods, those given back deducted."""
        return sum(each or 0 for each in self.persons)

    @property
    def amount(self) -> Decimal:
        """What they come to, EUR."""
        return self.total * (self.lump_sum or Decimal(0))


def lines(document: Programme, period: str, on: date) -> Iterator[Line]:
    """Every pledge of the document, in its order: resettlement, transfers, admissions from Turkey."""
    for row in document.resettlement:
        name = resettlement_category_name(row.category, period)
        each = _lump_sum("resettlement", row.category, on)
        yield Line("resettlement", name, "", "", row.persons, each, row.category != "other")
    for transfer in document.transfers:
        origin, destination = country_name(transfer.from_country), country_name(transfer.to_country)
        name, each = special_case_name(transfer.kind, period), _lump_sum(transfer.kind, "", on)
        yield Line(transfer.kind, name, origin, destination, transfer.persons, each)
    for turkey in document.turkey:
        yield Line("turkey", special_case_name("turkey", period), "", "", turkey.persons, _lump_sum("turkey", "", on))


def _lump_sum(kind: str, row: str, on: date) -> Decimal | None:
    try:
        return lump_sum(Pledge("", kind, row, ()), on=on)
    except LawError:
        return None
