"""What a programme can be taken away as: the Commission's text form, a workbook, a report, and JSON."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.rules.programme_2021.table import PERIOD
from openamif.sfc.json_2014 import as_json
from openamif.sfc.programme_2014 import Reading
from openamif.sfc.writer_2014 import write
from openamif.web.downloads import download
from openamif.web.exports import pdf, programme_2021, xlsx
from openamif.web.exports.programme_2021 import Source2021, published_whole
from openamif.web.exports.source import ExportSource, published

__all__ = ["EXPORTS", "Export", "ExportSource", "Source2021", "exports_of", "published", "published_whole", "respond"]


@dataclass(frozen=True, slots=True)
class Export:
    """``make`` gives the file's bytes; it may refuse, as the text form does with NotWritable."""

    name: str
    label: Promise
    extension: str
    make: Callable[[Any], bytes]


def as_text(source: ExportSource) -> bytes:
    """The Commission's text form, in the document's own language. Raises NotWritable."""
    return write(source.document).encode()


def as_json_file(source: ExportSource) -> bytes:
    """The document in the JSON form that reading it gives."""
    return json.dumps(as_json(Reading(programme=source.document)), ensure_ascii=False, indent=2).encode() + b"\n"


EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("text", _("Text form of the Commission"), "txt", as_text),
        Export("xlsx", _("Workbook (Excel)"), "xlsx", xlsx.make),
        Export("pdf", _("Report (PDF)"), "pdf", pdf.make),
        Export("json", _("Data (JSON)"), "json", as_json_file),
    )
}
EXPORTS_2021: dict[str, Export] = {
    export.name: export
    for export in (
        Export("xlsx", _("Workbook (Excel)"), "xlsx", programme_2021.workbook),
        Export("pdf", _("Report (PDF)"), "pdf", programme_2021.make_report),
        Export("json", _("Data (JSON)"), "json", programme_2021.as_json_file),
    )
}


def exports_of(period: str) -> dict[str, Export]:
    """The forms in which a programme of that period is had."""
    return EXPORTS_2021 if period == PERIOD else EXPORTS


def respond(export: Export, source: ExportSource) -> HttpResponse:
    """The file as a download, in the language of the source. Raises NotWritable where the text form cannot hold it."""
    with translation.override(source.language):
        content = export.make(source)
    return download(content, file_name(export, source))


def file_name(export: Export, source: ExportSource) -> str:
    """``AMIF-BE-2014-2020-v5.1-plan.xlsx``; only letters, digits, points and hyphens."""
    stem = "".join(sign for sign in source.stem if sign.isascii() and (sign.isalnum() or sign in ".-"))
    return f"{stem}-plan.{export.extension}"
