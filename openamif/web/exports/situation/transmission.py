"""Tables 7 and 11 of the transmission of data 2021-2027: outputs and results, planned and achieved, by age and sex.

Source: Reg. (EU) 2021/1060, Article 42 and Annex VII. Data are transmitted by 31 January and 31 July as they stood at
the end of the month before.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.law import code
from openamif.law.errors import LawError
from openamif.reports.queries.counting import book_of
from openamif.reports.queries.overview import Standing, planned_by_sex
from openamif.reports.queries.values import Value, programme_values
from openamif.reports.states import AgeGroup, SexGroup
from openamif.web.exports.situation.annual_report import number_of
from openamif.web.exports.situation.source import SituationSource
from openamif.web.exports.situation.tables import Field, as_json, write
from openamif.web.exports.xlsx.book import PlainBook
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.official import indicator_as_printed, unit_name

TRANSMITTED = (1, 7)
"""The months by whose last day indicators are transmitted."""
OUTPUT, RESULT = "output", "result"
AGES, SEXES = "age_brackets", "sexes"
"""What a counting rule may want an indicator broken down by."""


def cut_off(on: date) -> date:
    """The day as of which the data of the latest transmission stand: the end of December or of June."""
    month = max((each for each in TRANSMITTED if each <= on.month), default=TRANSMITTED[0])
    return date(on.year, month, 1) - timedelta(days=1)


def rows(source: SituationSource, kind: str) -> list[dict[str, Any]]:
    """Each indicator of the kind: the whole, then by age and sex where the law asks for it."""
    until = cut_off(source.on)
    grants = None if source.reach.is_whole else [grant.pk for grant in source.grants]
    values = programme_values(source.programme, until=until, grants=grants)
    planned = planned_by_sex(source.reach, until=until)
    asked = {rule.indicator: rule.breakdown for rule in book_of(source.programme, on=until).rules}
    made: list[dict[str, Any]] = []
    for each in source.every_standing:
        if kind_of(each, source.period) == kind:
            made.append(_whole(source, each, values.get(each.code), planned.get(each.code, {})))
            made += _broken_down(made[-1], values.get(each.code), planned.get(each.code, {}), asked.get(each.code, ()))
    return made


def kind_of(standing: Standing, period: str) -> str:
    """Output or result; an indicator of the programme's own is an output where its code says so."""
    try:
        return code("indicators", standing.code, period=period).text("kind")
    except LawError:
        return RESULT if standing.code.startswith("R") else OUTPUT


def _whole(
    source: SituationSource, standing: Standing, value: Value | None, planned: Mapping[str, Decimal]
) -> dict[str, Any]:
    return {
        "objective": standing.objective,
        "id": standing.code,
        "name": indicator_as_printed(standing.code, standing.name, source.period),
        "unit": unit_name(standing.unit),
        "breakdown": "",
        "baseline": standing.baseline,
        "milestone": standing.milestone,
        "target": standing.target,
        "target_unit": unit_name(standing.unit),
        "planned": planned.get("", Decimal(0)),
        "achieved": number_of(value, is_share=standing.is_share),
        "comments": _("declared without a register: %(number)s") % {"number": value.declared}
        if value and value.declared
        else "",
    }


def _broken_down(
    whole: Mapping[str, Any], value: Value | None, planned: Mapping[str, Decimal], asked: Collection[str]
) -> Iterator[dict[str, Any]]:
    """``asked``: by what the law wants it, as its counting rule has it; nothing for what it wants whole alone."""
    said = {key: whole[key] for key in ("objective", "id", "name", "unit")}
    for sex in SexGroup if SEXES in asked else ():
        if sex in planned:
            yield said | {"breakdown": sex, "sex": sex, "planned": planned[sex], "achieved": _of_sex(value, sex)}
    for age in AgeGroup if AGES in asked else ():
        for sex in SexGroup:
            number = value.breakdown.get(age, {}).get(sex, 0) if value else 0
            if number or (age != AgeGroup.UNKNOWN and sex in (SexGroup.FEMALE, SexGroup.MALE)):
                yield said | {"breakdown": f"{age} · {sex}", "age": age, "sex": sex, "achieved": number}


def _of_sex(value: Value | None, sex: str) -> int:
    return sum(by_sex.get(sex, 0) for by_sex in value.breakdown.values()) if value else 0


def breakdown_words(row: Mapping[str, Any]) -> str:
    """Of which age and sex a row is, in words."""
    words = (AGE_GROUPS.get(row.get("age", "")), SEX_GROUPS.get(row.get("sex", "")))
    return " · ".join(str(each) for each in words if each)


def fields(kind: str, until: date) -> list[Field]:
    """As the table has them."""
    day = until.strftime("%d/%m/%Y")
    target = Field("target", _("Target (2029)"))
    if kind == OUTPUT:
        aims = [Field("milestone", _("Milestone (2024)")), target]
    else:
        unit = Field("target_unit", _("Measurement unit of the target"), 14, "text")
        aims = [Field("baseline", _("Baseline")), target, unit]
    return [
        Field("objective", _("Specific objective"), 11, "text"),
        Field("id", _("ID"), 10, "text"),
        Field("name", _("Indicator name"), 60, "text"),
        Field("breakdown", _("Breakdown of the indicator"), 20, "text"),
        Field("unit", _("Measurement unit"), 14, "text"),
        *aims,
        Field("planned", _("Planned in selected operations [%(day)s]") % {"day": day}, 15),
        Field("achieved", _("Achieved [%(day)s]") % {"day": day}, 15),
        Field("comments", _("Comments"), 30, "text"),
    ]


def workbook(source: SituationSource) -> bytes:
    """For the Commission: nothing is hidden."""
    book, until = PlainBook(source), cut_off(source.on)
    note = _("For the Commission: no small number is hidden.")
    for kind, name in ((OUTPUT, _("Table 7, outputs")), (RESULT, _("Table 11, results"))):
        told = [{**row, "breakdown": breakdown_words(row)} for row in rows(source, kind)]
        write(book, name, fields(kind, until), told, note=note)
    return book.content()


def data(source: SituationSource) -> bytes:
    """The same as JSON."""
    made = [{"table": 7, **row} for row in rows(source, OUTPUT)] + [
        {"table": 11, **row} for row in rows(source, RESULT)
    ]
    said = {"for": "Commission", "small_numbers_hidden": False, "as_of": cut_off(source.on).isoformat()}
    return as_json(source, "data-transmission-tables-7-and-11", said, made)
