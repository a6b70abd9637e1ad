"""The lines of a dry run: what was found in cells, in words; the same of many rows is one line."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import ngettext

from openamif.register.queries.cells import Cell
from openamif.web.beneficiary.file_words import FEW, sentence_for
from openamif.web.cells import Told
from openamif.web.components import formats
from openamif.web.register_labels import FIELDS


def lines_of(cells: Iterable[Cell], period: str) -> list[Told]:
    """A line each, by sheet, row and column; never a name or a number of anybody."""
    lines = [told(cell, period) for cell in cells]
    sheets = {sheet: place for place, sheet in enumerate(dict.fromkeys(line.sheet for line in lines))}
    return sorted(lines, key=lambda line: (sheets[line.sheet], line.row, len(line.column), line.column))


def told(cell: Cell, period: str) -> Told:
    """One cell."""
    heading = str(FIELDS.get(cell["key"], cell["key"]))
    return Told(cell["sheet"], cell["row"], cell["column"], heading, sentence_for(cell, heading, period))


def alike(lines: Iterable[Told]) -> list[Told]:
    """What is said of several rows in the same words, once, at the first of them."""
    same: dict[tuple[str, str, str], list[Told]] = {}
    for line in lines:
        same.setdefault((line.sheet, line.column, line.sentence), []).append(line)
    return [together(*each) for each in same.values()]


def together(first: Told, *others: Told) -> Told:
    """One line for all, at the first row."""
    rows = sorted({line.row for line in others} - {first.row})
    some = rows[: FEW + 1]
    sentence = first.sentence
    if rows:
        words = ngettext("The same in row %(rows)s.", "The same in %(count)s other rows: %(rows)s.", len(rows))
        listed = formats.listed(map(formats.count, some), at_most=FEW)
        sentence += " " + words % {"count": formats.count(len(rows)), "rows": listed}
    sentence = sentence.replace("….", "…")
    return replace(first, sentence=sentence, number=1 + len(others))
