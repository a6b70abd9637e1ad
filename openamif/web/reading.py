"""Why a document could not be read or written, and on what ground structure was put back, in the reader's words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.sfc.errors import CODES, NotReadable, NotWritable
from openamif.sfc.grounds_2014 import GROUNDS
from openamif.sfc.programme_2014 import Inference, Line
from openamif.web.places import place_words

AROUND = 2
PERIOD = "2014-2020"
EXPECTED: dict[str, Promise] = {
    "amount": gettext_lazy("an amount, such as 1 234,50"),
    "count": gettext_lazy("a whole number"),
    "year": gettext_lazy("a year in four digits"),
    "date": gettext_lazy("a date, such as 05/02/2014"),
    "once": gettext_lazy("this only once"),
    "text": gettext_lazy("a text"),
    "utf-8": gettext_lazy("text in UTF-8"),
    "objective": gettext_lazy("the code of an objective of the form"),
    "country": gettext_lazy("the name of a Member State"),
    "severity": gettext_lazy("a severity: information, warning or error"),
    "indicator": gettext_lazy("the code of a common indicator"),
    "message": gettext_lazy("a message"),
}
EXPECTED_OF: dict[str, Promise] = {
    "cells": gettext_lazy("a row of %(value)s cells"),
    "heading": gettext_lazy("the heading of a part (%(value)s)"),
    "after": gettext_lazy("this only after %(value)s"),
    "bytes": gettext_lazy("at most %(value)s bytes"),
    "lines": gettext_lazy("at most %(value)s lines"),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal with the lines around the place, so that it can be found in the file."""

    sentence: str
    line: int | None
    expected: str
    found: str
    place: str
    around: tuple[Line, ...]
    is_encoding: bool = False


def refusal_of(refusal: NotReadable, raw: bytes) -> Refusal:
    """In words, with where, what was expected and what was found."""
    lines = raw.decode("utf-8", "replace").splitlines()
    around: tuple[Line, ...] = ()
    if refusal.line:
        first = max(1, refusal.line - AROUND)
        around = tuple(Line(first + i, text) for i, text in enumerate(lines[first - 1 : refusal.line + AROUND]))
    sentence = _(CODES[refusal.code])
    sentence = sentence[:1].upper() + sentence[1:]
    place = place_words(refusal.place, PERIOD) if refusal.place else ""
    return Refusal(
        sentence,
        refusal.line,
        expected_words(refusal.expected),
        refusal.found,
        place,
        around,
        refusal.code == "encoding",
    )


def expected_words(expected: str) -> str:
    """What should stand there: a key in words, or a label of the form as it is."""
    kind, _dot, value = expected.partition(":")
    if value and kind in EXPECTED_OF:
        return str(EXPECTED_OF[kind]) % {"value": value}
    return str(EXPECTED.get(expected, expected))


def unwritable(refusal: NotWritable) -> str:
    """Which part of a version the Commission's form cannot hold."""
    words = _("The Commission’s text form cannot hold this version: %(place)s. Put that part right first.")
    return words % {"place": place_words(refusal.place, PERIOD)}


def ground_of(inference: Inference) -> str:
    """Why the reader takes it so."""
    return _(GROUNDS[inference.ground])
