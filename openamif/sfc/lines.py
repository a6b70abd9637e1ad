"""The lines of a document in the text form of SFC, and the ledger of who took which.

In that form a tab opens a cell of a table, a blank line parts rows, and a space before the tab opens a new block.
Whatever no part of the programme takes stays in the ledger as unread, so that nothing is lost.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openamif.sfc.programme_2014 import Line

_BOOKMARK = re.compile(r"\[bookmark:[^\[\]]{0,200}\]")
_FOOTER = re.compile(r"[A-Z]{2}\t+[0-9]{1,4}\t+[A-Z]{2}")
_FOLD = re.compile(r"[^a-z0-9.]+")
_ODD = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or, in a row printed on one line, a cell of it. ``opens``: it begins a new block of the form."""

    number: int
    text: str
    is_cell: bool = False
    opens: bool = False
    is_blank: bool = False


@dataclass
class Row:
    """Cells that stand together between blank lines. ``lines``: of each cell; ``numbers``: every line they fill."""

    cells: list[str]
    lines: list[int]
    numbers: list[int]
    opens: bool = False

    @property
    def line(self) -> int:
        """The line of its first cell."""
        return self.numbers[0]


@dataclass
class Ledger:
    """Which part of the programme took which line, and the grounds of what was put back."""

    takers: dict[int, str] = field(default_factory=dict)

    def take(self, place: str, *numbers: int) -> None:
        """Lines ``numbers`` belong to ``place``."""
        for number in numbers:
            self.takers.setdefault(number, place)

    def take_all(self, place: str, pieces: Iterable[Piece]) -> None:
        """The lines of all these pieces belong to ``place``."""
        self.take(place, *(piece.number for piece in pieces))

    def places(self) -> dict[str, tuple[int, int]]:
        """For every place its first and last line, in order of lines."""
        found: dict[str, tuple[int, int]] = {}
        for number, place in sorted(self.takers.items()):
            found[place] = (found.get(place, (number,))[0], number)
        return found

    def unread(self, lines: Sequence[str]) -> tuple[Line, ...]:
        """The lines with something on them that nobody took."""
        return tuple(
            Line(number, text.strip())
            for number, text in enumerate(lines, 1)
            if text.strip() and number not in self.takers
        )


def fold(text: str) -> str:
    """A label without case, accents, punctuation and spacing, so that two printings of it are equal."""
    plain = unicodedata.normalize("NFKD", text.translate(_ODD).casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _FOLD.sub(" ", plain).strip(" .")


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever the system ended them with; the last is dropped when empty."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def pieces_of(lines: Sequence[str], table_titles: frozenset[str], ledger: Ledger) -> list[Piece]:
    """The pieces of a document. ``table_titles``: folded headings that may share their line with a first cell."""
    pieces: list[Piece] = []
    footers = 0
    for number, raw in enumerate(lines, 1):
        if not raw.strip() and "\t" not in raw:
            pieces.append(Piece(number, "", is_blank=True))
            continue
        if _FOOTER.fullmatch(raw.strip()):
            footers += 1
            ledger.take(f"layout.footer.{footers}", number)
            pieces.append(Piece(number, "", is_blank=True))
            continue
        text = _BOOKMARK.sub("", raw) if "[bookmark:" in raw else raw
        pieces.extend(_split_line(number, text, table_titles))
    return pieces


def _split_line(number: int, text: str, table_titles: frozenset[str]) -> list[Piece]:
    """The piece or pieces of one line that is not blank."""
    before, tab, after = text.partition("\t")
    if not tab:
        return [Piece(number, text.strip(), is_blank=not text.strip())]
    if not before.strip():
        opens = bool(before)
        cells = after.split("\t")
        return [Piece(number, cell.strip(), True, opens and not at) for at, cell in enumerate(cells)]
    if fold(before) in table_titles:
        cells = after.split("\t")
        return [Piece(number, before.strip()), *(Piece(number, cell.strip(), is_cell=True) for cell in cells)]
    return [Piece(number, text.strip())]


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of a stretch of table. Text right below a cell goes on in it; other text is left for the ledger."""
    rows: list[Row] = []
    open_row: Row | None = None
    for piece in pieces:
        if piece.is_blank:
            open_row = None
        elif piece.is_cell:
            if open_row is None or piece.opens:
                open_row = Row([], [], [], piece.opens)
                rows.append(open_row)
            open_row.cells.append(piece.text)
            open_row.lines.append(piece.number)
            open_row.numbers.append(piece.number)
        elif open_row is not None:
            open_row.cells[-1] = f"{open_row.cells[-1]} {piece.text}".strip()
            open_row.numbers.append(piece.number)
    return rows
