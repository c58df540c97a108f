"""Interleaved rounds: A B C A B C …, so that whatever else the machine does falls on all alike."""

from collections.abc import Callable
from collections.abc import Mapping
from statistics import median
from time import perf_counter
from time import process_time
from typing import NamedTuple

import gc


class Times(NamedTuple):
    """Medians of the rounds, in seconds: on the wall clock and on the processor."""

    wall: float
    cpu: float


def timed(action: Callable[[], object]) -> Times:
    """One measurement, with the garbage collector out of the way."""
    gc.collect()
    gc.disable()
    try:
        wall, cpu = perf_counter(), process_time()
        action()
        return Times(perf_counter() - wall, process_time() - cpu)
    finally:
        gc.enable()


def quick_quarter(samples: list[Times]) -> Times:
    """The lower quartile of each clock: what it takes when the neighbours leave one alone."""
    return Times(*(sorted(column)[len(column) // 4] for column in zip(*samples, strict=True)))


def medians(samples: list[Times]) -> Times:
    """The median of each clock by itself."""
    return Times(*(median(column) for column in zip(*samples, strict=True)))


def ratio(upper: list[Times], lower: list[Times]) -> Times:
    """The median of the ratios round by round: a slow minute falls on both sides of each."""
    pairs = list(zip(upper, lower, strict=True))
    return Times(*(median(one[clock] / other[clock] for one, other in pairs) for clock in (0, 1)))


def interleaved(
    actions: Mapping[str, Callable[[], object]], rounds: int, before: Callable[[str], object] = lambda name: None
) -> dict[str, list[Times]]:
    """The times of each action; the first round warms up and is thrown away."""
    samples: dict[str, list[Times]] = {name: [] for name in actions}
    for number in range(rounds + 1):
        for name, action in actions.items():
            before(name)
            taken = timed(action)
            if number:
                samples[name].append(taken)
    return samples


def calibrated() -> str:
    """How fast the processor is at this moment: a loop that needs 50 ms on the quiet machine of docs/performance.md."""
    taken = medians([timed(lambda: sum(number * number for number in range(500_000))) for _ in range(5)])
    return f"a fixed loop takes {taken.cpu * 1000:.0f} ms"
