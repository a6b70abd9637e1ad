"""The texts of a national programme: sections 1, 2, 4.1, 6 and the justification in section 7."""

import re
from collections.abc import Sequence

from openamif.sfc.errors import NotReadable
from openamif.sfc.lines import Ledger, Piece
from openamif.sfc.outline_2014 import Outline

PARTNERSHIP = ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7.2")

_NUMBERED = re.compile(r"([0-9]{1,2})\.\s*(\S.*)")


def section(form: Outline, key: str, place: str, ledger: Ledger) -> tuple[str, ...]:
    """The paragraphs under a heading. A cell cannot stand there: a table or heading would have been lost."""
    part = form.part(key)
    for piece in part:
        if piece.is_cell:
            raise NotReadable("out_of_place", line=piece.number, place=place, expected="text", found=piece.text)
    if heading := form.heading(key):
        ledger.take(place, heading.number)
    return paragraphs(part, place, ledger)


def paragraphs(pieces: Sequence[Piece], place: str, ledger: Ledger) -> tuple[str, ...]:
    """The texts of a stretch, in cells or not, without the blank lines."""
    ledger.take_all(place, [piece for piece in pieces if not piece.is_blank])
    return tuple(piece.text for piece in pieces if piece.text)


def partnership(form: Outline, ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Sections 6.1 to 6.6 and 6.7.2."""
    for piece in form.part("6.7"):
        if not piece.is_blank:
            raise NotReadable("out_of_place", line=piece.number, place="6.7", expected="6.7.1", found=piece.text)
    return {key: section(form, key, f"partnership.{key}", ledger) for key in PARTNERSHIP}


def beneficiary_types(form: Outline, ledger: Ledger) -> tuple[str, ...]:
    """Section 6.7.1: the main types of beneficiaries, numbered from 1."""
    types: list[str] = []
    for text, piece in zip(
        section(form, "6.7.1", "beneficiary_types", ledger), _texts(form.part("6.7.1")), strict=True
    ):
        match = _NUMBERED.fullmatch(text)
        if match is None or int(match[1]) != len(types) + 1:
            wanted = f"{len(types) + 1}."
            place = f"beneficiary_types.{len(types) + 1}"
            raise NotReadable("missing_row", line=piece.number, place=place, expected=wanted, found=text)
        types.append(match[2])
    return tuple(types)


def _texts(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.text]
