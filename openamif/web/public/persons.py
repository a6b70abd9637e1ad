"""The persons that a programme pledges to take in, by period; places given back count against those pledged."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import PLEDGING_PERIODS
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.components.tables import Column, Group
from openamif.web.official import country_name, resettlement_category_name, special_case_name

Persons = tuple[int | None, int | None, int | None]
Pledged = tuple[str, str, Persons]


def pledged(document: Document) -> Iterator[Pledged]:
    """Every pledge as its kind, its words and its persons."""
    for priority in document.resettlement:
        yield "resettlement", resettlement_category_name(priority.category, document.period), priority.persons
    for transfer in document.transfers:
        yield transfer.kind, _between(transfer.from_country, transfer.to_country), transfer.persons
    for admission in document.turkey:
        yield "turkey", special_case_name("turkey", document.period), admission.persons


def _between(origin: str | None, to: str | None) -> str:
    if origin:
        return _("From %(origin)s to %(to)s") % {"origin": country_name(origin), "to": country_name(to)}
    return _("To %(to)s") % {"to": country_name(to)}


def persons_pledged(document: Document) -> int:
    """Over all kinds and periods."""
    return _sum(persons for _kind, _words, persons in pledged(document))


def _sum(every: Iterable[Persons]) -> int:
    return sum(number or 0 for persons in every for number in persons)


def gives_back(document: Document) -> bool:
    """Whether places pledged earlier are given back."""
    return any((number or 0) < 0 for _kind, _words, persons in pledged(document) for number in persons)


def pledge_columns() -> list[Column]:
    """Of the table of persons."""
    periods = [Column(period, period.replace("-", "–"), "count") for period in PLEDGING_PERIODS]
    return [Column("words", _("Who, from where")), *periods, Column("total", _("Together"), "count")]


def pledge_rows(document: Document) -> list[Any]:
    """The pledges under a band for each kind (Turkey needs no more); those of nobody are left out."""
    rows: list[Any] = []
    for kind, group in _by_kind(document).items():
        band = _row("", tuple(_column(group, number) for number in range(len(PLEDGING_PERIODS))))
        rows.append(Group(special_case_name(kind, document.period), "", band))
        if kind != "turkey":
            rows.extend(_row(words, persons) for _kind, words, persons in group)
    return rows


def pledge_total(document: Document) -> dict[str, Any]:
    """The last row."""
    every = list(pledged(document))
    return _row(_("All persons"), tuple(_column(every, number) for number in range(len(PLEDGING_PERIODS))))


def _by_kind(document: Document) -> dict[str, list[Pledged]]:
    kinds: dict[str, list[Pledged]] = {}
    for each in pledged(document):
        if any(each[2]):
            kinds.setdefault(each[0], []).append(each)
    return kinds


def _column(rows: Iterable[Pledged], number: int) -> int:
    return sum(persons[number] or 0 for _kind, _words, persons in rows)


def _row(words: str, persons: tuple[int | None, ...]) -> dict[str, Any]:
    by_period = dict(zip(PLEDGING_PERIODS, persons, strict=True))
    return {"words": words, **by_period, "total": sum(number or 0 for number in persons)}
