"""What an export is made from: a document and what stands beside it, for one reader on one day."""

from dataclasses import dataclass, replace
from datetime import date

from openamif.rules.finding import Finding
from openamif.sfc.programme_2014 import Programme
from openamif.web.components.prose import language_of


@dataclass(frozen=True, slots=True)
class ExportSource:
    """``title``: of the programme; ``country``: ISO 3166 alpha-2; ``version``: as printed (``5.1``); ``state``: in the

    reader's words; ``findings``: those that hold and those that fail; ``on``: the day it is made; ``language``: the
    reader's. ``document`` is as much of the programme as the reader may see.
    """

    document: Programme
    title: str
    country: str
    period: str
    version: str
    state: str
    findings: tuple[Finding, ...]
    on: date
    language: str

    @property
    def texts_in(self) -> str:
        """The language that the texts are written in, so that they are read out as they should be."""
        texts = (*self.document.summary, *self.document.baseline)
        return language_of(texts, otherwise=self.document.language)

    @property
    def stem(self) -> str:
        """The name a file of it begins with: ``AMIF-BE-2014-2020-v5.1``."""
        return f"{self.document.fund}-{self.country}-{self.period}-v{self.version}"


def published(document: Programme) -> Programme:
    """The document as everyone may see it: without the names of those who sent its files."""
    return replace(document, documents=tuple(replace(each, sent_by="") for each in document.documents))
