"""Why a document could not be read, and on what ground structure was put back, in the reader's words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from openamif.sfc.errors import CODES, NotReadable
from openamif.sfc.grounds_2014 import GROUNDS
from openamif.sfc.programme_2014 import Inference, Line

AROUND = 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal with the lines around the place, so that it can be found in the file."""

    sentence: str
    line: int | None
    expected: str
    found: str
    place: str
    around: tuple[Line, ...]


def refusal_of(refusal: NotReadable, raw: bytes) -> Refusal:
    """In words, with where, what was expected and what was found."""
    lines = raw.decode("utf-8", "replace").splitlines()
    around: tuple[Line, ...] = ()
    if refusal.line:
        first = max(1, refusal.line - AROUND)
        around = tuple(Line(first + i, text) for i, text in enumerate(lines[first - 1 : refusal.line + AROUND]))
    sentence = _(CODES[refusal.code])
    sentence = sentence[:1].upper() + sentence[1:]
    return Refusal(sentence, refusal.line, refusal.expected, refusal.found, refusal.place, around)


def ground_of(inference: Inference) -> str:
    """Why the reader takes it so."""
    return _(GROUNDS[inference.ground])
