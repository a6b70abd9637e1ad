"""Which files a report takes: told by their content, not by their name (P-11), and not too large (P-12)."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from struct import calcsize
from zipfile import BadZipFile, ZipFile

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.reports.table import says

PDF = "application/pdf"
PNG, JPEG = "image/png", "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
BY_ENDING: Mapping[str, str] = {
    "pdf": PDF,
    "png": PNG,
    "jpg": JPEG,
    "jpeg": JPEG,
    "docx": DOCX,
    "xlsx": XLSX,
    "odt": ODT,
}
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
)
PARTS: Mapping[str, str] = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
PACKED, MACROS = b"PK\x03\x04", "vbaproject.bin"
HEAD_OF_A_FILE = "<4s5H3L"
"""What ZIP writes of a packed file before the lengths of its name: signature, five numbers, checksum, two sizes."""
ODT_BEGINNING = b"\x08\0\0\0mimetype" + ODT.encode() + b"PK"
"""How long the first name is, the name, and its content as it is: ODF lets it be neither packed nor elsewhere."""


def content_type(raw: bytes) -> str:
    """What the bytes are, of what a report takes; empty for anything else. Nothing is unpacked."""
    for beginning, kind in BEGINNINGS:
        if raw.startswith(beginning):
            return kind
    return _packed_type(raw) if raw.startswith(PACKED) else ""


def _packed_type(raw: bytes) -> str:
    names = _names(raw)
    if "mimetype" in names:
        return ODT if raw.startswith(ODT_BEGINNING, calcsize(HEAD_OF_A_FILE)) else ""
    return next((kind for part, kind in PARTS.items() if part in names and "[Content_Types].xml" in names), "")


def _names(raw: bytes) -> frozenset[str]:
    """What a packed file says it holds, none where it is broken: not packed at all, too new, or named in no text."""
    try:
        with ZipFile(BytesIO(raw)) as packed:
            return frozenset(packed.namelist())
    except (BadZipFile, NotImplementedError, UnicodeDecodeError):
        return frozenset()


def _has_macros(raw: bytes) -> bool:
    return any(name.lower().endswith(MACROS) for name in _names(raw))


def check(raw: bytes, name: str, *, period: str, on: date) -> tuple[Finding, ...]:
    """P-11 and P-12 for a file of that name."""
    largest = int(figure("report_checks.largest_file", on=on, period=period).number)
    found, expected = {"bytes": len(raw)}, {"bytes": largest}
    fits, variant = 0 < len(raw) <= largest, "size" if raw else "empty"
    size = says("P-12", fits, "attachments", period=period, variant=variant, found=found, expected=expected)
    return (size, _kind(raw, name, period)) if fits else (size,)


def _kind(raw: bytes, name: str, period: str) -> Finding:
    kind = content_type(raw)
    ending = name.rpartition(".")[2].lower()
    named = "disguised" if "." in name else "nameless"
    variant = "unknown" if not kind else "macros" if _has_macros(raw) else named
    holds = bool(kind) and variant != "macros" and BY_ENDING.get(ending) == kind
    found, expected = {"ending": ending}, {"ending": _ending_of(kind)}
    return says("P-11", holds, "attachments", period=period, variant=variant, found=found, expected=expected)


def _ending_of(kind: str) -> str:
    """How a name ends whose file is of that kind; the first where there are several."""
    return next((ending for ending, each in BY_ENDING.items() if each == kind), "")
