"""The figures as everyone may have them: counts of persons from 1 to 4 are hidden, and what would give them away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.methods.bounds import Relation
from openamif.methods.suppression import is_small, suppress
from openamif.reports.queries.overview import Standing
from openamif.reports.states import AgeGroup, SexGroup
from openamif.web.exports.situation.source import SituationSource
from openamif.web.exports.situation.tables import Field, as_json, write
from openamif.web.exports.xlsx.book import PlainBook
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.official import indicator_name, objective_name, place_name, unit_name

ALL = "all"
HIDDEN = "c"
"""What stands in place of a figure that is hidden, as in European statistics: confidential."""
TOTAL, DECLARED, ELSEWHERE = "total", "declared", "-"
YES, NO = "yes", "no"
MARGIN, WHOLE = 1, 3


@dataclass(frozen=True, slots=True)
class Published:
    """Figures by cell, those hidden left out. A cell is named ``SO2.C2|under_18|female`` or ``SO2.C2|BE10``."""

    values: Mapping[str, int]
    hidden: frozenset[str]

    def shown(self, cell: str) -> int | None:
        """The figure; None where it is hidden."""
        return None if cell in self.hidden else self.values.get(cell, 0)

    def written(self, cell: str) -> int | str:
        """The figure, or the sign for one that is hidden."""
        return HIDDEN if cell in self.hidden else self.values.get(cell, 0)


def cell(code: str, *of: str) -> str:
    """The name of a cell; without more: the whole of the indicator."""
    return "|".join((code, *(of or (ALL, ALL))))


def published(source: SituationSource) -> Published:
    """Every figure of persons by age, sex and region, with what must be hidden of it."""
    persons = [each for each in source.standings if each.counts == "persons"]
    regions = {each.code: source.regions(each.code) for each in persons}
    values: dict[str, int] = {}
    ties: list[Relation] = []
    dear: dict[str, int] = {}
    for each in persons:
        figures = _figures(each, regions[each.code])
        values |= figures
        dear |= {name: _dearness(name) for name in figures}
        ties += _sums(each)
        ties += _of_regions(each.code, regions[each.code], figures)
    ties += _of_wholes(source.wholes, values)
    return Published(values, suppress(values, ties, dear=dear).hidden)


def _figures(standing: Standing, regions: Mapping[str, int]) -> dict[str, int]:
    """By age and sex with every sum, by region, and with what was declared."""
    made = {
        total(standing): int(standing.counted + standing.declared),
        cell(standing.code, DECLARED): int(standing.declared),
    }
    for age in (*AgeGroup, ALL):
        for sex in (*SexGroup, ALL):
            made[cell(standing.code, age, sex)] = sum(
                number
                for (of_age, of_sex), number in standing.cells.items()
                if age in (of_age, ALL) and sex in (of_sex, ALL)
            )
    return made | {cell(standing.code, region or ELSEWHERE): number for region, number in regions.items()}


def total(standing: Standing) -> str:
    """The cell of the value as it is shown: what is counted and what is declared together."""
    return cell(standing.code, TOTAL)


def is_hidden(standing: Standing, figures: Published) -> bool:
    """Whether the value of an indicator may not be shown: of persons, or a share of persons.

    A share beside its numerator says of how many it is, and how many are not among them.
    """
    if standing.counts == "persons":
        return total(standing) in figures.hidden
    numerator = cell(standing.above, TOTAL)
    if not standing.is_share or numerator not in figures.values:
        return False
    part, whole = int(standing.numerator or 0), int(standing.denominator or 0)
    return numerator in figures.hidden or any(map(is_small, (part, whole, whole - part)))


def declared(standing: Standing, figures: Published) -> Decimal | str:
    """How much of the value was said without a register: hidden where the number would give away what is counted.

    It is one of the figures that are proved together. Of a percentage only whether: its numerator says how much.
    """
    name = cell(standing.above or standing.code, DECLARED)
    if name in figures.hidden or (standing.is_share and is_hidden(standing, figures)):
        return HIDDEN
    if standing.is_share:
        return YES if standing.declared else NO
    return standing.declared


def targets_reached(source: SituationSource, figures: Published) -> tuple[int, int]:
    """How many of the indicators with a target have come to it, of those that are shown."""
    aimed = [each for each in source.standings if each.target and not is_hidden(each, figures)]
    return sum(1 for each in aimed if (each.reached_rate or 0) >= 100), len(aimed)


def leading(source: SituationSource) -> Standing | None:
    """The indicator with the most persons, no part of another."""
    persons = [each for each in source.standings if each.counts == "persons" and not each.parent and each.cells]
    return max(persons, key=lambda each: each.counted, default=None)


def _sums(standing: Standing) -> Iterator[Relation]:
    """What the table of ages and sexes adds up to, and what with the value."""
    code = standing.code
    yield Relation((total(standing),), (cell(code), cell(code, DECLARED)))
    for age in (*AgeGroup, ALL):
        yield Relation((cell(code, age, ALL),), tuple(cell(code, age, sex) for sex in SexGroup))
    for sex in (*SexGroup, ALL):
        yield Relation((cell(code, ALL, sex),), tuple(cell(code, age, sex) for age in AgeGroup))


def _of_regions(code: str, regions: Mapping[str, int], values: Mapping[str, int]) -> Iterator[Relation]:
    """A person of two grants counts in both, so the regions together are no less than the whole.

    Where they come to the whole, or one of them is within it, a reader may guess so: it is taken as known.
    """
    names, whole = tuple(cell(code, region or ELSEWHERE) for region in regions), cell(code)
    if not names:
        return
    yield Relation(names, (whole,), at_least=sum(values[name] for name in names) != values[whole])
    for name in names:
        if values[name] <= values[whole]:
            yield Relation((whole,), (name,), at_least=True)


def _of_wholes(wholes: Mapping[str, Sequence[str]], values: Mapping[str, int]) -> Iterator[Relation]:
    """A part is no larger than its whole: altogether, in each bracket of age and sex, in each region."""
    for part, number in values.items():
        code, *of = part.split("|")
        for whole in (cell(each, *of) for each in wholes.get(code, ())):
            if of != [DECLARED] and values.get(whole, -1) >= number:
                yield Relation((whole,), (part,), at_least=True)


def _dearness(name: str) -> int:
    """A sum is worth more than what it is made of, the whole of an indicator most of all."""
    _code, *of = name.split("|")
    return WHOLE if of in ([ALL, ALL], [TOTAL]) else MARGIN * of.count(ALL)


def rows(source: SituationSource, figures: Published) -> list[dict[str, Any]]:
    """The indicators with what is aimed at and what is reached."""
    made = []
    for each in source.standings:
        made.append(
            {
                "id": each.code,
                "objective": objective_name(each.objective, source.period),
                "name": indicator_name(each.code, each.name, source.period),
                "unit": unit_name(each.unit),
                "target": each.target,
                "value": HIDDEN if is_hidden(each, figures) else each.value,
                "declared": declared(each, figures),
            }
        )
    return made


def breakdown_rows(source: SituationSource, figures: Published) -> list[dict[str, Any]]:
    """Persons by age and sex, an age a row."""
    return [
        {"id": each.code, "age": age, **{sex: figures.written(cell(each.code, age, sex)) for sex in (*SexGroup, ALL)}}
        for each in source.standings
        if each.counts == "persons" and each.cells
        for age in (*AgeGroup, ALL)
    ]


def region_rows(source: SituationSource, figures: Published) -> list[dict[str, Any]]:
    """Persons by region of the grants."""
    return [
        {
            "id": code,
            "region": region,
            "name": place_name(region, source.period) if region != ELSEWHERE else "",
            "number": figures.written(name),
        }
        for name in figures.values
        for code, region, *more in [name.split("|")]
        if not more and region not in (TOTAL, DECLARED)
    ]


def workbook(source: SituationSource) -> bytes:
    """For everyone: small numbers are hidden."""
    book, figures = PlainBook(source), published(source)
    note = _("For everyone. c: hidden, a number of persons from 1 to 4 or one that would give it away.")
    head = Field("id", _("Code"), 11, "text")
    indicators = [
        head,
        Field("objective", _("Objective"), 30, "text"),
        Field("name", _("Indicator"), 70, "text"),
        Field("unit", _("Unit"), 14, "text"),
        Field("target", _("Target")),
        Field("value", _("Value today")),
        Field("declared", _("Of which declared, without register"), 14),
    ]
    words = {YES: _("yes"), NO: ""}
    told = [{**row, "declared": words.get(row["declared"], row["declared"])} for row in rows(source, figures)]
    write(book, _("Indicators"), indicators, told, note=note)
    ages = {key: str(words) for key, words in AGE_GROUPS.items()} | {ALL: _("Together")}
    people = [{**row, "age": ages[row["age"]]} for row in breakdown_rows(source, figures)]
    sexes = [Field(key, str(words), 12) for key, words in SEX_GROUPS.items()]
    by_age = [head, Field("age", _("Age"), 14, "text"), *sexes, Field(ALL, _("Together"))]
    write(book, _("By age and sex"), by_age, people, note=note)
    by_region = [
        head,
        Field("region", _("NUTS"), 10, "text"),
        Field("name", _("Region"), 36, "text"),
        Field("number", _("Persons")),
    ]
    places = [
        row if row["name"] else {**row, "region": "", "name": _("in more than one region, or elsewhere")}
        for row in region_rows(source, figures)
    ]
    write(book, _("By region"), by_region, places, note=note)
    return book.content()


def data(source: SituationSource) -> bytes:
    """The same as JSON; a figure that is hidden is null."""
    figures = published(source)
    said = {
        "for": "everyone",
        "on": source.on.isoformat(),
        "small_numbers_hidden": True,
        "hidden": "numbers of persons from 1 to 4, and those that would give them away; null here",
        "by_age_and_sex": [_nulled(row) for row in breakdown_rows(source, figures)],
        "by_region": [_nulled(row) for row in region_rows(source, figures)],
    }
    return as_json(source, "public-figures", said, [_nulled(row) for row in rows(source, figures)])


def _nulled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: None if value == HIDDEN else value for key, value in row.items()}
