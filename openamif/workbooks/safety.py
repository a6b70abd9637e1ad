"""Before anything is parsed: is it a workbook, and does it stay within bounds once unpacked?"""

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 500
MOST_COLUMNS = 300
LOCAL_HEADER = 30
RAW_DEFLATE = -15
CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]{1,4})(\d{1,9})["']""")
REPEATED = re.compile(rb"</(?:\w+:)?(?:row|c)>|<(?:\w+:)?(?:row|c)\b")
LETTERS = 26
MOST_ELEMENTS = 1_000_000


class NotAWorkbook(Exception):
    """The file is not taken. ``code``: not_a_workbook, too_large, unpacks_too_large, too_wide, too_long or no_sheet."""

    def __init__(self, code: str, *, found: int | str | None = None, expected: int | str | None = None) -> None:
        super().__init__(code)
        self.code, self.found, self.expected = code, found, expected


def require_safe(raw: bytes, *, most_rows: int) -> None:
    """Raises NotAWorkbook unless the file is a zip of a workbook that unpacks to a bounded size and extent."""
    if len(raw) > LARGEST:
        raise NotAWorkbook("too_large", found=len(raw), expected=LARGEST)
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as refusal:
        raise NotAWorkbook("not_a_workbook") from refusal
    if len(parts) > MOST_PARTS or not any(part.filename == "xl/workbook.xml" for part in parts):
        raise NotAWorkbook("not_a_workbook")
    left = LARGEST_UNPACKED
    for part in parts:
        content = unpacked(raw, part, left)
        left -= len(content)
        if part.filename.startswith("xl/worksheets/"):
            require_extent(content, most_rows=most_rows)


def unpacked(raw: bytes, part: ZipInfo, most: int) -> bytes:
    """What really comes out of a part, whatever the archive claims of it."""
    begin = part.header_offset + LOCAL_HEADER
    names = raw[begin - 4 : begin]
    begin += int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
    packed = raw[begin : begin + part.compress_size]
    if part.compress_type == ZIP_STORED:
        content = packed
    elif part.compress_type == ZIP_DEFLATED and not part.flag_bits & 1:
        try:
            content = zlib.decompressobj(RAW_DEFLATE).decompress(packed, most + 1)
        except zlib.error as refusal:
            raise NotAWorkbook("not_a_workbook") from refusal
    else:
        raise NotAWorkbook("not_a_workbook")
    if len(content) > most:
        raise NotAWorkbook("unpacks_too_large", expected=LARGEST_UNPACKED)
    return content


def require_extent(sheet: bytes, *, most_rows: int) -> None:
    """No cell far out: a reader would fill the rectangle up to it."""
    if sum(1 for _ in REPEATED.finditer(sheet)) > 2 * MOST_ELEMENTS:
        raise NotAWorkbook("too_long", expected=most_rows)
    for letters, digits in CELL.findall(sheet):
        if int(digits) > most_rows:
            raise NotAWorkbook("too_long", found=int(digits), expected=most_rows)
        if number_of(letters.decode()) > MOST_COLUMNS:
            raise NotAWorkbook("too_wide", found=letters.decode(), expected=MOST_COLUMNS)


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
