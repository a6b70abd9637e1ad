"""``openamif documents verify``: compares every kept file with the checksum it came with.

The database is that of the settings named by DJANGO_SETTINGS_MODULE, else of a workstation. Exit status: 0 where every
file is as it came, 1 where one is changed or gone.
"""

import argparse
import importlib
import sys

from openamif.web.command.trail import set_up


def configure(parser: argparse.ArgumentParser) -> None:
    """Only one deed, and it takes no options."""
    parser.add_argument("deed", choices=["verify"], help="compare every kept file with its checksum")


def run(arguments: argparse.Namespace) -> int:
    """Files checked, then each that is not as it came."""
    set_up()
    checked, damaged = importlib.import_module("openamif.record.queries").documents_checked()
    print(f"{checked} documents checked")
    for document in damaged:
        wrong = "erased, and its file is still there" if document.erased_at else "not as it came"
        print(f"document {document.pk}, {document.name}: {wrong}", file=sys.stderr)
    return 1 if damaged else 0
