"""One thing measured, the most it may be, and how times are taken."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and its target, both in ``unit``; ``target`` None: told, not judged."""

    name: str
    figure: float
    unit: str
    target: float | None = None

    @property
    def held(self) -> bool:
        """Whether the figure is within its target."""
        return self.target is None or self.figure <= self.target


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long it takes once. ``clock``: of the wall, or ``time.process_time``, which stands still while others run."""
    begun = clock()
    work()
    return clock() - begun


def medians(
    *works: Callable[[], object], times: int, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, ...]:
    """The median seconds of each, done in turns, so that whatever else the machine does falls on all alike."""
    taken = [[seconds(work, clock) for work in works] for _ in range(times)]
    return tuple(median(each) for each in zip(*taken, strict=True))
