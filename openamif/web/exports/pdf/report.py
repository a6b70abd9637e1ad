"""Everything that the report's template shows, ready in the reader's language."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from openamif.web.components import formats
from openamif.web.components.colours import INK, INK_SOFT, LINE, OBJECTIVE_COLOURS
from openamif.web.exports.pdf import money, texts
from openamif.web.exports.pdf.blocks import Block
from openamif.web.exports.sections import opening, partnership
from openamif.web.exports.source import ExportSource
from openamif.web.exports.sums import TOTAL
from openamif.web.official import country_name


def report(source: ExportSource, told: list[Block] | None = None) -> Block:
    """The data of the template, as plain values of JSON; ``told``: the parts, where they are not those of 2014-2020."""
    bar, rows = money.by_objective(source)
    return {
        "title": source.title,
        "author": "OpenAMIF",
        "language": source.language,
        "day": {"year": source.on.year, "month": source.on.month, "day": source.on.day},
        "version": _("Version %(label)s") % {"label": source.version},
        "footer": f"{source.stem} · {formats.day(source.on)}",
        "overline": (_("National programme %(period)s") if told is None else _("Programme %(period)s"))
        % {"period": source.period},
        "colours": {"asylum": OBJECTIVE_COLOURS["asylum"], "ink": INK, "soft": INK_SOFT, "line": LINE},
        "words": {
            "money": _("Money by objective"),
            "objective": _("Objective"),
            "amount": _("Amount (EUR)"),
            "share": _("Share"),
            "contents": _("Contents"),
        },
        "facts": facts(source),
        "key_figures": key_figures(source),
        "bar": bar,
        "money": rows,
        "parts": parts(source) if told is None else told,
    }


def facts(source: ExportSource) -> list[Block]:
    """What the programme is, in five words."""
    every = (
        (_("Fund"), source.document.fund),
        (_("Country"), country_name(source.country)),
        (_("Version"), source.version),
        (_("State"), source.state),
        (_("Made on"), formats.day(source.on)),
    )
    return [{"label": label, "value": value} for label, value in every]


def key_figures(source: ExportSource) -> list[Block]:
    """The programme's money, its persons pledged, its actions, what the rules find."""
    document = source.document
    figures: list[Block] = []
    total = document.financial_plan.get(TOTAL)
    if total is not None:
        value, unit = formats.money_short(total)
        figures.append(_figure(_("Union contribution"), value, unit, formats.euros(total)))
    targets = sum(1 for each in document.indicators if each.target)
    actions = [each for one in document.objectives for national in one.national_objectives for each in national.actions]
    note = _("in the national objectives") if source.period == "2014-2020" else ""
    figures.append(_figure(_("Main actions"), formats.count(len(actions)), "", note))
    of_all = _("of %(count)s indicators") % {"count": formats.count(len(document.indicators))}
    figures.append(_figure(_("With a target"), formats.count(targets), "", of_all))
    return [*figures, *_findings(source)] if source.findings else figures


def _findings(source: ExportSource) -> list[Block]:
    failing = [each for each in source.findings if not each.holds]
    errors = sum(1 for each in failing if each.severity == "error")
    noted = _("of which errors: %(count)s") % {"count": formats.count(errors)}
    return [_figure(_("Findings"), formats.count(len(failing)), "", noted)]


def _figure(label: str, value: str, unit: str, note: str) -> Block:
    return {"label": label, "value": value, "unit": unit, "note": note}


def parts(source: ExportSource) -> list[Block]:
    """The parts of the report in order; those that the document leaves empty are left out."""
    document = source.document
    resettlement = document.resettlement_justification
    every: tuple[tuple[object, Callable[[], Block]], ...] = (
        (document.financial_plan, lambda: money.financial_plan(source)),
        (document.special_cases, lambda: money.special_cases(source)),
        (document.annual_commitments, lambda: money.annual_commitments(source)),
        (document.resettlement or document.transfers or document.turkey, lambda: money.pledges(source)),
        (resettlement, lambda: texts.alone(source, "4.1", resettlement)),
        (document.timetable, lambda: texts.timetable(source)),
    )
    told = [make() for present, make in every if present]
    for each in opening(document):
        if each.paragraphs:
            told.append(texts.alone(source, each.number, each.paragraphs, new_page=each.number == "1"))
    told += texts.objectives(source)
    if document.indicators:
        told.append(texts.indicators(source))
    if any(document.partnership.values()):
        told.append(texts.written(source, _("Partnership"), partnership(document)))
    if document.beneficiary_types:
        told.append(texts.beneficiaries(source))
    if document.share_deviation:
        told.append(texts.alone(source, "7", document.share_deviation))
    if source.findings:
        told.append(texts.findings(source))
    return told
