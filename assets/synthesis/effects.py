"""Short sounds: what happens on the desk."""

from __future__ import annotations

import math

from synthesis.samples import (
    NATURAL,
    RATE,
    Samples,
    band,
    burst,
    count,
    line,
    mixed,
    noise,
    ring,
    swell,
)


def typed(seed: int, pitch: float) -> Samples:
    """Return a typewriter key: the lever, the type on the paper, the lever falling back."""
    return mixed(
        0.085,
        (0.000, 0.25, burst(seed, 2200 * pitch, 0.0015)),
        (0.010, 1.00, burst(seed + 1, 2600 * pitch, 0.0030)),
        (0.010, 0.30, ring(410 * pitch, 0.0090)),
        (0.010, 0.22, ring(1130 * pitch, 0.0060)),
        (0.010, 0.10, ring(2870 * pitch, 0.0040)),
        (0.048, 0.22, burst(seed + 2, 1500 * pitch, 0.0025)),
    )


def paper() -> Samples:
    """Return a sheet slid over a desk: a hiss whose grain comes from the table's wood."""
    seconds = 0.38
    grain = band(noise(31, seconds), [55.0] * count(seconds), NATURAL)
    rough = [0.6 + 4.0 * abs(one) for one in grain]
    hiss = band(noise(32, seconds), line(1500, 2900, seconds), NATURAL)
    slide = [one * much for one, much in zip(hiss, rough, strict=True)]
    return mixed(seconds, (0.0, 1.0, swell(slide, 0.09, 0.22)))


def stamp() -> Samples:
    """Return a rubber stamp: a soft thump in the table, and the handle let go."""
    return mixed(
        0.26,
        (0.000, 1.00, ring(92, 0.030)),
        (0.000, 0.70, ring(186, 0.020)),
        (0.000, 0.30, ring(395, 0.009)),
        (0.000, 0.90, burst(41, 800, 0.006)),
        (0.150, 0.14, burst(42, 1700, 0.003)),
    )


def card() -> Samples:
    """Return an index card raised: a short brush, and the flick of its corner."""
    seconds = 0.10
    brush = band(noise(51, seconds), line(2000, 3600, seconds), NATURAL)
    return mixed(
        0.16,
        (0.000, 0.50, swell(brush, 0.045, 0.045)),
        (0.088, 0.60, burst(52, 2300, 0.004)),
        (0.088, 0.12, ring(760, 0.008)),
    )


def morse(seconds: float) -> Samples:
    """Return a tone of 600 Hz with a little of its overtones, rising and falling softly."""
    overtones = ((1, 1.0), (2, 0.12), (3, 0.06))
    tone = [
        sum(much * math.sin(math.tau * 600 * times * at / RATE) for times, much in overtones)
        for at in range(count(seconds))
    ]
    return swell(tone, 0.008, 0.010)


def month() -> Samples:
    """Return one soft tick of a clock in a wooden case."""
    return mixed(
        0.09,
        (0.000, 0.50, burst(61, 1900, 0.0020)),
        (0.001, 0.45, ring(520, 0.0100)),
        (0.001, 0.20, ring(1480, 0.0050)),
    )


def dispatch() -> Samples:
    """Return a teleprinter that calls: two ticks of its works, then its small bell, damped."""
    return mixed(
        0.60,
        (0.000, 0.45, burst(71, 1800, 0.0025)),
        (0.000, 0.25, ring(480, 0.0080)),
        (0.070, 0.45, burst(72, 1950, 0.0025)),
        (0.070, 0.25, ring(500, 0.0080)),
        (0.140, 0.55, ring(1568, 0.0800)),
        (0.140, 0.18, ring(1574, 0.0600)),
        (0.140, 0.12, ring(3290, 0.0300)),
    )


def press() -> Samples:
    """Return a button: the least that can be heard as a click."""
    return mixed(
        0.035,
        (0.000, 0.60, burst(81, 1500, 0.0012)),
        (0.000, 0.40, ring(940, 0.0035)),
    )
