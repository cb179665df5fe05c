"""Sounds that go round: waves that fit in whole, noise and blows that lead into themselves."""

from __future__ import annotations

import math
from collections.abc import Iterable

from synthesis.samples import NATURAL, RATE, Samples, band, count, noise
from synthesis.wav import IN_BLOCK

BLOCKS = 304
LOOP = BLOCKS * IN_BLOCK / RATE
"""Seconds after which an ambience begins again: 14, in whole blocks of its file."""
RUN_IN = 0.5
"""Seconds of the end that a filter hears first, so that it begins as it will end."""


def gusts(low: float, high: float, *waves: tuple[int, float]) -> Samples:
    """Return a value between two, in waves of (times a loop, turn at the start) that fit in it."""
    steps = count(LOOP)

    def height(at: int) -> float:
        turns = (math.sin(math.tau * (times * at / steps + turn)) for times, turn in waves)
        return (1 + math.fsum(turns) / len(waves)) / 2

    return [low + (high - low) * height(at) for at in range(steps)]


def blown(seed: int, centres: Samples, q: float) -> Samples:
    """Return filtered noise that goes round: its end leads into its beginning.

    There are two filters in a row because one leaves too much hiss.
    """
    return round_through(noise(seed, LOOP), centres, q, times=2)


def round_through(samples: Samples, centres: Samples, q: float, times: int = 1) -> Samples:
    """Return what band-passes let through of a loop, begun as its end leaves them."""
    before = count(RUN_IN)
    for _ in range(times):
        longer = band(samples[-before:] + samples, centres[-before:] + centres, q)
        samples = longer[before:]
    return samples


def steady(value: float) -> Samples:
    """Return a value that stays the same for a loop."""
    return [value] * count(LOOP)


def struck(parts: Iterable[tuple[float, float, Samples]]) -> Samples:
    """Return things heard now and then, each as (start, loudness, samples), over the seam too."""
    steps = count(LOOP)
    around = [0.0] * steps
    for start, loudness, samples in parts:
        begin = count(start)
        for at, one in enumerate(samples, begin):
            around[at % steps] += loudness * one
    return around


def behind_a_wall(samples: Samples, centre: float) -> Samples:
    """Return a loop as it is heard through a wall: only what lies around a low frequency."""
    return round_through(samples, steady(centre), NATURAL, times=2)


def layered(*layers: tuple[float, Samples]) -> Samples:
    """Return layers together, each as (loudness, samples)."""
    whole = [0.0] * len(layers[0][1])
    for loudness, samples in layers:
        for at, one in enumerate(samples):
            whole[at] += loudness * one
    return whole


def swelling(samples: Samples, strength: Samples) -> Samples:
    """Return samples that grow and shrink with a strength."""
    return [one * much for one, much in zip(samples, strength, strict=True)]


def chances(seed: int, many: int) -> Samples:
    """Return numbers from 0 to 1 that are known beforehand."""
    drawn = noise(seed, (64 + many) / RATE)
    return [(one + 1) / 2 for one in drawn[64:]]
