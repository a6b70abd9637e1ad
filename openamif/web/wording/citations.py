"""Official references in the reader's words: no framework, so the command line shares them.

References are kept in English, as the law's files write them (``Regulation (EU) No 514/2014, Article 16(2)``). Each
language names the parts of an article in its own way: ``article 16, paragraphe 2``, ``artikel 16, lid 2``, ``Artikel 16
Absatz 2``.
"""

import re
from collections.abc import Callable, Mapping

from openamif.web.wording.marking import gettext_noop

PHRASES = (
    gettext_noop("as amended by Delegated Regulation"),
    gettext_noop("as amended by Regulation"),
    gettext_noop("Commission Delegated Regulation"),
    gettext_noop("Commission Implementing Regulation"),
    gettext_noop("Delegated Regulation"),
    gettext_noop("Implementing Regulation"),
    gettext_noop("Implementing Decision"),
    gettext_noop("Regulation"),
    gettext_noop("Directive"),
    gettext_noop("Decision"),
    gettext_noop("Articles"),
    gettext_noop("Article"),
    gettext_noop("Annex"),
    gettext_noop("section"),
    gettext_noop("recital"),
    gettext_noop("paragraph"),
    gettext_noop("point"),
    gettext_noop("SFC2014, validation of the national programme, rule"),
    gettext_noop("(EU) No"),
    gettext_noop("(EU)"),
)
AND = gettext_noop("and")
PARTS: Mapping[str, str] = {
    gettext_noop("%(article)s(%(paragraph)s)"): r"(?P<article>\b\d+[a-z]?)\((?P<paragraph>\d+)\)",
    gettext_noop("(%(letter)s)"): r"(?<=[\d)])\((?P<letter>[a-z])\)",
    gettext_noop("point (%(number)s)"): r"\bpoint \((?P<number>\d+)\)",
    gettext_noop("(%(other)s)"): r"(?:(?<=\), )|(?<=\) and ))\((?P<other>\d+)\)",
}
"""The parts of an article: how English writes each, and where it is found; ``other``: a further paragraph."""
NUMBER_SIGN = re.compile(r"(?<=No|n°|Nr|nr) (?=\d)|(?<=Nr\.|nr\.) (?=\d)")
ANY = re.compile(
    "|".join(
        (
            *PARTS.values(),
            *(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in PHRASES),
            rf"(?<= ){AND}(?= [\d(]| Implementing)",
        )
    )
)


def in_words(reference: str, translate: Callable[[str], str]) -> str:
    """The reference with its English words in the reader's language."""
    return NUMBER_SIGN.sub("\u00a0", ANY.sub(lambda found: _said(found, translate), reference))


def _said(found: re.Match[str], translate: Callable[[str], str]) -> str:
    named = {name: value for name, value in found.groupdict().items() if value}
    part = next((each for each in PARTS if named and all(f"%({name})s" in each for name in named)), None)
    return translate(part) % named if part else translate(found.group())
