"""The door of the command line: ``openamif <subcommand> …``. A subcommand's module is imported only when it is called.

Each module gives ``configure(parser)``, which declares its arguments, and ``run(arguments) -> int``, the exit status.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from openamif import __version__

NOBODY_READS = 141


class Subcommand(NamedTuple):
    """The module that has it, and one line that says what it is for."""

    module: str
    purpose: str


SUBCOMMANDS: dict[str, Subcommand] = {
    "documents": Subcommand("openamif.web.command.documents", "verify the checksums of kept files"),
    "programme": Subcommand("openamif.web.command.programme", "read and check a national programme's document"),
    "administrator": Subcommand("openamif.web.command.administrator", "enter the first administrator of a site"),
    "register": Subcommand("openamif.web.command.register", "erase registers that are due, rotate the key"),
    "trail": Subcommand("openamif.web.command.trail", "verify the trail of events"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit status of the subcommand."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    named = given[0] if given else ""
    parser = _parser()
    if named not in SUBCOMMANDS:
        parser.parse_args(given)
        parser.print_help()
        return 0
    module = importlib.import_module(SUBCOMMANDS[named].module)
    inner = argparse.ArgumentParser(prog=f"openamif {named}", description=SUBCOMMANDS[named].purpose.capitalize() + ".")
    module.configure(inner)
    run = cast("Callable[[argparse.Namespace], int]", module.run)
    return _until_nobody_reads(lambda: run(inner.parse_args(given[1:])))


def _until_nobody_reads(run: Callable[[], int]) -> int:
    """The status of a run; where whoever reads the output left (``| head``), the one that shells give for it."""
    try:
        status = run()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    return status


def _parser() -> argparse.ArgumentParser:
    width = max(map(len, SUBCOMMANDS))
    lines = (f"  {name:<{width}}  {each.purpose}" for name, each in SUBCOMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="openamif",
        description="Runs an EU Asylum, Migration and Integration Fund programme for a Member State.",
        epilog="subcommands:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"openamif {__version__}")
    parser.add_argument("subcommand", nargs="?", choices=SUBCOMMANDS, metavar="subcommand", help="one of those below")
    return parser
