"""Build the game's sounds; run by hand when one should sound different.

    python assets/build_sounds.py assets/sounds

Every sound is computed here, from sines and from noise whose every sample is known beforehand, so
that the same script always writes the same bytes. Nothing is recorded and nothing is sampled from
others. Files are WAV: one channel, 22,050 samples a second, 16 bits. Times are in seconds,
frequencies in hertz, samples between -1 and 1.
"""

import argparse
import math
import wave
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

Samples = list[float]

RATE = 22_050
PEAK = 10 ** (-6 / 20)  # -6 dBFS, the loudest sample of a short sound
AMBIENCE = 10 ** (-26 / 20)  # -26 dBFS, the root mean square of a long one
FULL = 32_767
NATURAL = 0.707  # a resonance that rings no longer than the noise does
LOOP = 9.0  # the wind begins again after so long; its gusts fit in whole


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


def gusts(low: float, high: float, *waves: tuple[int, float]) -> Samples:
    """Return a value between two, in waves of (times a loop, turn at the start) that fit in it."""
    steps = count(LOOP)

    def height(at: int) -> float:
        turns = (math.sin(math.tau * (times * at / steps + turn)) for times, turn in waves)
        return (1 + math.fsum(turns) / len(waves)) / 2

    return [low + (high - low) * height(at) for at in range(steps)]


def blown(seed: int, centres: Samples, q: float) -> Samples:
    """Return filtered noise that goes round: its end leads into its beginning.

    The filters hear the loop twice, and only the second round is kept: they begin it as the round
    before left them. There are two in a row because one leaves too much hiss.
    """
    once = noise(seed, LOOP)
    twice = centres * 2
    return band(band(once * 2, twice, q), twice, q)[len(once) :]


def wind() -> Samples:
    """Return quiet wind before a cave: its body, the air at the mouth, now and then a whistle."""
    body = blown(91, gusts(150, 260, (1, 0.0), (3, 0.3)), NATURAL)
    air = blown(92, gusts(420, 700, (2, 0.6), (3, 0.1)), 1.0)
    whistle = blown(93, gusts(520, 640, (1, 0.4), (4, 0.7)), 9.0)
    strength = gusts(0.35, 1.0, (1, 0.7), (2, 0.2), (5, 0.5))
    breath = gusts(0.0, 0.5, (1, 0.45), (2, 0.8))
    return [
        much * (low + 0.35 * middle) + 0.4 * little * little * high
        for low, middle, high, much, little in zip(
            body, air, whistle, strength, breath, strict=True
        )
    ]


def with_peak(samples: Samples) -> Samples:
    """Return a short sound as loud as the others."""
    return louder(samples, PEAK / max(map(abs, samples)))


def with_mean(samples: Samples) -> Samples:
    """Return a long sound as loud as an ambience may be."""
    return louder(samples, AMBIENCE / math.sqrt(math.fsum(x * x for x in samples) / len(samples)))


def louder(samples: Samples, times: float) -> Samples:
    """Return the samples, each so many times as large."""
    return [one * times for one in samples]


SOUNDS: dict[str, Callable[[], Samples]] = {
    "type-1": lambda: with_peak(typed(11, 1.00)),
    "type-2": lambda: with_peak(typed(14, 0.94)),
    "type-3": lambda: with_peak(typed(17, 1.05)),
    "paper": lambda: with_peak(paper()),
    "stamp": lambda: with_peak(stamp()),
    "card": lambda: with_peak(card()),
    "morse-dot": lambda: with_peak(morse(0.060)),
    "morse-dash": lambda: with_peak(morse(0.180)),
    "month": lambda: with_peak(month()),
    "dispatch": lambda: with_peak(dispatch()),
    "press": lambda: with_peak(press()),
    "wind": lambda: with_mean(wind()),
}
"""Each file's name and what is in it."""


def write(samples: Samples, path: Path) -> None:
    """Write a WAV file."""
    whole = array("h", (round(one * FULL) for one in samples))
    with path.open("wb") as file, wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(whole.tobytes())


def main() -> None:
    """Read the command line and write every sound."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUT")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for name, made in SOUNDS.items():
        write(made(), out / f"{name}.wav")


if __name__ == "__main__":
    main()
