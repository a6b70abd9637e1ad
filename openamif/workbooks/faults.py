"""Cells of a workbook whose formula failed or was never worked out: a reader takes them for empty."""

import re
from collections.abc import Iterator
from html import unescape
from zipfile import ZipInfo

from openamif.workbooks.safety import USUAL, parts_of, unpacked

TAG = rb"<%s\s[^>]*>"
SHEET, RELATION = re.compile(TAG % b"sheet"), re.compile(TAG % b"Relationship")
ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*"([^"]*)"')
CELL = re.compile(rb"<c\s([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
VALUE = re.compile(rb"<v(?:\s[^>]*)?>[^<]+</v>|<is>")
AT = re.compile(r"([A-Z]+)(\d+)")
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

Attributes = dict[str, str]


def faulty_cells(raw: bytes) -> dict[str, list[tuple[int, str]]]:
    """By the name of the sheet: row and column in letters. Of a workbook that was looked at and read already."""
    parts = {part.filename: part for part in parts_of(raw)}
    if not {WORKBOOK, RELATIONS} <= parts.keys():
        return {}
    targets = {each.get("Id", ""): each.get("Target", "") for each in tags(RELATION, content_of(raw, parts[RELATIONS]))}
    found: dict[str, list[tuple[int, str]]] = {}
    for sheet in tags(SHEET, content_of(raw, parts[WORKBOOK])):
        target = targets.get(sheet.get("r:id", ""), "")
        part = parts.get(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if part is not None and (faults := list(faults_in(content_of(raw, part)))):
            found[sheet.get("name", "")] = faults
    return found


def content_of(raw: bytes, part: ZipInfo) -> bytes:
    """Nothing of a part that would not have been read."""
    return unpacked(raw, part, USUAL.unpacked) or b""


def tags(pattern: re.Pattern[bytes], content: bytes) -> Iterator[Attributes]:
    """The attributes of each tag."""
    for tag in pattern.findall(content):
        yield attributes_of(tag)


def attributes_of(tag: bytes) -> Attributes:
    """By name, as written."""
    return {name.decode(): unescape(value.decode("utf-8", "replace")) for name, value in ATTRIBUTE.findall(tag)}


def faults_in(sheet: bytes) -> Iterator[tuple[int, str]]:
    """Where an error stands, or a formula without a value; one that gives an empty text is none."""
    if b't="e"' not in sheet and b"<f" not in sheet:
        return
    for head, body in CELL.findall(sheet):
        said = attributes_of(head)
        kind = said.get("t", "")
        is_unknown = kind != "str" and b"<f" in body and VALUE.search(body) is None
        place = AT.fullmatch(said.get("r", ""))
        if place and (kind == "e" or is_unknown):
            yield int(place[2]), place[1]
