"""The figures for everyone as one flat table of values, a figure a row, for whoever reads them with a program."""

from collections.abc import Iterator
from typing import Any

from openamif.reports.states import SexGroup
from openamif.web.exports.situation.public import (
    ALL,
    ELSEWHERE,
    HIDDEN,
    Published,
    breakdown_rows,
    published,
    region_rows,
    rows,
)
from openamif.web.exports.situation.source import SituationSource
from openamif.web.exports.situation.tables import plain
from openamif.workbooks import as_csv

COLUMNS = (
    "day",
    "indicator",
    "name",
    "unit",
    "figure",
    "age",
    "sex",
    "region",
    "region_name",
    "number",
    "hidden",
    "declared",
)
"""``figure``: target, value, by_age_and_sex or by_region; ``hidden``: yes where the number is left out. ``declared``:
how much of a value was said without a register, of a percentage only yes or no; c where that is hidden."""
WIDTH = 12


def values(source: SituationSource) -> bytes:
    """As CSV; a figure that is hidden has no number."""
    told = [{"day": source.on.isoformat(), **each} for each in figures_told(source, published(source))]
    lines = [[each.get(key, "") for key in COLUMNS] for each in told]
    return as_csv([(key, "text", WIDTH) for key in COLUMNS], lines)


def figures_told(source: SituationSource, figures: Published) -> Iterator[dict[str, Any]]:
    """Every figure: of the indicators, by age and sex, by region."""
    every = rows(source, figures)
    said = {each["id"]: {"indicator": each["id"], "name": each["name"], "unit": each["unit"]} for each in every}
    for each in every:
        for figure in ("target", "value"):
            if each[figure] is not None:
                more = {"declared": plain(each["declared"])} if figure == "value" else {}
                yield {**said[each["id"]], "figure": figure, **number(each[figure]), **more}
    for each in breakdown_rows(source, figures):
        of_age = {**said[each["id"]], "figure": "by_age_and_sex", "age": each["age"]}
        yield from ({**of_age, "sex": sex, **number(each[sex])} for sex in (*SexGroup, ALL))
    for each in region_rows(source, figures):
        region = "elsewhere" if each["region"] == ELSEWHERE else each["region"]
        place = {"region": region, "region_name": each["name"]}
        yield {**said[each["id"]], "figure": "by_region", **place, **number(each["number"])}


def number(value: Any) -> dict[str, Any]:
    """A figure with whether it is hidden."""
    return {"number": None if value == HIDDEN else plain(value), "hidden": "yes" if value == HIDDEN else "no"}
