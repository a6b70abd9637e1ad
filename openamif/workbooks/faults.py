"""What a reader of a workbook passes over: cells whose formula failed or was not worked out, sheets of another name."""

import re
from collections.abc import Collection, Iterator
from html import unescape
from zipfile import ZipInfo

from openamif.workbooks.columns import plain
from openamif.workbooks.safety import FORMULA, may_have_failed, parts_of, unpacked

TAG = rb"<%s\s[^>]*>"
SHEET, RELATION = re.compile(TAG % b"sheet"), re.compile(TAG % b"Relationship")
ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*"([^"]*)"')
CELL = re.compile(rb"<c\s([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
OPENED = re.compile(rb"<(?:\w+:)?c\s")
VALUE = re.compile(rb"<v(?:\s[^>]*)?>[^<]+</v>|<is>")
AT = re.compile(r"([A-Z]+)(\d+)")
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

Attributes = dict[str, str]


def faulty_cells(raw: bytes, most: int) -> Iterator[tuple[str, int, str]]:
    """Name of the sheet, row and column in letters, one by one. Of a workbook that was looked at and read already.

    ``most``: bytes that a part of it may unpack to.
    """
    for name, part in sheets_in(raw, most):
        for row, letters in faults_in(content_of(raw, part, most)):
            yield name, row, letters


def unread_sheets(raw: bytes, most: int, read: Collection[str]) -> int:
    """How many sheets have cells and a name that is none of ``read``, as compared."""
    others = (part for name, part in sheets_in(raw, most) if plain(name) not in read)
    return sum(OPENED.search(content_of(raw, part, most)) is not None for part in others)


def sheets_in(raw: bytes, most: int) -> Iterator[tuple[str, ZipInfo]]:
    """Each sheet by its name."""
    parts = {part.filename: part for part in parts_of(raw)}
    if not {WORKBOOK, RELATIONS} <= parts.keys():
        return
    relations = content_of(raw, parts[RELATIONS], most)
    targets = {each.get("Id", ""): each.get("Target", "") for each in tags(RELATION, relations)}
    for sheet in tags(SHEET, content_of(raw, parts[WORKBOOK], most)):
        target = targets.get(sheet.get("r:id", ""), "")
        part = parts.get(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if part is not None:
            yield sheet.get("name", ""), part


def content_of(raw: bytes, part: ZipInfo, most: int) -> bytes:
    """Nothing of a part that would not have been read."""
    return unpacked(raw, part, most) or b""


def tags(pattern: re.Pattern[bytes], content: bytes) -> Iterator[Attributes]:
    """The attributes of each tag."""
    for tag in pattern.findall(content):
        yield attributes_of(tag)


def attributes_of(tag: bytes) -> Attributes:
    """By name, as written."""
    return {name.decode(): unescape(value.decode("utf-8", "replace")) for name, value in ATTRIBUTE.findall(tag)}


def faults_in(sheet: bytes) -> Iterator[tuple[int, str]]:
    """Where an error stands, or a formula without a value; one that gives an empty text is none."""
    if not may_have_failed(sheet):
        return
    for cell in CELL.finditer(sheet):
        head, body = cell[1], cell[2] or b""
        if not may_have_failed(head) and FORMULA not in body:
            continue
        said = attributes_of(head)
        kind = said.get("t", "")
        is_unknown = kind != "str" and FORMULA in body and VALUE.search(body) is None
        place = AT.fullmatch(said.get("r", ""))
        if place and (kind == "e" or is_unknown):
            yield int(place[2]), place[1]
