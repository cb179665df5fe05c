"""Three quiet musical beds: calm, strained, grave. Strings plucked and bowed, few notes, much air.

The notes are pure intervals over one ground note. A bed goes round: what still sounds at its end
sounds on at its beginning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from synthesis.samples import NATURAL, RATE, Samples, band, count, louder, noise, peak, swell
from synthesis.wav import IN_BLOCK

BLOCKS = 1041
STEPS = BLOCKS * IN_BLOCK
"""Samples of a bed: 48 seconds, in whole blocks of its file."""
GROUND = 146.8
"""The note D3, on which all three stand."""
DEGREES = {
    "D": 1.0, "Eb": 16 / 15, "E": 9 / 8, "F": 6 / 5, "G": 4 / 3, "A": 3 / 2, "Bb": 8 / 5,
    "B": 5 / 3, "C": 9 / 5,
}  # fmt: skip
"""From a note to its distance from D, as a string is divided."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: when it begins and how long it is held, in seconds; `A2` is in the octave below."""

    start: float
    length: float
    name: str
    loudness: float = 1.0

    @property
    def frequency(self) -> float:
        """In hertz."""
        return float(GROUND * DEGREES[self.name[:-1]] * 2 ** (int(self.name[-1]) - 3))


def plucked(note: Note) -> Samples:
    """Return a plucked gut string: its overtones die away the sooner the higher they are."""
    steps = count(note.length)
    string = [0.0] * steps
    for number in range(1, 10):
        frequency = note.frequency * number * math.sqrt(1 + 0.0002 * number * number)
        at_a_fifth = abs(math.sin(math.pi * number * 0.21)) / number**1.25
        fall = RATE * 1.5 / (1 + 0.55 * number) * (GROUND / note.frequency) ** 0.4
        turn = 2 * math.cos(math.tau * frequency / RATE)
        before, here = 0.0, math.sin(math.tau * frequency / RATE) * at_a_fifth
        dying = math.exp(-1 / fall)
        turn, sinking = turn * dying, dying * dying
        for at in range(steps):
            string[at] += before
            before, here = here, turn * here - sinking * before
    finger = band(noise(7, 0.03), [900.0] * count(0.03), NATURAL)
    for at, one in enumerate(swell(finger, 0.002, 0.02)):
        string[at] += 0.10 * one
    return swell(string, 0.004, 0.4)


def bowed(note: Note) -> Samples:
    """Return a bowed string: it comes and goes slowly, wavers, and the bow is heard."""
    steps = count(note.length)
    overtones = _overtones(note.frequency)
    phase, tone = 0.0, []
    for at in range(steps):
        late = min(at / (1.5 * RATE), 1.0)
        waver = 1 + 0.0022 * late * math.sin(math.tau * 4.6 * at / RATE)
        phase += math.tau * note.frequency * waver / RATE
        tone.append(_harmonics(phase, overtones))
    hair = band(noise(int(note.start * 10) + 3, note.length), [note.frequency * 5] * steps, 0.5)
    breath = [
        1 + 0.10 * math.sin(math.tau * (0.31 * at / RATE + note.start)) for at in range(steps)
    ]
    string = [(one + 0.035 * rub) * much for one, rub, much in zip(tone, hair, breath, strict=True)]
    return swell(string, min(2.0, note.length / 3), min(2.6, note.length / 2))


def _overtones(frequency: float) -> tuple[float, ...]:
    """Return the strength of each overtone: as of a string, through a dark wooden body."""
    many = min(int(3200 / frequency), 14)
    return tuple(
        1 / number / (1 + (frequency * number / 620) ** 2) for number in range(1, many + 1)
    )


def _harmonics(phase: float, strengths: Sequence[float]) -> float:
    """Return the sum of a tone's overtones: each sine follows from the two before it."""
    before, here, double = 0.0, math.sin(phase), 2 * math.cos(phase)
    whole = 0.0
    for strength in strengths:
        whole += strength * here
        before, here = here, double * here - before
    return whole


def played(notes: Sequence[tuple[Note, Samples]]) -> Samples:
    """Return notes as loud as each should be, laid into the bed and on over its seam."""
    bed = [0.0] * STEPS
    for note, samples in notes:
        even = louder(samples, note.loudness / peak(samples))
        for at, one in enumerate(even, count(note.start)):
            bed[at % STEPS] += one
    return bed


def in_a_room(dry: Samples, share: float) -> Samples:
    """Return a bed as it sounds in a small dark room: echoes that follow one another and fade.

    After Schroeder: four delays side by side, each losing treble, then two that blur them. They
    hear the end of the bed first, so that the beginning sounds as it will when it comes again.
    """
    run_in = count(2.5)
    heard = dry[-run_in:] + dry
    wet = [0.0] * len(heard)
    for delay, back in ((1103, 0.80), (1277, 0.78), (1423, 0.77), (1559, 0.75)):
        line, low, at = [0.0] * delay, 0.0, 0
        for step, one in enumerate(heard):
            out = line[at]
            low += 0.35 * (out - low)
            line[at] = one + back * low
            at = at + 1 if at + 1 < delay else 0
            wet[step] += 0.25 * out
    for delay in (331, 113):
        wet = _blurred(wet, delay)
    return [one + share * echo for one, echo in zip(dry, wet[run_in:], strict=True)]


def _blurred(samples: Samples, delay: int) -> Samples:
    """Return samples through an all-pass, which blurs in time and leaves every pitch alone."""
    line, at, out = [0.0] * delay, 0, []
    for one in samples:
        late = line[at]
        here = one - 0.5 * late
        line[at] = here
        at = at + 1 if at + 1 < delay else 0
        out.append(late + 0.5 * here)
    return out


def calm() -> Samples:
    """Return a plucked line that takes its time, over a fifth that comes and goes."""
    line = (
        Note(1.0, 5, "D3"), Note(4.4, 5, "A3", 0.8), Note(6.1, 4, "G3", 0.7),
        Note(8.9, 5, "E3", 0.8), Note(13.2, 5, "F3"), Note(15.0, 4, "E3", 0.7),
        Note(17.6, 6, "D3", 0.9),
        Note(17.6, 6, "A2", 0.6), Note(24.3, 5, "C3", 0.8), Note(26.2, 5, "G3", 0.9),
        Note(28.0, 4, "F3", 0.7), Note(31.4, 5, "A3"), Note(33.1, 5, "B3", 0.7),
        Note(36.6, 6, "G3", 0.8), Note(40.2, 5, "E3", 0.7), Note(42.1, 6, "A2", 0.9),
    )  # fmt: skip
    ground = (Note(0.0, 15, "D2", 0.30), Note(3.0, 12, "A2", 0.22), Note(22.0, 14, "C2", 0.26),
              Note(24.0, 12, "G2", 0.22), Note(38.5, 10, "A2", 0.24))  # fmt: skip
    return in_a_room(
        played([*((one, plucked(one)) for one in line), *((one, bowed(one)) for one in ground)]),
        0.5,
    )


def strained() -> Samples:
    """Return two bowed voices that lean on one another, a low string plucked under them."""
    voices = (
        Note(0.5, 9, "A3", 0.62), Note(7.5, 8, "Bb3", 0.55), Note(14.5, 9, "A3", 0.60),
        Note(27.0, 8, "G3", 0.55), Note(33.5, 8, "F3", 0.60), Note(40.0, 8, "G3", 0.55),
        Note(2.5, 12, "D3", 0.60), Note(13.0, 10, "Eb3", 0.60), Note(21.5, 9, "D3", 0.55),
        Note(29.0, 9, "Eb3", 0.60), Note(37.0, 10, "D3", 0.60), Note(45.0, 6, "C3", 0.50),
    )  # fmt: skip
    pulse = [
        Note(at, 4, name, 0.5 if even else 0.36)
        for at, name, even in (
            (0.0, "D2", True), (1.3, "D2", False), (8.0, "D2", True), (9.3, "D2", False),
            (16.0, "G2", True), (17.3, "G2", False), (24.0, "D2", True), (32.0, "Bb1", True),
            (33.3, "Bb1", False), (40.0, "D2", True), (41.3, "D2", False),
        )
    ]  # fmt: skip
    return in_a_room(
        played([*((one, bowed(one)) for one in voices), *((one, plucked(one)) for one in pulse)]),
        0.6,
    )


def grave() -> Samples:
    """Return one low bowed voice that goes down by steps, with long rests, over an open fifth."""
    voice = (
        Note(1.5, 8, "A2", 0.80), Note(8.5, 8, "G2", 0.75), Note(20.5, 8, "F2", 0.80),
        Note(27.5, 6, "E2", 0.70), Note(32.5, 9, "F2", 0.75), Note(40.0, 8, "D2", 0.80),
    )  # fmt: skip
    ground = (Note(0.0, 18, "D2", 0.36), Note(16.0, 17, "D2", 0.30), Note(31.0, 17, "A1", 0.34))
    toll = (Note(17.8, 6, "D2", 0.5), Note(41.5, 6, "A1", 0.5))
    strings = [(one, bowed(one)) for one in (*voice, *ground)]
    return in_a_room(played([*strings, *((one, plucked(one)) for one in toll)]), 0.7)
