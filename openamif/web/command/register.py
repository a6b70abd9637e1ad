"""``openamif register erase-due [--yes]`` and ``openamif register rotate-key``.

``erase-due`` says which registers have been kept for as long as the law asks; with ``--yes`` it erases them. Figures
that were reported, their proofs and the trail stay. ``rotate-key`` passes every pseudonym through the keys that were
added to REGISTER_KEYS; broken off, it is called again. The database is that of the settings named by
DJANGO_SETTINGS_MODULE, else of a workstation. Exit status: 0, or 1 where something is due and was not erased.
"""

import argparse
import importlib
from datetime import date

from openamif.web.command.trail import set_up


def configure(parser: argparse.ArgumentParser) -> None:
    """Two deeds."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    erase = deeds.add_parser("erase-due", help="say which registers are due for erasure; with --yes, erase them")
    erase.add_argument("--yes", action="store_true", help="erase what is due: it cannot be brought back")
    erase.add_argument(
        "--on", type=date.fromisoformat, help="by another day than today, as 2030-12-31; never with --yes"
    )
    deeds.add_parser("rotate-key", help="pass every pseudonym through the keys added to REGISTER_KEYS")


def run(arguments: argparse.Namespace) -> int:
    """What was done, line by line."""
    set_up()
    return rotate_key() if arguments.deed == "rotate-key" else erase_due(on=arguments.on, yes=arguments.yes)


def erase_due(*, on: date | None, yes: bool) -> int:
    """Each register that is due, and whether it was erased."""
    if on and yes:
        print("--on only looks ahead: leave it out to erase")
        return 1
    day = on or importlib.import_module("django.utils.timezone").localdate()
    erase = importlib.import_module("openamif.reports.actions.erase_counted_register").erase_counted_register
    due = list(importlib.import_module("openamif.register.queries.retention").registers_due(day))
    for each in due:
        what = f"{each.grant.reference}: {each.participants} participants, {each.events} events, due on {each.due_on}"
        if yes:
            erase(each.grant, on=day)
        print(f"{what}{': erased' if yes else ''}")
    print(f"{len(due)} registers due{' and erased' if yes else ''}")
    return 1 if due and not yes else 0


def rotate_key() -> int:
    """How far it is, from time to time."""
    done = 0
    for done in importlib.import_module("openamif.register.actions.rotate_key").rotate_key():
        print(f"{done} codes passed on")
    print("every code has passed through the whole ring" if done else "every code had passed through the whole ring")
    return 0
