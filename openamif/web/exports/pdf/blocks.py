"""The blocks that a report is made of, as the template takes them: words and figures ready for the reader."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Block = dict[str, Any]
BULLETS = ("· ", "• ", "- ", "– ")
SMALL, TABLE = 8, 9
ZERO_WIDTH_SPACE = "\u200b"
LONG_WORD = re.compile(r"\S{16}(?=\S)")


def heading(text: str, level: int = 1) -> Block:
    """A heading; level 1 stands in the contents."""
    return {"kind": "heading", "level": level, "text": text}


def lead(text: str) -> Block:
    """A line that says how to read what follows."""
    return {"kind": "lead", "text": text}


def prose(paragraphs: Iterable[str], language: str) -> Iterator[Block]:
    """Paragraphs in the document's language; lines that begin with a bullet become lists."""
    items: list[str] = []
    for paragraph in paragraphs:
        text = paragraph.strip()
        if text.startswith(BULLETS):
            items.append(text[1:].strip())
            continue
        if items:
            yield {"kind": "list", "items": items, "language": language}
            items = []
        if text:
            yield {"kind": "p", "text": text, "language": language}
    if items:
        yield {"kind": "list", "items": items, "language": language}


def column(label: str, *, number: bool = False, width: float = 0) -> Block:
    """``width``: a share of what is left on the line; 0: as wide as its content."""
    return {"label": label, "kind": "number" if number else "text", "width": width}


def row(*cells: str, style: str = "") -> Block:
    """A row; ``style``: empty, ``subtotal`` or ``sum``."""
    return {"cells": list(cells), "style": style}


def table(columns: Sequence[Block], rows: Sequence[Block], *, size: float = TABLE) -> Block:
    """``size``: of the type, in points."""
    return {"kind": "table", "columns": list(columns), "rows": list(rows), "size": size}


def breakable(name: str) -> str:
    """A name of a file that a line may end in: where a word is long, after each so many of its letters."""
    return LONG_WORD.sub(lambda found: found.group() + ZERO_WIDTH_SPACE, name)


def picture(svg: str, alt: str, credit: str) -> Block:
    """A drawing; ``alt``: what it shows, for whoever does not see it; ``credit``: whose it is."""
    return {"kind": "picture", "svg": svg, "alt": alt, "credit": credit}


def part(*blocks: Block, new_page: bool = False) -> Block:
    """A part of the report."""
    return {"blocks": list(blocks), "new_page": new_page}
