"""Texts of a programme made readable: headings and lists told from paragraphs, and the language they are written in."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BULLET = re.compile(r"^\s*[·•▪○*–-]\s*(?=\S)")
LONGEST_HEADING, MOST_WORDS = 60, 5
FREQUENT = {
    "en": ("the", "and", "of", "to", "for", "with", "will", "on"),
    "fr": ("les", "des", "et", "du", "une", "pour", "dans", "sur"),
    "nl": ("het", "een", "van", "voor", "met", "zijn", "wordt", "op"),
    "de": ("der", "die", "und", "für", "mit", "wird", "von", "den"),
}
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Block:
    """``kind``: heading, list or paragraph; a list has several texts, the others one."""

    kind: str
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text of a heading or a paragraph."""
        return self.texts[0]


def blocks(paragraphs: Iterable[str]) -> list[Block]:
    """The paragraphs as they are meant: short lines before a text head it, what begins with a bullet is a list."""
    texts = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    made: list[Block] = []
    for text, following in zip(texts, [*texts, ""][1:], strict=True):
        if BULLET.match(text):
            before = made.pop().texts if made and made[-1].kind == "list" else ()
            made.append(Block("list", (*before, BULLET.sub("", text))))
        else:
            made.append(Block("heading" if is_heading(text, following) else "paragraph", (text,)))
    return made


def is_heading(text: str, following: str) -> bool:
    """In capitals, or a few words without a full stop before a longer text."""
    if len(text) > LONGEST_HEADING or not (text[-1].isalnum() or text[-1] == ")"):
        return False
    return text.isupper() or (len(text.split()) <= MOST_WORDS and len(following) > LONGEST_HEADING)


def language_of(texts: Sequence[str], *, otherwise: str) -> str:
    """The language a text is written in, told by its most frequent small words.

    A form in French may hold texts in English: a page that reads them out must know (WCAG 2.1, 3.1.2).
    """
    words = Counter(WORD.findall(" ".join(texts).lower()))
    counted = {language: sum(words[word] for word in small) for language, small in FREQUENT.items()}
    best = max(counted, key=lambda language: counted[language])
    return best if counted[best] else otherwise
