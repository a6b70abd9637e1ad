"""What the overview can be taken away as, each file for somebody: the authorities, the Commission, or everyone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.web.downloads import download
from openamif.web.exports.situation import annual_report, committee, flat, public, transmission, workbook
from openamif.web.exports.situation.source import SituationSource

__all__ = [
    "AUTHORITY",
    "COMMISSION",
    "EVERYONE",
    "FORMS",
    "SITUATION_EXPORTS",
    "SituationExport",
    "SituationSource",
    "made",
    "respond",
]

FORMS: Mapping[str, Promise] = {
    "xlsx": _("Workbook (Excel)"),
    "csv": _("Table (CSV)"),
    "json": _("Data (JSON)"),
    "pdf": _("Report (PDF)"),
}
AUTHORITY, COMMISSION, EVERYONE = "authority", "commission", "everyone"
"""Whom a file is for; only in what is for everyone are small numbers hidden."""


@dataclass(frozen=True, slots=True)
class SituationExport:
    """``forms``: what makes the file's bytes, by its extension; ``period``: of the programmes it is for, blank: all."""

    title: Promise
    text: Promise
    reader: str
    forms: Mapping[str, Callable[[SituationSource], bytes]]
    period: str = ""


SITUATION_EXPORTS: Mapping[str, SituationExport] = {
    "programme": SituationExport(
        _("The whole programme"),
        _("Summary, indicators, grants, targets, reports and quality of the data, with formulas that add up."),
        AUTHORITY,
        {"xlsx": workbook.make},
    ),
    "section-3": SituationExport(
        _("Annual implementation report, section 3"),
        _("Every indicator by financial year from 16 October to 15 October, and all years together."),
        COMMISSION,
        {"xlsx": annual_report.workbook, "json": annual_report.data},
        period="2014-2020",
    ),
    "tables-7-11": SituationExport(
        _("Transmission of data, Tables 7 and 11"),
        _("Outputs and results, planned and achieved, by age and sex, as of the end of June or December."),
        COMMISSION,
        {"xlsx": transmission.workbook, "json": transmission.data},
        period="2021-2027",
    ),
    "committee": SituationExport(
        _("Overview for the monitoring committee"),
        _("Targets and values by objective, who is reached and where, reports: a report to read and to archive."),
        EVERYONE,
        {"pdf": committee.make},
    ),
    "figures": SituationExport(
        _("Figures for everyone"),
        _("Indicators, persons by age, sex and region, as open data."),
        EVERYONE,
        {"xlsx": public.workbook, "csv": flat.values, "json": public.data},
    ),
}


def made(source: SituationSource, name: str, form: str) -> bytes:
    """The bytes of the file, in the language of the source."""
    with translation.override(source.language):
        return SITUATION_EXPORTS[name].forms[form](source)


def respond(source: SituationSource, name: str, form: str, content: bytes | None = None) -> HttpResponse:
    """The file as a download; ``content``: its bytes, where they were made before."""
    content = made(source, name, form) if content is None else content
    return download(content, f"{source.stem}-{name}-{source.on.isoformat()}.{form}")
