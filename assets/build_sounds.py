"""Build the game's sounds; run by hand when one should sound different.

    python assets/build_sounds.py assets/sounds [NAME...]

Every sound is computed, from sines and from noise whose every sample is known beforehand, so that
the same script always writes the same bytes. Nothing is recorded and nothing is sampled from
others. Files are WAV, with one channel and 22,050 samples a second: short sounds have 16 bits a
sample, and so has music, which is read bit by bit while it sounds; ambiences have 4
(`synthesis/wav.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from synthesis import ambiences, effects, music
from synthesis.samples import Samples, decibels, louder, mean, peak
from synthesis.wav import write_long, write_short

PEAK = -6.0
"""Decibels under full scale of the loudest sample of a short sound."""

SHORT: dict[str, Callable[[], Samples]] = {
    "type-1": lambda: effects.typed(11, 1.00),
    "type-2": lambda: effects.typed(14, 0.94),
    "type-3": lambda: effects.typed(17, 1.05),
    "paper": effects.paper,
    "stamp": effects.stamp,
    "card": effects.card,
    "morse-dot": lambda: effects.morse(0.060),
    "morse-dash": lambda: effects.morse(0.180),
    "month": effects.month,
    "dispatch": effects.dispatch,
    "press": effects.press,
}
"""Each short file's name and what is in it."""

LONG: dict[str, tuple[Callable[[], Samples], float]] = {
    "wind": (ambiences.wind, -26.0),
    "cave": (ambiences.cave, -29.0),
    "radio-room": (ambiences.radio_room, -33.0),
    "teleprinter": (ambiences.teleprinter, -30.0),
    "night": (ambiences.night, -32.0),
    "sea": (ambiences.sea, -30.0),
}
"""Each ambience's name, what is in it, and its root mean square in decibels under full scale."""

MUSIC: dict[str, tuple[Callable[[], Samples], float]] = {
    "music-calm": (music.calm, -24.0),
    "music-strained": (music.strained, -25.0),
    "music-grave": (music.grave, -23.0),
}
"""The same of each bed."""


def build(name: str, out: Path) -> None:
    """Compute a sound and write its file."""
    path = out / f"{name}.wav"
    if name in SHORT:
        samples = SHORT[name]()
        write_short(louder(samples, decibels(PEAK) / peak(samples)), path)
    elif name in LONG:
        write_long(_level(*LONG[name]), path)
    else:
        write_short(_level(*MUSIC[name]), path)


def _level(made: Callable[[], Samples], level: float) -> Samples:
    """Compute samples, as loud as they should be."""
    samples = made()
    return louder(samples, decibels(level) / mean(samples))


def main() -> None:
    """Read the command line and write the sounds named, or every one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("names", nargs="*", metavar="NAME")
    given = parser.parse_args()
    every = (*SHORT, *LONG, *MUSIC)
    if unknown := [one for one in given.names if one not in every]:
        parser.error(f"no sound {', '.join(unknown)}; there are: {', '.join(every)}")
    given.out.mkdir(parents=True, exist_ok=True)
    for name in given.names or every:
        build(name, given.out)


if __name__ == "__main__":
    main()
