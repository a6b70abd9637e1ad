"""A programme as a report: PDF/A-2a for the archive and PDF/UA-1 for every reader, set from one template."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from openamif.web.exports.pdf.report import report
from openamif.web.exports.source import ExportSource

TEMPLATE = Path(__file__).parent.parent / "programme.typ"
LETTERS = (0x0020, 0x017F), (0x0386, 0x03CE), (0x0400, 0x045F), (0x1E80, 0x1E85)
SIGNS = (
    "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u202f\u2030\u2039\u203a"
    "\u200b€™→−≈≠≤≥"
)
UNSHOWN = "?"
CONTROLS = dict.fromkeys((*range(ord("\t")), ord("\v"), ord("\f"), *range(ord("\x0e"), ord(" "))), " ")
KEPT = 10


def make(source: ExportSource) -> bytes:
    """The report, in the active language; a sign that no embedded typeface has is shown as ``?``."""
    return laid_out(report(source), source.on)


def laid_out(content: dict[str, Any], on: date, template: Path = TEMPLATE) -> bytes:
    """What a template shows, as a PDF of that day; a sign that no embedded typeface has becomes ``?``."""
    data, day = json.dumps(shown(content), ensure_ascii=False), datetime.combine(on, time.min, tzinfo=UTC)
    try:
        return compiled(data, day, template)
    except typst.TypstError:
        return compiled(european(data), day, template)


def shown(content: Any) -> Any:
    """The same without the signs that no typeface has, and that JSON would hide as ``\\u0001``."""
    if isinstance(content, str):
        return content.translate(CONTROLS)
    if isinstance(content, Mapping):
        return {key: shown(value) for key, value in content.items()}
    return [shown(value) for value in content] if isinstance(content, list | tuple) else content


def compiled(data: str, day: datetime, template: Path = TEMPLATE) -> bytes:
    """The template with this data; only typst's own typefaces, so that every server gives the same file."""
    content: bytes = typst.compile(
        str(template),
        root=str(template.parent),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=day,
    )
    forget()
    return content


def forget() -> None:
    """Let typst drop what it keeps of the last documents: it does so after ten others, and these are empty.

    Measured on a programme of 27 pages: 140 MB held by a worker instead of 415, for 0.02 s a report.
    """
    for _time in range(KEPT):
        typst.compile(b"", ignore_system_fonts=True, format="pdf")


def european(text: str) -> str:
    """The text in Latin, Greek and Cyrillic letters, accents on them, with common signs; any other becomes ``?``."""
    whole = unicodedata.normalize("NFC", text)
    return "".join(sign if sign in SIGNS or _is_letter(sign) else UNSHOWN for sign in whole)


def _is_letter(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in LETTERS) and unicodedata.category(sign)[0] in "LNPSZ"
