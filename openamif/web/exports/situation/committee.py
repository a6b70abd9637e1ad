"""The overview for the monitoring committee as a PDF: it leaves the authorities, so small numbers are hidden in it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

import typst
from django.utils.translation import gettext as _

from openamif.reports.queries.overview import Standing
from openamif.web import maps
from openamif.web.components import charts, formats
from openamif.web.components.colours import INK, INK_SOFT, LATE, LINE, OBJECTIVE_COLOURS, objective_key
from openamif.web.exports.pdf import compiled, european
from openamif.web.exports.pdf.blocks import Block, column, heading, lead, part, picture, row, table
from openamif.web.exports.situation.public import (
    ALL,
    HIDDEN,
    NO,
    YES,
    Published,
    cell,
    declared,
    is_hidden,
    leading,
    published,
    region_rows,
    targets_reached,
)
from openamif.web.exports.situation.source import SituationSource
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS
from openamif.web.official import country_name
from openamif.web.short_names import listed_name, short_name

OBJECTIVES = ("SO1", "SO2", "SO3", "SO4")
MAP_WIDTH, TYPEFACE = 420, "Libertinus Serif"


def make(source: SituationSource) -> bytes:
    """The report, in the active language."""
    data = json.dumps(report(source), ensure_ascii=False)
    day = datetime.combine(source.on, time.min, tzinfo=UTC)
    try:
        return compiled(data, day)
    except typst.TypstError:
        return compiled(european(data), day)


def report(source: SituationSource) -> Block:
    """The data of the template, as plain values of JSON."""
    figures = published(source)
    return {
        "title": source.title,
        "author": "OpenAMIF",
        "language": source.language,
        "day": {"year": source.on.year, "month": source.on.month, "day": source.on.day},
        "version": source.state,
        "footer": _("%(file)s · c: hidden, because it is a small number of persons or would give one away")
        % {"file": source.stem},
        "overline": _("Overview for the monitoring committee"),
        "colours": {"asylum": OBJECTIVE_COLOURS["asylum"], "ink": INK, "soft": INK_SOFT, "line": LINE},
        "words": {"contents": _("Contents")},
        "facts": [
            {"label": _("Country"), "value": country_name(source.country)},
            {"label": _("Period"), "value": source.period},
            {"label": _("Version"), "value": source.version},
            {"label": _("Situation on"), "value": formats.day(source.on)},
        ],
        "key_figures": key_figures(source, figures),
        "bar": [],
        "money": [],
        "parts": [*objective_parts(source, figures), *people_parts(source, figures), reports_part(source)],
    }


def key_figures(source: SituationSource, figures: Published) -> list[Block]:
    """Grants, money, targets, reports."""
    reached, aimed = targets_reached(source, figures)
    value, unit = formats.money_short(source.signed_amount)
    every = (
        (_("Grants"), formats.count(source.signed_number), "", _("signed by both sides")),
        (_("Union contribution"), value, unit, _("to these grants")),
        (_("Targets reached"), formats.count(reached), "", _("of %(all)s") % {"all": formats.count(aimed)}),
        (_("Reports late"), formats.count(source.reports.late), "", ""),
    )
    return [{"label": label, "value": value, "unit": unit, "note": note} for label, value, unit, note in every]


def objective_parts(source: SituationSource, figures: Published) -> list[Block]:
    """Each objective with its indicators as bars against their targets."""
    parts = []
    for code in OBJECTIVES:
        told = [each for each in source.standings if each.objective == code]
        if told:
            bars = {
                "kind": "bars",
                "columns": [_("Indicator"), _("Progress"), _("Value"), _("Target"), _("Reached")],
                "rows": [_bar(source, each, figures) for each in told],
            }
            parts.append(part(heading(f"{code} · {short_name(code, code, source.period)}"), bars))
    if parts and any(each.milestone for each in source.standings):
        parts[0]["blocks"].insert(
            1, lead(_("The black line on a bar is the milestone; a bar that has not come to it is amber."))
        )
    return parts


def _bar(source: SituationSource, standing: Standing, figures: Published) -> Block:
    hides = is_hidden(standing, figures)
    value = None if hides else standing.value
    longest = max(value or Decimal(0), standing.target) if standing.target else Decimal(0)
    write = formats.share if standing.is_share else formats.count
    return {
        "code": standing.code,
        "name": listed_name(standing.code, standing.name, source.period, is_part=bool(standing.parent)),
        "declared": declared_words(standing, figures),
        "width": float(value / longest) if longest and value is not None else None,
        "colour": LATE if is_late(standing) else OBJECTIVE_COLOURS[objective_key(standing.objective)],
        "track": float((standing.target or 0) / longest) if longest else 0,
        "tick": float(min(standing.milestone / longest, Decimal(1))) if longest and standing.milestone else None,
        "value": HIDDEN if hides else formats.NOTHING if value is None else write(value),
        "target": formats.NOTHING if standing.target is None else write(standing.target),
        "reached": formats.share(standing.reached_rate, 0)
        if standing.reached_rate is not None and not hides
        else formats.NOTHING,
    }


def is_late(standing: Standing) -> bool:
    """Whether it has not come to its milestone: then its bar is amber, as on the pages."""
    return standing.milestone is not None and standing.value is not None and standing.value < standing.milestone


def declared_words(standing: Standing, figures: Published) -> str:
    """How much of the value was said without a register; blank for nothing."""
    told = declared(standing, figures)
    if told in (0, NO):
        return ""
    if told == YES:
        return _("declared, without register")
    return _("of which declared, without register: %(number)s") % {"number": _written(told)}


def people_parts(source: SituationSource, figures: Published) -> list[Block]:
    """Who is reached and where, for the indicator with the most persons."""
    most = leading(source)
    if most is None:
        return []
    name = short_name(most.code, most.name, source.period)
    blocks = [
        heading(_("Who is reached, and where")),
        lead(_("%(indicator)s, by age and sex.") % {"indicator": f"{most.code} · {name}"}),
        _ages(most, figures),
        heading(_("By region"), level=2),
        lead(_("By region of the grants; a person in two grants counts in both.")),
        *_regions(source, most, figures),
    ]
    return [part(*blocks)]


def _ages(most: Standing, figures: Published) -> Block:
    sexes = {**SEX_GROUPS, ALL: _("Together")}
    columns = [column(_("Age"), width=1), *(column(str(words), number=True) for words in sexes.values())]
    rows = [
        row(
            str(words),
            *(_written(figures.written(cell(most.code, age, sex))) for sex in sexes),
            style="sum" if age == ALL else "",
        )
        for age, words in {**AGE_GROUPS, ALL: _("Together")}.items()
    ]
    return table(columns, rows)


def _regions(source: SituationSource, most: Standing, figures: Published) -> tuple[Block, Block]:
    """The map, and the table behind it."""
    columns = [column(_("Region"), width=1), column(_("NUTS")), column(_("Persons"), number=True)]
    rows: list[Mapping[str, Any]] = [each for each in region_rows(source, figures) if each["id"] == most.code]
    rows.sort(key=lambda each: (not each["name"], -each["number"] if isinstance(each["number"], int) else 0))
    elsewhere = _("in more than one region, or elsewhere")
    told = [
        row(each["name"] or elsewhere, each["region"] if each["name"] else "", _written(each["number"]))
        for each in rows
    ]
    numbers = {each["region"]: each["number"] for each in rows}
    drawn = charts.drawn(
        maps.region_map([maps.region(code, numbers.get(code, 0), source.period) for code in maps.regions()]), MAP_WIDTH
    )
    alt = _("Map of Belgium: the figures of the table, by region. The darker, the more.")
    return picture(drawn.replace(charts.FONT, TYPEFACE), alt, maps.credit()), table(columns, told)


def _written(value: int | Decimal | str) -> str:
    return value if isinstance(value, str) else formats.count(value)


def reports_told(source: SituationSource) -> tuple[tuple[str, int], ...]:
    """How many reports of the grants are where."""
    reports = source.reports
    return (
        (_("Late: due and not sent"), reports.late),
        (_("Due within four weeks"), reports.soon),
        (_("In hand: with the authority, or a question is open"), reports.in_hand),
        (_("Returned to the beneficiary"), reports.returned),
        (_("Accepted"), reports.accepted),
    )


def reports_part(source: SituationSource) -> Block:
    """The reports of the grants by how far they are."""
    columns = [column(_("Reports"), width=1), column(_("Number"), number=True)]
    return part(
        heading(_("Reports of the grants")),
        table(columns, [row(name, formats.count(n)) for name, n in reports_told(source)]),
    )
