"""The texts: filled, within their limits, without links; and the reasons of direct award (X-03, X-18)."""

import re
from collections.abc import Iterator
from datetime import date

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.national_programme.facts import Programme, Text
from openamif.rules.national_programme.table import INFO, PERIOD, failing_or, says

MUST_BE_FILLED = (
    "summary",
    "baseline",
    "objectives.SO1.strategy",
    "objectives.SO2.strategy",
    "objectives.SO3.strategy",
    "partnership.6.1",
    "partnership.6.2",
    "partnership.6.3",
    "partnership.6.4",
    "partnership.6.5",
    "partnership.6.6",
)
DIRECT_AWARD = "partnership.6.7.2"
CONTROL_SYSTEM = "management_and_control_system"
_LIMITED = {"summary": "text_limits.summary", CONTROL_SYSTEM: "text_limits.management_and_control_system"}
_SELF_CONTAINED = ("summary", "baseline", "objectives")
_LINK = re.compile(r"https?://|\bwww\.|\bmailto:", re.IGNORECASE)
_OBJECTIVE = re.compile(
    r"\b(?:NO|ON|NZ)\s?[1-9]\b"
    r"|(?i:national objectives?|objectifs? nationa(?:l|ux)|nationale doelstelling|nationale[nrs]? ziel)"
)


def texts_are_lawful(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """X-03: the texts that the form asks for are filled, none is over its limit, sections 1 to 3 hold no link."""
    held = says("X-03", True, "texts", variant="lawful", found={"texts": len(programme.texts)})
    return failing_or(held, [*_empty(programme), *_too_long(programme, on), *_links(programme.texts)])


def _empty(programme: Programme) -> Iterator[Finding]:
    for place in MUST_BE_FILLED:
        if not any(paragraph.strip() for paragraph in programme.text(place)):
            yield says("X-03", False, place, variant="empty")


def length(paragraphs: tuple[str, ...]) -> int:
    """Characters, a line's end between paragraphs counting one."""
    return len("\n".join(paragraphs))


def _too_long(programme: Programme, on: date) -> Iterator[Finding]:
    system = Text(CONTROL_SYSTEM, (programme.management_and_control_system or "",))
    for text in (*programme.texts, system):
        if text.place in _LIMITED:
            limit = figure(_LIMITED[text.place], on=on, period=PERIOD)
            found, expected = {"characters": length(text.paragraphs)}, {"characters": int(limit.number)}
            if length(text.paragraphs) > limit.number:
                place, source = text.place, limit.source
                yield says("X-03", False, place, variant="too_long", source=source, found=found, expected=expected)


def _links(texts: tuple[Text, ...]) -> Iterator[Finding]:
    for text in texts:
        if text.place.partition(".")[0] in _SELF_CONTAINED:
            links = sum(1 for paragraph in text.paragraphs if _may_link(paragraph) and _LINK.search(paragraph))
            if links:
                yield says("X-03", False, text.place, variant="link", found={"paragraphs": links})


def _may_link(paragraph: str) -> bool:
    """Quick to tell: a link has a colon, a www or a slash in it."""
    return ":" in paragraph or "/" in paragraph or "www" in paragraph.lower()


def direct_award_is_justified(programme: Programme) -> tuple[Finding, ...]:
    """X-18: where awards are made directly, the text gives the reason and the national objective concerned.

    The form holds the objective in a field of its own, which a text export can lose: a text that names none is only
    noted.
    """
    paragraphs = programme.text(DIRECT_AWARD)
    if not any(paragraph.strip() for paragraph in paragraphs):
        return (says("X-18", True, DIRECT_AWARD, variant="none"),)
    if any(_OBJECTIVE.search(paragraph) for paragraph in paragraphs):
        return (says("X-18", True, DIRECT_AWARD, variant="justified"),)
    return (says("X-18", False, DIRECT_AWARD, variant="objective_not_named", severity=INFO),)
