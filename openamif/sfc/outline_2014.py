"""Where the sections and tables of a national programme begin in its lines."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from openamif.sfc.errors import NotReadable
from openamif.sfc.labels_2014 import HEADINGS, LANGUAGES, LEVELS, OPTIONAL_HEADINGS
from openamif.sfc.labels_2014_tables import COLUMNS
from openamif.sfc.lines import Ledger, Piece, fold

ORDER = tuple(HEADINGS["fr"])
REQUIRED = tuple(key for key in ORDER if key not in OPTIONAL_HEADINGS)
TABLE_TITLES = frozenset(fold(HEADINGS[language][key]) for language in LANGUAGES for key in ("documents", "validation"))
LONGEST_HEADING = 200
FEWEST_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """The pieces of a document and, for every heading, the place among them where it stands or would stand.

    ``at``: index of the first piece of each part, its heading included; ``lost``: headings that are not printed.
    """

    language: str
    pieces: Sequence[Piece]
    at: dict[str, int]
    lost: tuple[str, ...]

    def part(self, key: str) -> Sequence[Piece]:
        """What stands under a heading, up to the next one."""
        begin = self.at[key] + (0 if key in self.lost else 1)
        return self.pieces[begin : self._next(key)]

    def heading(self, key: str) -> Piece | None:
        """The heading itself, ``None`` where the export has lost it."""
        return None if key in self.lost else self.pieces[self.at[key]]

    def line(self, key: str) -> int:
        """The line where a part begins."""
        rest = self.pieces[self.at[key] :]
        return next((piece.number for piece in rest if not piece.is_blank), self.pieces[-1].number)

    def _next(self, key: str) -> int:
        after = ORDER.index(key) + 1
        return self.at[ORDER[after]] if after < len(ORDER) else len(self.pieces)


def outline(pieces: Sequence[Piece]) -> Outline:
    """Find every part. Raises NotReadable where one is missing, stands twice or stands in another order."""
    folded = {index: fold(piece.text) for index, piece in enumerate(pieces) if _may_be_heading(piece)}
    language, found = max(
        ((language, _headings(pieces, folded, language)) for language in LANGUAGES), key=lambda pair: len(pair[1])
    )
    if "1" not in found and len(found) < FEWEST_HEADINGS:
        first = next(piece for piece in pieces if not piece.is_blank)
        raise NotReadable(
            "not_a_programme", line=first.number, place="summary", expected=HEADINGS["fr"]["1"], found=first.text
        )
    _require_all(pieces, found, language)
    _require_one_each(pieces, found)
    _require_order(pieces, {key: places[0] for key, places in found.items()})
    at = {key: places[0] for key, places in found.items()}
    lost = tuple(key for key in ORDER if key not in at)
    for key in lost:
        at[key] = _stand_in(pieces, at, key, language)
    _require_order(pieces, at)
    return Outline(language, pieces, at, lost)


def take_headings(form: Outline, ledger: Ledger) -> None:
    """The headings that have no text or table of their own."""
    for key in ("3", "timetable", "4", "4.1", "5", "6", "6.7", "7"):
        if heading := form.heading(key):
            ledger.take(f"headings.{key}", heading.number)


def _may_be_heading(piece: Piece) -> bool:
    return not piece.is_blank and not piece.is_cell and len(piece.text) < LONGEST_HEADING


def _headings(pieces: Sequence[Piece], folded: dict[int, str], language: str) -> dict[str, list[int]]:
    """The indexes at which each heading of a language is printed."""
    keys = {fold(label): key for key, label in HEADINGS[language].items()}
    found: dict[str, list[int]] = {}
    for index, text in folded.items():
        key = keys.get(text)
        if key is None or (text in TABLE_TITLES and not _cell_follows(pieces, index)):
            continue
        found.setdefault(key, []).append(index)
    return found


def _cell_follows(pieces: Sequence[Piece], index: int) -> bool:
    """A word like “Documents” is a heading only where its table follows."""
    return next((piece.is_cell for piece in pieces[index + 1 :] if not piece.is_blank), False)


def _require_all(pieces: Sequence[Piece], found: dict[str, list[int]], language: str) -> None:
    for at, key in enumerate(REQUIRED):
        if key in found:
            continue
        later = [found[other][0] for other in REQUIRED[at + 1 :] if other in found]
        expected = HEADINGS[language][key]
        if later:
            piece = pieces[min(later)]
            raise NotReadable("missing_section", line=piece.number, place=key, expected=expected, found=piece.text)
        raise NotReadable("cut_short", line=pieces[-1].number, place=key, expected=expected)


def _require_one_each(pieces: Sequence[Piece], found: dict[str, list[int]]) -> None:
    for key, places in found.items():
        if len(places) > 1:
            piece = pieces[places[1]]
            raise NotReadable("duplicate_section", line=piece.number, place=key, expected="once", found=piece.text)


def _require_order(pieces: Sequence[Piece], at: dict[str, int]) -> None:
    inside = [(at[key], key) for key in ORDER if key in at]
    for (before, earlier), (index, key) in itertools.pairwise(inside):
        if index < before:
            piece = pieces[index]
            raise NotReadable(
                "out_of_order", line=piece.number, place=key, expected=f"after:{earlier}", found=piece.text
            )


def _stand_in(pieces: Sequence[Piece], at: dict[str, int], key: str, language: str) -> int:
    """Where a part begins whose heading is lost. ``at`` holds every printed heading and all parts before this one."""
    before = at[ORDER[ORDER.index(key) - 1]]
    end = min((at[other] for other in ORDER[ORDER.index(key) + 1 :] if other in at), default=len(pieces))
    cells = [index for index in range(before, end) if pieces[index].is_cell]
    if key == "3":
        return next(iter(cells), end)
    if key == "timetable":
        return _second_column(pieces, cells, end, language) - 1
    if key == "4":
        header = _second_column(pieces, cells, end, language)
        return next((index for index in cells if index > header and pieces[index].opens), end)
    if key == "4.1":
        return before if pieces[before].is_cell else before + 1
    if key == "5":
        objective = fold(LEVELS[language]["SO"])
        return next((index for index in cells if fold(pieces[index].text) == objective), end)
    return end


def _second_column(pieces: Sequence[Piece], cells: Sequence[int], end: int, language: str) -> int:
    """The second of the timetable's column headings, by which the table is known."""
    second = fold(COLUMNS[language]["timetable"][1])
    for index in cells:
        if fold(pieces[index].text) == second:
            return index
    piece = pieces[min(end, len(pieces) - 1)]
    expected = HEADINGS[language]["timetable"]
    raise NotReadable("missing_section", line=piece.number, place="timetable", expected=expected, found=piece.text)
