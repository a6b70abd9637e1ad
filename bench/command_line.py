"""How long a person waits for ``openamif --help``, from the start of the process to its end."""

import subprocess
import sys
from pathlib import Path

from bench.measure import Measure, medians

COMMAND = Path(sys.executable).with_name("openamif")
LIMIT = 0.4


def measures(times: int = 9) -> list[Measure]:
    """The median of several starts."""
    (usual,) = medians(ask_for_help, times=times)
    return [Measure(f"openamif --help, median of {times} starts", usual, "s", LIMIT)]


def ask_for_help() -> None:
    """One start."""
    subprocess.run([COMMAND, "--help"], check=True, stdout=subprocess.DEVNULL)
