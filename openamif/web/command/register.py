"""``openamif register erase-due [--yes] [--keep REFERENCE]`` and ``openamif register rotate-key``.

``erase-due`` says what names persons and has been kept for as long as the law asks: beneficial owners, contacts, the
workbooks that grants came from, files of reports, registers; with ``--yes`` it erases them. Figures that were reported,
their proofs (of files name, size and checksum) and the trail stay. ``--keep``: a grant, or a programme such as
``BE 2014-2020``, that is left alone, because a proceeding or the Commission stopped its period; it may be said again.

``rotate-key`` passes every pseudonym through the keys that were added to REGISTER_KEYS; broken off, it is called again.

The database is that of the settings named by DJANGO_SETTINGS_MODULE, else of a workstation. Exit status: 0, or 1 where
something is due and was not erased, or a reference to keep is nobody's.
"""

import argparse
import importlib
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from openamif.web.command.trail import set_up


def configure(parser: argparse.ArgumentParser) -> None:
    """Two deeds."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    erase = deeds.add_parser("erase-due", help="say what is due for erasure; with --yes, erase it")
    erase.add_argument("--yes", action="store_true", help="erase what is due: it cannot be brought back")
    erase.add_argument(
        "--on", type=a_day, metavar="DAY", help="by another day than today, as 2030-12-31; never with --yes"
    )
    erase.add_argument(
        "--keep", action="append", default=[], metavar="REFERENCE", help="leave it alone: a grant, or BE 2014-2020"
    )
    deeds.add_parser("rotate-key", help="pass every pseudonym through the keys added to REGISTER_KEYS")


def a_day(text: str) -> date:
    """As it is written everywhere, or a refusal that says how."""
    try:
        return date.fromisoformat(text)
    except ValueError as none:
        raise argparse.ArgumentTypeError(f"{text} is no day: it is written as 2030-12-31") from none


def run(arguments: argparse.Namespace) -> int:
    """What was done, line by line."""
    set_up()
    return (
        rotate_key()
        if arguments.deed == "rotate-key"
        else erase_due(on=arguments.on, yes=arguments.yes, kept=arguments.keep)
    )


def erase_due(*, on: date | None, yes: bool, kept: Collection[str] = ()) -> int:
    """Everything that is due, and whether it was erased; registers last, for what counts them is the longest."""
    if on and yes:
        print("--on only looks ahead: leave it out to erase")
        return 1
    unknown = importlib.import_module("openamif.grants.queries.retention").names_nothing(kept)
    for each in unknown:
        print(f"--keep {each}: no grant has this reference, and no programme is called so", file=sys.stderr)
    if unknown:
        print("Nothing was erased: a mistyped reference would not keep its grant.", file=sys.stderr)
        return 1
    day = on or importlib.import_module("django.utils.timezone").localdate()
    left = 0
    for what, due in (
        ("grants with persons", persons_due(day)),
        ("programmes with workbooks of grants", workbooks_due(day)),
        ("grants with files of reports", files_due(day)),
        ("registers", registers_due(day)),
    ):
        number = 0
        for each in due:
            goes = each.reference not in kept
            number += goes
            if yes and goes:
                each.erase()
            print(f"{each.reference}: {each.what}, due on {each.due_on}{told(yes=yes, goes=goes)}")
        print(f"{number} {what} due{' and erased' if yes else ''}")
        left += number
    return 1 if left and not yes else 0


def told(*, yes: bool, goes: bool) -> str:
    """What became of it."""
    return ": kept back" if not goes else ": erased" if yes else ""


@dataclass(frozen=True)
class Due:
    """What may go: of which grant or programme, what in words, since when, and how it is erased."""

    reference: str
    what: str
    due_on: date
    erase: Callable[[], object]


def persons_due(day: date) -> Iterator[Due]:
    """Beneficial owners and contacts."""
    erase = importlib.import_module("openamif.grants.actions.erase_persons").erase_persons
    for each in importlib.import_module("openamif.grants.queries.retention").persons_due(day):
        what = f"{each.owners} beneficial owners, {'a contact' if each.has_contact else 'no contact'}"
        yield Due(each.grant.reference, what, each.due_on, partial(erase, each.grant, on=day))


def workbooks_due(day: date) -> Iterator[Due]:
    """Workbooks that grants came from, which name both."""
    erase = importlib.import_module("openamif.grants.actions.erase_workbooks").erase_workbooks
    for programme, due_on, number in importlib.import_module("openamif.grants.queries.retention").workbooks_due(day):
        reference = f"{programme.country} {programme.period}"
        yield Due(reference, f"{number} workbooks", due_on, partial(erase, programme, on=day))


def files_due(day: date) -> Iterator[Due]:
    """Files that came with reports."""
    erase = importlib.import_module("openamif.reports.actions.erase_files").erase_files
    for each in importlib.import_module("openamif.reports.queries.retention").files_due(day):
        what = f"{each.files} files, {each.size} bytes"
        yield Due(each.grant.reference, what, each.due_on, partial(erase, each.grant, on=day))


def registers_due(day: date) -> Iterator[Due]:
    """Participants and events."""
    erase = importlib.import_module("openamif.reports.actions.erase_counted_register").erase_counted_register
    for each in list(importlib.import_module("openamif.register.queries.retention").registers_due(day)):
        what = f"{each.participants} participants, {each.events} events"
        yield Due(each.grant.reference, what, each.due_on, partial(erase, each.grant, on=day))


def rotate_key() -> int:
    """How far it is, from time to time."""
    done = 0
    for done in importlib.import_module("openamif.register.actions.rotate_key").rotate_key():
        print(f"{done} codes passed on")
    print("every code has passed through the whole ring" if done else "every code had passed through the whole ring")
    return 0
