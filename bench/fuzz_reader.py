"""Mutate a programme document at random many times: each must end in a programme or in a refusal with a line, in time.

Time is the processor's: what the machine does beside it is no fault of the reader.

Run ``python -m bench.fuzz_reader [TIMES] [SEED]`` for the outcomes of each mutation.
"""

import random
import sys
from collections import Counter
from time import process_time
from typing import Any

from bench.document import DOCUMENT
from bench.measure import Measure
from openamif.sfc.errors import NotReadable
from openamif.sfc.reader_2014 import read

LIMIT = 1.0
ODD = "\t\n \u00a0\u202f-−()0123456789.,:aAéœ%€·\u2028\x0c\x1f"


def dropped(lines: list[str], dice: random.Random) -> list[str]:
    """Some neighbouring lines are gone."""
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at + dice.choice((1, 1, 1, 2, 3, 8, 50)) :]


def doubled(lines: list[str], dice: random.Random) -> list[str]:
    """Some neighbouring lines stand twice."""
    at = dice.randrange(len(lines))
    some = lines[at : at + dice.choice((1, 1, 1, 2, 3, 8, 50))]
    return lines[:at] + some + lines[at:]


def swapped(lines: list[str], dice: random.Random) -> list[str]:
    """Two lines have changed places."""
    one, two = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines = list(lines)
    lines[one], lines[two] = lines[two], lines[one]
    return lines


def cut(lines: list[str], dice: random.Random) -> list[str]:
    """The document ends early, in the middle of a line."""
    text = "\n".join(lines)
    return text[: dice.randrange(1, len(text))].split("\n")


def changed(lines: list[str], dice: random.Random) -> list[str]:
    """Some characters are others."""
    lines = list(lines)
    for _ in range(dice.choice((1, 2, 5, 40))):
        at = dice.randrange(len(lines))
        if lines[at]:
            place = dice.randrange(len(lines[at]))
            lines[at] = lines[at][:place] + dice.choice(ODD) + lines[at][place + 1 :]
    return lines


MUTATIONS = (dropped, doubled, swapped, cut, changed)


def measures() -> list[Measure]:
    """The slowest reading, and how the mutations end; an outcome without its line stops the run."""
    told = run()
    outcomes = [Measure(f"  end in: {outcome}", count, "texts") for outcome, count in told["outcomes"].items()]
    return [Measure(f"slowest of {told['times']} mutated texts", told["slowest_seconds"], "s", LIMIT), *outcomes]


def run(times: int = 2000, seed: int = 20142020, text: str | None = None) -> dict[str, Any]:
    """Counts of the outcomes by mutation and in all, and the slowest reading in seconds. Asserts the promise."""
    dice = random.Random(seed)
    lines = (DOCUMENT.read_text(encoding="utf-8") if text is None else text).split("\n")
    outcomes: Counter[str] = Counter()
    by_mutation: dict[str, Counter[str]] = {mutation.__name__: Counter() for mutation in MUTATIONS}
    slowest = 0.0
    for _ in range(times):
        mutation = dice.choice(MUTATIONS)
        mutant = "\n".join(mutation(lines, dice))
        begun = process_time()
        try:
            read(mutant)
            outcome, line = "programme", 1
        except NotReadable as refusal:
            outcome, line = refusal.code, refusal.line or 0
        taken = process_time() - begun
        assert line, f"{mutation.__name__}: a refusal without a line"
        assert taken < LIMIT, f"{mutation.__name__}: {taken} seconds"
        slowest = max(slowest, taken)
        outcomes[outcome] += 1
        by_mutation[mutation.__name__][outcome] += 1
    return {
        "times": times,
        "seed": seed,
        "outcomes": dict(outcomes.most_common()),
        "by_mutation": {name: dict(counts.most_common()) for name, counts in by_mutation.items()},
        "slowest_seconds": round(slowest, 4),
    }


if __name__ == "__main__":
    for key, value in run(*map(int, sys.argv[1:3])).items():  # type: ignore[arg-type]
        print(key, value)
