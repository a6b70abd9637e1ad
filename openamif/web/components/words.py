"""Two texts compared word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]", re.UNICODE)
MANY_WORDS = 4000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text; ``change``: same, gone or new."""

    text: str
    change: str


def compared(before: str, after: str) -> tuple[list[Stretch], list[Stretch]]:
    """Both texts as stretches that together give the text back, with what is gone and what is new marked."""
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) + len(new) > MANY_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) + len(new) > MANY_WORDS:
        old, new = [before], [after]
    left: list[Stretch] = []
    right: list[Stretch] = []
    moves = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (tag, i1, i2, j1, j2) in enumerate(moves):
        between = 0 < place < len(moves) - 1 and not "".join(old[i1:i2]).strip()
        same = tag == "equal" and not between
        add(left, "".join(old[i1:i2]), "same" if same else "gone")
        add(right, "".join(new[j1:j2]), "same" if same else "new")
    return left, right


def add(stretches: list[Stretch], text: str, change: str) -> None:
    """Put the text at the end, joined to the last stretch where that changed in the same way."""
    if stretches and stretches[-1].change == change:
        text = stretches.pop().text + text
    if text:
        stretches.append(Stretch(text, change))
