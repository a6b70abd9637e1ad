"""The words of a report: timetable, objectives with their actions, indicators, sections, findings."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import Action, IndicatorTarget, SpecificObjective
from openamif.web.components import formats
from openamif.web.components.colours import INK_SOFT, OBJECTIVE_COLOURS
from openamif.web.components.references import in_words
from openamif.web.explaining import explained, failing_first
from openamif.web.exports.pdf.blocks import SMALL, Block, column, heading, lead, part, prose, row, table
from openamif.web.exports.pdf.money import colour
from openamif.web.exports.sections import Section, section
from openamif.web.exports.source import ExportSource
from openamif.web.exports.words import NAMES_OF_AUTHOR, severity_words
from openamif.web.official import beneficiary_type_name, indicator_name, objective_name, unit_name

SEVERITY_COLOURS = {"error": "#a3242b", "warning": OBJECTIVE_COLOURS["solidarity"], "info": INK_SOFT}


def timetable(source: ExportSource) -> Block:
    """When each phase begins."""
    columns = (
        column(_("Code")),
        column(_("Action"), width=1),
        column(_("Planning"), number=True),
        column(_("Implementation"), number=True),
        column(_("Closing"), number=True),
    )
    rows = [
        row(each.objective, each.name, *("" if year is None else str(year) for year in _years(each)))
        for each in source.document.timetable
    ]
    return part(
        heading(_("Timetable")), lead(_("The year in which each phase begins.")), table(columns, rows, size=SMALL + 1)
    )


def _years(each: object) -> tuple[int | None, ...]:
    return tuple(getattr(each, name) for name in ("planning", "implementation", "closing"))


def objectives(source: ExportSource) -> Iterator[Block]:
    """Each specific objective: strategy, national objectives with their actions, specific actions."""
    for objective in source.document.objectives:
        yield part(*_objective(source, objective), new_page=True)


def _objective(source: ExportSource, objective: SpecificObjective) -> Iterator[Block]:
    language = source.texts_in

    def titled(code: str, level: int) -> Block:
        return heading(f"{code} · {objective_name(code, source.period)}", level)

    yield titled(objective.code, 1)
    yield from prose(objective.strategy, language)
    for national in objective.national_objectives:
        yield titled(national.code, 2)
        yield from prose(national.introduction, language)
        for action in national.actions:
            yield _action(action, objective.code, language)
    for specific in objective.specific_actions:
        if specific.text:
            yield titled(specific.code, 2)
            yield from prose(specific.text, language)


def _action(action: Action, code: str, language: str) -> Block:
    parts = [(_("Examples"), action.examples), (_("Desired results"), action.desired_results)]
    return {
        "kind": "action",
        "number": str(action.number),
        "title": action.title.strip(),
        "by": action.qualifier,
        "colour": colour(code),
        "language": language,
        "description": list(action.description),
        "parts": [{"label": label, "items": list(items)} for label, items in parts if items],
    }


def indicators(source: ExportSource) -> Block:
    """Baseline and target of each indicator, by specific objective."""
    columns = (
        column(_("Code")),
        column(_("Indicator"), width=3),
        column(_("Unit")),
        column(_("Baseline"), number=True),
        column(_("Target"), number=True),
        column(_("Source"), width=1),
    )
    blocks = [heading(_("Indicators"))]
    rows: dict[str, list[Block]] = {}
    for each in source.document.indicators:
        rows.setdefault(each.code.partition(".")[0], []).append(_indicator(each, source.period))
    for code, several in rows.items():
        blocks += [heading(f"{code} · {objective_name(code, source.period)}", 2), table(columns, several, size=SMALL)]
    return part(*blocks, new_page=True)


def _indicator(each: IndicatorTarget, period: str) -> Block:
    values = (formats.NOTHING if value is None else formats.count(value) for value in (each.baseline, each.target))
    name = indicator_name(each.code, each.name, period)
    return row(each.code.partition(".")[2], name, unit_name(each.unit), *values, each.source)


def written(source: ExportSource, title: str, sections: Sequence[Section], *, new_page: bool = True) -> Block:
    """Sections of prose under one heading."""
    blocks = [heading(title)]
    for each in sections:
        if each.paragraphs:
            blocks += [heading(f"{each.number} {each.heading}", 2), *prose(each.paragraphs, source.texts_in)]
    return part(*blocks, new_page=new_page)


def alone(source: ExportSource, number: str, paragraphs: tuple[str, ...], *, new_page: bool = False) -> Block:
    """A section that is a part of its own."""
    return part(heading(section(number, ()).heading), *prose(paragraphs, source.texts_in), new_page=new_page)


def beneficiaries(source: ExportSource) -> Block:
    """The main types of beneficiaries."""
    items = [beneficiary_type_name(each, source.period) for each in source.document.beneficiary_types]
    return part(heading(_("Types of beneficiaries")), {"kind": "list", "items": items, "language": source.language})


def findings(source: ExportSource) -> Block:
    """What fails, the gravest first, each with its figures and its article; then the rules that hold."""
    failing = failing_first(source.findings)
    blocks = [heading(_("Findings"))]
    if not failing:
        blocks.append(lead(_("All rules hold.")))
    for finding in failing:
        said = explained(finding, source.period)
        author = str(NAMES_OF_AUTHOR.get(said.by, said.by))
        reference = " · ".join(each for each in (str(said.place), in_words(said.article)) if each)
        blocks.append(
            {
                "kind": "finding",
                "colour": SEVERITY_COLOURS.get(said.severity, INK_SOFT),
                "result": severity_words(said.severity, False),
                "code": f"{said.code} · {author}",
                "title": str(said.title),
                "sentence": str(said.sentence),
                "equation": str(said.equation or ""),
                "reference": reference,
            }
        )
    broken = {finding.rule for finding in failing}
    holding = dict.fromkeys(each.rule for each in source.findings if each.rule not in broken)
    if holding:
        blocks.append(lead(_("Rules that hold: %(rules)s.") % {"rules": ", ".join(holding)}))
    return part(*blocks, new_page=True)
