"""The findings on a document, told in text or as JSON objects: for ``openamif programme check``."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from openamif.rules.finding import Finding, Severity
from openamif.rules.national_programme import message_agrees
from openamif.rules.national_programme.facts import Message
from openamif.web.command.speech import CENT
from openamif.web.wording import finding_text
from openamif.web.wording.citations import in_words
from openamif.web.wording.marking import gettext_noop

Say = Callable[[str], str]
Show = Callable[[str, object], str]

_SEVERITIES = {
    Severity.ERROR: gettext_noop("error"),
    Severity.WARNING: gettext_noop("warning"),
    Severity.INFO: gettext_noop("note"),
}
_WIDTH = 100


def lines(
    findings: tuple[Finding, ...], messages: tuple[Message, ...], say: Say, show: Show, *, every: bool = False
) -> Iterator[str]:
    """The Commission's rules beside the document's own messages, then ours; the rules that hold are only counted."""
    yield say(gettext_noop("Rules of the Commission, worked out again"))
    theirs = [each for each in findings if each.by == "commission"]
    for finding in theirs:
        yield from _told(finding, say, show)
        yield f"      {say(_agreement(finding, messages))}"
    yield from _only_in_document(theirs, messages, say)
    yield ""
    yield say(gettext_noop("Rules of OpenAMIF"))
    ours = [each for each in findings if each.by != "commission"]
    for finding in ours:
        if every or not finding.holds:
            yield from _told(finding, say, show)
    yield ""
    yield _counted(findings, say)


def _told(finding: Finding, say: Say, show: Show) -> Iterator[str]:
    text = finding_text(finding, say, show)
    state = say(gettext_noop("holds")) if finding.holds else say(_SEVERITIES[finding.severity])
    yield ""
    yield f"  {finding.rule:<7} {state} · {text.title} · {finding.place}"
    yield from textwrap.wrap(text.sentence, _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)
    if text.equation:
        yield f"      {text.equation}"
    yield f"      {in_words(finding.source, say)}"


def _agreement(finding: Finding, messages: tuple[Message, ...]) -> str:
    said = [message.message for message in messages if message.code == finding.rule]
    if any(message_agrees(finding, message) for message in said):
        return gettext_noop("The document's own validation says the same.")
    if said and not finding.holds:
        return gettext_noop("The document's own validation has this message with other figures.")
    if said:
        return gettext_noop("The document's own validation says otherwise: it has this message.")
    if finding.holds:
        return gettext_noop("The document's own validation does not have this message either.")
    return gettext_noop("The document's own validation does not have this message.")


def _only_in_document(theirs: list[Finding], messages: tuple[Message, ...], say: Say) -> Iterator[str]:
    known = {finding.rule for finding in theirs}
    for message in messages:
        if message.code not in known:
            yield ""
            said = " ".join(each for each in (_severity(message, say), message.code, message.message) if each)
            yield "  " + say(gettext_noop("In the document only: %(message)s")) % {"message": said}


def _severity(message: Message, say: Say) -> str:
    return say(_SEVERITIES[Severity(message.severity)]) if message.severity in set(Severity) else message.severity


def _counted(findings: tuple[Finding, ...], say: Say) -> str:
    failing = [each for each in findings if not each.holds]
    counts = {severity: sum(each.severity is severity for each in failing) for severity in Severity}
    return say(
        gettext_noop("Errors: %(errors)s. Warnings: %(warnings)s. Notes: %(notes)s. Findings that hold: %(held)s.")
    ) % {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.INFO],
        "held": len(findings) - len(failing),
    }


def objects(findings: tuple[Finding, ...], say: Say, show: Show) -> list[dict[str, object]]:
    """Every finding as a JSON object; amounts are texts with two decimals, so that nothing is lost."""
    return [_object(finding, say, show) for finding in findings]


def _object(finding: Finding, say: Say, show: Show) -> dict[str, object]:
    text = finding_text(finding, say, show)
    return {
        "code": finding.rule,
        "by": finding.by,
        "severity": finding.severity.value,
        "holds": finding.holds,
        "variant": finding.variant,
        "place": finding.place,
        "found": _plain(finding.found),
        "expected": _plain(finding.expected),
        "parts": [{"name": name, "value": _value(value)} for name, value in finding.parts],
        "article": finding.source,
        "title": text.title,
        "message": text.sentence,
        "equation": text.equation,
    }


def _plain(named: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(value) for name, value in named.items()}


def _value(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value.quantize(CENT):f}"
    if isinstance(value, date):
        return value.isoformat()
    return value
