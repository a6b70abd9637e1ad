"""Before anything is parsed: is it a workbook, and does it stay within bounds once unpacked?"""

import re
import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

MEGABYTE, MILLION = 1024 * 1024, 1_000_000
LARGEST = 5 * MILLION
MOST_PARTS = 500
MOST_MERGED = 100_000
LOCAL_HEADER = 30
RAW_DEFLATE = -15
LETTERS = 26
SHEET = b"sheetData"
FAILED, FORMULA = b't="e"', b"<f"
OPENED, PREFIXED = (b"<c", b"<row"), (b":c", b":row")
SPACES, ALIKE = b" \t\r\n", bytes(range(256)).upper().replace(b"'", b'"')


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may be: ``largest`` and ``unpacked`` in bytes, ``columns`` of a sheet, ``cells`` in all.

    A reader fills the rectangle up to the last cell: rows times ``columns`` is what it may cost in memory.
    """

    largest: int = LARGEST
    unpacked: int = 64 * MEGABYTE
    columns: int = 300
    cells: int = 1_000_000


USUAL = Limits()
LONG = Limits(largest=40 * MILLION, unpacked=320 * MEGABYTE, columns=60, cells=4_500_000)
"""For sheets of ``LONG_ROWS`` rows."""
LONG_ROWS = 200_000


class NotAWorkbook(Exception):
    """The file is not taken. ``code``: not_a_workbook, too_large, unpacks_too_large, too_wide, too_long or no_sheet."""

    def __init__(self, code: str, *, found: int | str | None = None, expected: int | str | None = None) -> None:
        super().__init__(code)
        self.code, self.found, self.expected = code, found, expected


def require_small(raw: bytes, limits: Limits = USUAL) -> None:
    """Raises NotAWorkbook for more bytes than are taken."""
    if len(raw) > limits.largest:
        raise NotAWorkbook("too_large", found=len(raw), expected=limits.largest)


def parts_of(raw: bytes) -> list[ZipInfo]:
    """What the archive says it holds. Raises NotAWorkbook unless it looks like a workbook."""
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, UnicodeDecodeError) as refusal:
        raise NotAWorkbook("not_a_workbook") from refusal
    if len(parts) > MOST_PARTS or not any(part.filename == "xl/workbook.xml" for part in parts):
        raise NotAWorkbook("not_a_workbook")
    return parts


def require_safe(raw: bytes, *, most_rows: int, limits: Limits = USUAL) -> bool:
    """Raises NotAWorkbook unless the file is a zip of a workbook that unpacks to a bounded size and extent.

    Whether a cell of it may have failed: in passing, as everything is unpacked here.
    """
    require_small(raw, limits)
    left, may_fail = limits.unpacked, False
    for part in parts_of(raw):
        content = unpacked(raw, part, left)
        if content is None:
            raise NotAWorkbook("unpacks_too_large", expected=limits.unpacked)
        left -= len(content)
        # Whatever the name of the part: the workbook itself says which is a sheet.
        if SHEET in content:
            require_extent(content, most_rows=most_rows, limits=limits)
            may_fail = may_fail or may_have_failed(content)
    return may_fail


def may_have_failed(cells: bytes) -> bool:
    """Whether an error or a formula stands among them."""
    return FAILED in cells or FORMULA in cells


def unpacked(raw: bytes, part: ZipInfo, most: int) -> bytes | None:
    """What really comes out of a part, whatever the archive claims of it; None where it is more than ``most``."""
    begin = part.header_offset + LOCAL_HEADER
    names = raw[begin - 4 : begin]
    begin += int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
    packed = memoryview(raw)[begin : begin + part.compress_size]
    if part.compress_type == ZIP_STORED:
        content = bytes(packed)
    elif part.compress_type == ZIP_DEFLATED and not part.flag_bits & 1:
        try:
            content = zlib.decompressobj(RAW_DEFLATE).decompress(packed, most + 1)
        except zlib.error as refusal:
            raise NotAWorkbook("not_a_workbook") from refusal
    else:
        raise NotAWorkbook("not_a_workbook")
    return content if len(content) <= most else None


def require_extent(sheet: bytes, *, most_rows: int, limits: Limits = USUAL) -> None:
    """No cell far out, and not too many: a reader would fill the rectangle up to it."""
    # A prefix of names (<x:c>) is lawful, and rare: only then is it looked for.
    marks = (*OPENED, *PREFIXED) if b":" + SHEET in sheet else OPENED
    if sum(map(sheet.count, marks)) > limits.cells + most_rows or sheet.count(b"mergeCell") > MOST_MERGED:
        raise NotAWorkbook("too_long", expected=most_rows)
    suspected, exact = far_out(most_rows, limits.columns)
    if suspected.search(sheet.translate(ALIKE, SPACES)) is None:
        return
    far = exact.search(sheet)
    if far is not None and far["wide"]:
        raise NotAWorkbook("too_wide", found=far["wide"].decode(), expected=limits.columns)
    if far is not None:
        raise NotAWorkbook("too_long", found=int(far["long"]), expected=most_rows)


@cache
def far_out(rows: int, columns: int) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Finds references past a row or a column: quickly, in a sheet without spaces, all signs large; then exactly."""
    wide, long = past(letters_of(columns), "A", "Z"), past(str(rows), "0", "9")
    suspected = re.compile(rf"""R="(?:[A-Z]{{0,{len(letters_of(columns))}}}(?:{long})|(?:{wide})[0-9])""".encode())
    exact = rf"""\br\s*=\s*["'](?:(?P<wide>(?i:{wide}))\d|[A-Za-z]*(?P<long>{long}))"""
    return suspected, re.compile(exact.encode())


def past(limit: str, first: str, last: str) -> str:
    """A pattern for what is longer than the limit, or as long and later in the order of its signs."""
    length, every = len(limit), f"[{first}-{last}]"
    later = [
        f"{limit[:place]}[{chr(ord(sign) + 1)}-{last}]{every}{{{length - place - 1}}}"
        for place, sign in enumerate(limit)
        if sign != last
    ]
    return "|".join([f"{every}{{{length + 1},20}}", *later])


def number_of(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def letters_of(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
