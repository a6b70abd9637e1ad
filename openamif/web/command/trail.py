"""``openamif trail verify``: follows the chain of the trail from its first event to its last and says where it breaks.

The database is that of the settings named by DJANGO_SETTINGS_MODULE, else of a workstation. Exit status: 0 where the
chain holds, 1 where it does not. Models exist only once Django is set up, so their queries are looked up late.
"""

import argparse
import importlib
import os
import sys

import django
from django.apps import apps

BREAKS = {
    "missing": "an event is missing",
    "changed": "changed after it was written",
    "unchained": "does not follow the event before it",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Only one deed, and it takes no options."""
    parser.add_argument("deed", choices=["verify"], help="follow the chain of events and say where it breaks")


def run(arguments: argparse.Namespace) -> int:
    """Events checked, then that the chain holds, or each break with its number and kind."""
    set_up()
    state = importlib.import_module("openamif.record.queries").chain_state()
    print(f"{state.checked} events checked")
    if state.holds:
        print("the chain holds")
        return 0
    for broken in state.breaks:
        print(f"event {broken.number}: {BREAKS[broken.kind]} ({broken.kind})", file=sys.stderr)
    return 1


def set_up() -> None:
    """Django, once, with the settings of the environment."""
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
        django.setup()
