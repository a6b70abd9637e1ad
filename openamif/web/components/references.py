"""Official references: written in the reader's language, and read into addresses of EUR-Lex.

References are kept in English, as the law's files write them (``Regulation (EU) No 514/2014, Article 16(2)``). Acts are
addressed by their European Legislation Identifier, ``/eli/reg/2014/514/oj``.
"""

import re
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openamif.web.wording import citations

EUR_LEX = "https://eur-lex.europa.eu"
FIRST_YEAR, LAST_YEAR = 1957, 2100
ACT = re.compile(
    r"\b(?P<way>Delegated|Implementing)?\s*(?P<kind>Reg|Dir|Dec)(?:ulation|ective|ision|\.)?"
    r"\s*(?:\([A-Za-z, ]+\))?\s*(?P<no>No\.?\s*)?(?P<first>\d{1,4})/(?P<second>\d{1,4})\b"
)
CELEX = re.compile(r"^[1-9]\d{4}[A-Z]{1,2}\d{4}$")
WAYS = {None: "", "Delegated": "_del", "Implementing": "_impl"}


@dataclass(frozen=True, slots=True)
class Act:
    """A legal act: its ELI type, year and number."""

    kind: str
    year: int
    number: int

    @property
    def url(self) -> str:
        """Its page on EUR-Lex, in the reader's language where EUR-Lex has it."""
        language = {"fr": "fra", "nl": "nld", "de": "deu"}.get((get_language() or "")[:2], "eng")
        return f"{EUR_LEX}/eli/{self.kind}/{self.year}/{self.number}/oj/{language}"


def act_of(reference: str) -> Act | None:
    """The act that a reference names; None where it names none that can be told for certain."""
    found = ACT.search(reference)
    if not found:
        return None
    first, second = int(found["first"]), int(found["second"])
    year_first = not found["no"] and FIRST_YEAR < first < LAST_YEAR
    year, number = (first, second) if year_first else (second, first)
    if not FIRST_YEAR < year < LAST_YEAR:
        return None
    return Act(found["kind"].lower() + WAYS[found["way"]], year, number)


def address_of(reference: str) -> str:
    """Where the text of a reference can be read; empty where it cannot be told."""
    if CELEX.match(reference.strip()):
        return f"{EUR_LEX}/legal-content/EN/TXT/?uri=CELEX:{reference.strip()}"
    act = act_of(reference)
    return act.url if act else ""


def in_words(reference: str) -> str:
    """The reference with its English words in the reader's language."""
    return citations.in_words(reference, _)
