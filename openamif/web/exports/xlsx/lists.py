"""The sheets that are lists: timetable, actions, indicators, texts, beneficiaries, findings."""

from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from openamif.web.components.references import in_words
from openamif.web.explaining import explained
from openamif.web.exports.sections import sections
from openamif.web.exports.words import NAMES_OF_AUTHOR, severity_words
from openamif.web.exports.xlsx.book import LONGEST_TEXT, Book, Column
from openamif.web.official import beneficiary_type_name, indicator_name, objective_name, unit_name


def timetable(book: Book) -> None:
    """When each main action begins its three phases."""
    columns = (
        Column(_("Code"), 11),
        Column(_("Objective"), 34),
        Column(_("No."), 6, "ordinal"),
        Column(_("Action"), 62),
        Column(_("Planning"), 14, "year"),
        Column(_("Implementation"), 14, "year"),
        Column(_("Closing"), 14, "year"),
    )
    sheet = book.sheet(_("Timetable"), columns, note=_("The year in which each phase begins."), fixed=3)
    for row in book.source.document.timetable:
        name = objective_name(row.objective, book.source.period)
        sheet.write((row.objective, name, row.number, row.name, row.planning, row.implementation, row.closing))
    sheet.filter()


def actions(book: Book) -> None:
    """The main actions of the national objectives."""
    columns = (
        Column(_("No."), 6, "ordinal"),
        Column(_("Code"), 11),
        Column(_("Objective"), 24),
        Column(_("Carried out by"), 14),
        Column(_("Action"), 40),
        Column(_("Description"), 48),
        Column(_("Examples"), 48),
        Column(_("Desired results"), 48),
    )
    sheet = book.sheet(_("Actions"), columns, fixed=2)
    for objective in book.source.document.objectives:
        for national in objective.national_objectives:
            name = objective_name(national.code, book.source.period)
            for action in national.actions:
                texts = map("\n".join, (action.description, action.examples, action.desired_results))
                sheet.write((action.number, national.code, name, action.qualifier, action.title, *texts))
    sheet.filter()


def indicators(book: Book) -> None:
    """Baseline and target of each indicator."""
    columns = (
        Column(_("Code"), 11),
        Column(_("Objective"), 26),
        Column(_("Indicator"), 80),
        Column(_("Unit"), 13),
        Column(_("Baseline"), 13, "count"),
        Column(_("Target"), 13, "count"),
        Column(_("Source"), 40),
    )
    sheet = book.sheet(_("Indicators"), columns)
    period = book.source.period
    for row in book.source.document.indicators:
        kinds = ["", "", "", "", *("count" if _is_whole(each) else "decimal" for each in (row.baseline, row.target))]
        name = indicator_name(row.code, row.name, period)
        objective = objective_name(row.code.partition(".")[0], period)
        sheet.write((row.code, objective, name, unit_name(row.unit), row.baseline, row.target, row.source), kinds=kinds)
    sheet.filter()


def _is_whole(value: Decimal | None) -> bool:
    return value is None or value == value.to_integral_value()


def texts(book: Book) -> None:
    """Every text, a paragraph a row; those of the objectives under their code."""
    columns = (
        Column(_("Section"), 11),
        Column(_("Heading"), 44),
        Column(_("No."), 6, "ordinal"),
        Column(_("Text"), 130),
    )
    sheet = book.sheet(_("Texts"), columns, fixed=2)
    document, period = book.source.document, book.source.period
    every = [(each.number, each.heading, each.paragraphs) for each in sections(document)]
    for objective in document.objectives:
        every.append((objective.code, objective_name(objective.code, period), objective.strategy))
        for national in objective.national_objectives:
            every.append((national.code, objective_name(national.code, period), national.introduction))
        for action in objective.specific_actions:
            every.append((action.code, objective_name(action.code, period), action.text))
    for number, heading, paragraphs in every:
        for position, paragraph in enumerate(paragraphs, start=1):
            for start in range(0, len(paragraph) or 1, LONGEST_TEXT):
                sheet.write((number, heading, position, paragraph[start : start + LONGEST_TEXT]))
    sheet.filter()


def beneficiaries(book: Book) -> None:
    """The main types of beneficiaries."""
    columns = (Column(_("No."), 6, "ordinal"), Column(_("Type of beneficiary"), 60), Column(_("As printed"), 60))
    sheet = book.sheet(_("Beneficiaries"), columns)
    for number, kind in enumerate(book.source.document.beneficiary_types, start=1):
        sheet.write((number, beneficiary_type_name(kind, book.source.period), kind))


def findings(book: Book) -> None:
    """What the rules find, those that hold included, and what the Commission's own validation printed."""
    columns = (
        Column(_("Rule"), 9),
        Column(_("Title"), 36),
        Column(_("Result"), 14),
        Column(_("Rule of"), 16),
        Column(_("Finding"), 80),
        Column(_("Figures"), 44),
        Column(_("Place"), 40),
        Column(capfirst(_("Article")), 44),
    )
    sheet = book.sheet(_("Findings"), columns, note=_("In order, or what is wrong and by which article."), fixed=2)
    for finding in book.source.findings:
        said = explained(finding, book.source.period)
        result = severity_words(said.severity, said.holds)
        author = str(NAMES_OF_AUTHOR.get(said.by, said.by))
        equation = str(said.equation or "")
        cells = (said.code, str(said.title), result, author, str(said.sentence), equation, str(said.place))
        sheet.write((*cells, in_words(said.article)), emphasis="" if said.holds or said.severity == "info" else "odd")
    sheet.filter()
    messages = book.source.document.validation
    if messages:
        sheet.block(_("Last validation by the Commission, as printed"), columns[:5])
        for message in messages:
            sheet.write((message.code, "", severity_words(message.severity, False), "", message.message))
