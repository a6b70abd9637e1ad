"""Section 3 of a national programme cut into blocks: a heading, the code printed with it, and the text below.

A block's level is ``SO``, ``NO`` or ``SA``. Where the export has lost a heading, the level is put back from what the
block tells and what follows it; every such step leaves an Inference.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from openamif.sfc.errors import NotReadable
from openamif.sfc.labels_2014 import LEVELS, OBJECTIVES
from openamif.sfc.labels_2014_tables import printed_code
from openamif.sfc.lines import Piece, fold

ACTION = re.compile(r"Action\s+([0-9]{1,3})\s*(?:\(([^()]*)\)\s*)?:\s*(.*)", re.IGNORECASE)


@dataclass
class Block:
    """A stretch of section 3. ``ground``: why it has its level, where no heading says so."""

    line: int
    level: str = ""
    code: str = ""
    paragraphs: list[Piece] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    ground: str = ""

    @property
    def actions(self) -> dict[int, int]:
        """The numbers of the main actions that the block tells, with their lines."""
        told = ((ACTION.fullmatch(piece.text), piece.number) for piece in self.paragraphs)
        return {int(match[1]): line for match, line in told if match}


@dataclass
class _Cell:
    pieces: list[Piece]

    @property
    def title(self) -> str:
        """The folded text of a cell."""
        return fold(self.pieces[0].text)


def blocks(pieces: Sequence[Piece], language: str) -> list[Block]:
    """The blocks of section 3, each with its level."""
    found: list[Block] = []
    headings = {fold(label): level for level, label in LEVELS[language].items()}
    codes = _code_titles(language)
    for cell in _cells(pieces):
        level = headings.get(cell.title)
        code = codes.get(cell.title) if len(cell.pieces) == 1 else None
        last = found[-1] if found else None
        if level is not None:
            found.append(Block(cell.pieces[0].number, level))
            _add(found[-1], cell, skip=1)
        elif code is not None and last is not None and _awaits(last, code, language):
            last.code = code
            _add(last, cell, skip=1)
        elif code is not None and (last is None or last.paragraphs or last.code):
            level = code.rpartition(".")[2][:2]
            found.append(Block(cell.pieces[0].number, level, code, ground="heading_lost_code_stands"))
            _add(found[-1], cell, skip=1)
        elif last is None or last.paragraphs:
            found.append(Block(cell.pieces[0].number))
            _add(found[-1], cell)
        else:
            _add(last, cell)
    _give_levels(found)
    return found


def _cells(pieces: Sequence[Piece]) -> list[_Cell]:
    """The cells of a stretch, each with the text lines that follow it."""
    cells: list[_Cell] = []
    for piece in pieces:
        if piece.is_cell:
            cells.append(_Cell([piece]))
        elif cells and not piece.is_blank:
            cells[-1].pieces.append(piece)
    return cells


def _code_titles(language: str) -> dict[str, str]:
    """Every folded way in which the form prints a code with its label."""
    titles: dict[str, str] = {}
    for code, label in OBJECTIVES[language].items():
        part = printed_code(code, language).rpartition(".")[2]
        for printed in (printed_code(code, language), part, part[2:]):
            titles.setdefault(fold(f"{printed} {label}"), code)
    return titles


def _awaits(block: Block, code: str, language: str) -> bool:
    """A heading without code and text takes the code that follows it."""
    return not block.code and not block.paragraphs and block.level == code.rpartition(".")[2][:2]


def _add(block: Block, cell: _Cell, skip: int = 0) -> None:
    """The text of a cell goes into a block; ``skip``: pieces of it that are heading."""
    block.numbers += [piece.number for piece in cell.pieces]
    block.paragraphs += [piece for piece in cell.pieces[skip:] if piece.text]


def _give_levels(found: list[Block]) -> None:
    """Put back the level of the blocks that have no heading."""
    national_follows = False
    for block in reversed(found):
        if block.level:
            _refuse_actions(block)
        elif block.actions:
            block.level, block.ground = "NO", "heading_lost_actions_follow"
        elif national_follows:
            block.level, block.ground = "SO", "heading_lost_national_objectives_follow"
        else:
            block.level, block.ground = "SA", "heading_lost_after_national_objectives"
        national_follows = block.level == "NO" or (national_follows and block.level == "SA")


def _refuse_actions(block: Block) -> None:
    """Only a national objective tells main actions: elsewhere, without a code, a heading must have been lost."""
    if block.level == "NO" or block.code or not block.actions:
        return
    piece = next(piece for piece in block.paragraphs if ACTION.fullmatch(piece.text))
    raise NotReadable("out_of_place", line=piece.number, place="objectives", expected="heading:NO", found=piece.text)
