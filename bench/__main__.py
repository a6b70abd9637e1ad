"""`python -m bench` measures everything, `python -m bench pages` what it names; exit status 1 if a target is missed."""

import importlib
import multiprocessing
import sys
from collections.abc import Sequence

from bench.measure import Measure

BENCHES = (
    "reading",
    "command_line",
    "pages",
    "fuzz_reader",
    "linkage",
    "indicators",
    "spreadsheet",
    "register_import",
    "broken_workbooks",
    "lists",
)
COLUMNS = (58, 16, 16)
FORK = multiprocessing.get_context("fork")


def main(names: Sequence[str]) -> int:
    """A table with a line for each measure, printed as it is taken."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    line("measure", "figure", "target", "held")
    return max([in_a_process_of_its_own(name) for name in names or BENCHES])


def in_a_process_of_its_own(name: str) -> int:
    """One benchmark, so that its settings and its memory are its own; 0 where all its targets are held."""
    process = FORK.Process(target=alone, args=(name,))
    process.start()
    process.join()
    return process.exitcode or 0


def alone(name: str) -> None:
    """In that process."""
    raise SystemExit(0 if all(each.held for each in shown(name)) else 1)


def shown(name: str) -> list[Measure]:
    """The measures of one benchmark, printed."""
    measured: list[Measure] = importlib.import_module(f"bench.{name}").measures()
    for each in measured:
        figure, target = (written(number, each.unit) for number in (each.figure, each.target))
        line(each.name, figure, f"≤ {target}" if target else "", "" if not target else "yes" if each.held else "NO")
    return measured


def written(number: float | None, unit: str) -> str:
    """A number with its unit; times to the millisecond."""
    if number is None:
        return ""
    return f"{number:.3f} s" if unit == "s" else f"{number:.4g} {unit}"


def line(name: str, figure: str, target: str, held: str) -> None:
    """One line of the table."""
    wide, *narrow = COLUMNS
    print(f"{name:<{wide}}{figure:>{narrow[0]}}{target:>{narrow[1]}}  {held}".rstrip(), flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
