"""``openamif programme read`` and ``openamif programme check``: a national programme's document, read and checked."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openamif.law import LANGUAGES, PERIODS
from openamif.programmes.facts import programme_facts
from openamif.rules.national_programme import check, errors
from openamif.sfc import numbers
from openamif.sfc.errors import CODES, NotReadable
from openamif.sfc.json_2014 import as_json
from openamif.sfc.programme_2014 import Reading
from openamif.sfc.reader_2014 import read_bytes
from openamif.web.command import report, summary
from openamif.web.command.speech import shower, translator
from openamif.web.wording.marking import gettext_noop

HOLDS, FAILS, NOT_READABLE = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the two verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="read|check")
    reading = verbs.add_parser("read", help="read the document and tell what it holds")
    checking = verbs.add_parser("check", help="check the document against the rules; 1 when an error-level rule fails")
    for verb in (reading, checking):
        verb.add_argument(
            "file", type=Path, metavar="FILE", help="the programme as the Commission's system exports it, in text"
        )
        verb.add_argument("--json", action="store_true", help="JSON instead of text")
        verb.add_argument(
            "--language", choices=LANGUAGES, default="en", help="the language of the answer (default: en)"
        )
    checking.add_argument(
        "--reference-allocation",
        type=_amount,
        metavar="A",
        help="the basic amounts, EUR (default: as the document prints)",
    )
    checking.add_argument("--on", type=_day, metavar="DAY", help="the day whose law applies (default: today)")
    checking.add_argument("--all", action="store_true", help="also the rules that hold")


def run(arguments: argparse.Namespace) -> int:
    """Reads the file, then answers; 2 where it cannot be read."""
    say = translator(arguments.language)
    try:
        reading = read_bytes(arguments.file.read_bytes())
    except NotReadable as refusal:
        print(_refusal(refusal, say), file=sys.stderr)
        return NOT_READABLE
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return NOT_READABLE
    return _check(arguments, reading, say) if arguments.verb == "check" else _read(arguments, reading, say)


def _read(arguments: argparse.Namespace, reading: Reading, say: Callable[[str], str]) -> int:
    if arguments.json:
        print(json.dumps(as_json(reading), ensure_ascii=False, indent=2))
    else:
        print("\n".join(summary.lines(reading, say, shower(arguments.language, period=reading.programme.period))))
    return HOLDS


def _check(arguments: argparse.Namespace, reading: Reading, say: Callable[[str], str]) -> int:
    programme = programme_facts(reading.programme)
    day = arguments.on or datetime.now().astimezone().date()
    findings = check(programme, reference_allocation=arguments.reference_allocation, on=day)
    show = shower(arguments.language, period=reading.programme.period)
    if arguments.json:
        print(json.dumps(report.objects(findings, say, show), ensure_ascii=False, indent=2))
    else:
        print("\n".join(report.lines(findings, programme.messages, say, show, every=arguments.all)))
    return FAILS if errors(findings) else HOLDS


def _refusal(refusal: NotReadable, say: Callable[[str], str]) -> str:
    lines = [
        say(gettext_noop("The document cannot be read: %(reason)s.")) % {"reason": say(CODES[refusal.code])},
        *(f"  {say(word)}: {value}" for word, value in _where(refusal) if value),
    ]
    return "\n".join(lines)


def _where(refusal: NotReadable) -> tuple[tuple[str, object], ...]:
    return (
        (gettext_noop("line"), refusal.line),
        (gettext_noop("place"), refusal.place),
        (gettext_noop("expected"), refusal.expected),
        (gettext_noop("found"), refusal.found),
    )


def _amount(text: str) -> Decimal:
    """An amount as a document may print it; the basic amounts are more than nothing."""
    try:
        found = numbers.amount(text)
    except ValueError:
        found = None
    if found is None or found <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount")
    return found


def _day(text: str) -> date:
    """A day of the period's law, which begins with its first year."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day, such as 2020-12-31") from None
    first = PERIODS[0].partition("-")[0]
    if str(found.year) < first:
        raise argparse.ArgumentTypeError(f"{text} is before the law of the period: it begins in {first}")
    return found
