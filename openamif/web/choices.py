"""What the cells of a workbook are chosen from: in the reader's words, and understood in every language of the site."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from openamif.law import LANGUAGES, Code
from openamif.web.official import alone, reader_language
from openamif.workbooks import Choice


def in_every_language(words: object) -> tuple[str, ...]:
    """What it is called in each language of the site: a file filled in by a colleague is understood too."""
    said = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said.append(str(words))
    return tuple(said)


def chosen(labels: Mapping[str, Promise], keys: Iterable[str] | None = None) -> tuple[Choice, ...]:
    """Choices by their labels."""
    return tuple(Choice(key, labels[key], in_every_language(labels[key])) for key in keys or labels)


def coded(every: Iterable[Code]) -> tuple[Choice, ...]:
    """Codes of the law, each offered as ``SO2.NO2 Integration``; the full official name is understood too, in every
    language.
    """
    language = reader_language()
    return tuple(
        Choice(
            each.code,
            f"{each.code} {alone(each.name(language))}",
            tuple(f"{each.code} {said}" for code in LANGUAGES for said in (each.name(code), alone(each.name(code)))),
        )
        for each in every
    )
