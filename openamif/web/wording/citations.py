"""Official references in the reader's words: no framework, so the command line shares them.

References are kept in English, as the law's files write them (``Regulation (EU) No 514/2014, Article 16(2)``).
"""

import re
from collections.abc import Callable

from openamif.web.wording.marking import gettext_noop

PHRASES = (
    gettext_noop("Commission Delegated Regulation"),
    gettext_noop("Commission Implementing Regulation"),
    gettext_noop("Delegated Regulation"),
    gettext_noop("Implementing Regulation"),
    gettext_noop("Implementing Decision"),
    gettext_noop("Regulation"),
    gettext_noop("Directive"),
    gettext_noop("Decision"),
    gettext_noop("as amended by"),
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
NUMBER_SIGN = re.compile(r"(?<=No|n°|Nr|nr) (?=\d)|(?<=Nr\.|nr\.) (?=\d)")
ANY_PHRASE = re.compile(
    "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in PHRASES) + rf"|(?<= ){AND}(?= [\d(]| Implementing)"
)


def in_words(reference: str, translate: Callable[[str], str]) -> str:
    """The reference with its English words in the reader's language."""
    return NUMBER_SIGN.sub("\u00a0", ANY_PHRASE.sub(lambda found: translate(found.group()), reference))
