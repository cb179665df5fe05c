"""What every sound is computed from: noise known beforehand, struck resonances, filters, edges.

Times are in seconds, frequencies in hertz, samples between -1 and 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Samples = list[float]

RATE = 22_050
NATURAL = 0.707  # a resonance that rings no longer than the noise does


def count(seconds: float) -> int:
    """Return how many samples a time has."""
    return round(seconds * RATE)


def noise(seed: int, seconds: float) -> Samples:
    """Return white noise: a linear congruential generator, its upper bits."""
    state, samples = seed, []
    for _ in range(count(seconds)):
        state = (1_664_525 * state + 1_013_904_223) & 0xFFFF_FFFF
        samples.append((state >> 8) / 2**23 - 1)
    return samples


def fading(samples: Samples, fall: float) -> Samples:
    """Return the samples dying away, to a third after every `fall`."""
    return [one * math.exp(-at / (fall * RATE)) for at, one in enumerate(samples)]


def ring(frequency: float, fall: float) -> Samples:
    """Return a struck resonance, until it cannot be heard."""
    steps = count(fall * 7)
    tone = [math.sin(math.tau * frequency * at / RATE) for at in range(steps)]
    return fading(tone, fall)


def burst(seed: int, centre: float, fall: float) -> Samples:
    """Return a short knock of noise around a frequency."""
    knock = fading(noise(seed, fall * 7), fall)
    return band(knock, [centre] * len(knock), NATURAL)


def band(samples: Samples, centres: Sequence[float], q: float) -> Samples:
    """Return what a band-pass lets through whose centre may move; a higher `q` is narrower.

    A state variable filter after Zavalishin's "The Art of VA Filter Design": it stays stable
    however the centre moves.
    """
    first = second = 0.0
    passed = []
    for one, centre in zip(samples, centres, strict=True):
        gain = math.tan(math.pi * centre / RATE)
        share = 1 / (1 + gain * (gain + 1 / q))
        rest = one - second
        middle = share * (first + gain * rest)
        low = second + gain * middle
        first, second = 2 * middle - first, 2 * low - second
        passed.append(middle / q)
    return passed


def line(start: float, end: float, seconds: float) -> Samples:
    """Return a value that goes evenly from one to another."""
    steps = count(seconds)
    return [start + (end - start) * at / steps for at in range(steps)]


def swell(samples: Samples, rise: float, fall: float) -> Samples:
    """Return the samples with soft edges, shaped like half a cosine wave."""
    up, down, steps = count(rise), count(fall), len(samples)

    def height(at: int) -> float:
        part = min((at + 0.5) / up, (steps - at - 0.5) / down, 1.0)
        return (1 - math.cos(math.pi * part)) / 2

    return [one * height(at) for at, one in enumerate(samples)]


def mixed(seconds: float, *parts: tuple[float, float, Samples]) -> Samples:
    """Return parts together, each as (start, loudness, samples), with edges that do not click."""
    whole = [0.0] * count(seconds)
    for start, loudness, samples in parts:
        begin = count(start)
        for at, one in enumerate(samples[: len(whole) - begin], begin):
            whole[at] += loudness * one
    return swell(whole, 0.0005, 0.01)


def louder(samples: Samples, times: float) -> Samples:
    """Return the samples, each so many times as large."""
    return [one * times for one in samples]


def peak(samples: Samples) -> float:
    """Return the loudest sample."""
    return max(map(abs, samples))


def mean(samples: Samples) -> float:
    """Return the root mean square."""
    return math.sqrt(math.fsum(one * one for one in samples) / len(samples))


def decibels(level: float) -> float:
    """Return a level under full scale as a factor: -6 is half."""
    return float(10 ** (level / 20))
