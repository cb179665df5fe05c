"""WAV files: short sounds and music with 16 bits a sample, ambiences with 4 (IMA ADPCM).

ADPCM keeps the difference from the sample before, in steps that follow the loudness: a quarter of
the size, at some 45 decibels under what is heard. SDL reads both kinds itself, on every system.
"""

from __future__ import annotations

import struct
import sys
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

from synthesis.samples import RATE, Samples

FULL = 32_767
BLOCK = 512
"""Bytes of a block: its first sample and step as they are, then four bits a sample."""
IN_BLOCK = (BLOCK - 4) * 2 + 1
"""Samples in a block. A sound that goes round has whole blocks: nothing is filled up."""
ADPCM = 0x11
STEPS = (
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66,
    73, 80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449,
    494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272,
    2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442,
    11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
)  # fmt: skip
"""The step sizes of the standard (IMA Digital Audio Focus and Technical Working Group, 1992)."""
NEXT = (-1, -1, -1, -1, 2, 4, 6, 8)
"""How many places a step moves after a difference of so many quarters."""


def whole(samples: Samples) -> list[int]:
    """Return samples as whole numbers of 16 bits."""
    return [round(one * FULL) for one in samples]


def write_short(samples: Samples, path: Path) -> None:
    """Write a file with 16 bits a sample."""
    values = array("h", whole(samples))
    if sys.byteorder == "big":
        values.byteswap()
    with path.open("wb") as file, wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(values.tobytes())


def write_long(samples: Samples, path: Path) -> None:
    """Write a file with 4 bits a sample, of whole blocks."""
    if len(samples) % IN_BLOCK:
        message = f"{path.name} has {len(samples)} samples, no whole number of blocks"
        raise ValueError(message)
    sound = packed(whole(samples))
    a_second = RATE * BLOCK // IN_BLOCK
    form = struct.pack("<HHIIHHHH", ADPCM, 1, RATE, a_second, BLOCK, 4, 2, IN_BLOCK)
    parts = {b"fmt ": form, b"fact": struct.pack("<I", len(samples)), b"data": sound}
    body = b"".join(name + struct.pack("<I", len(part)) + part for name, part in parts.items())
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body)


def packed(values: Sequence[int]) -> bytes:
    """Return samples as blocks of differences."""
    out, place = bytearray(), 0
    for start in range(0, len(values), IN_BLOCK):
        block = values[start : start + IN_BLOCK]
        out += struct.pack("<hBB", block[0], place, 0)
        codes, guess = [], block[0]
        for value in block[1:]:
            code = _code(value - guess, STEPS[place])
            guess = min(max(guess + _difference(code, STEPS[place]), -FULL - 1), FULL)
            place = min(max(place + NEXT[code & 7], 0), len(STEPS) - 1)
            codes.append(code)
        out += bytes(low | high << 4 for low, high in zip(codes[::2], codes[1::2], strict=True))
    return bytes(out)


def _code(difference: int, step: int) -> int:
    """Return a difference in quarters of a step, with its sign in the fourth bit."""
    code, rest = (8, -difference) if difference < 0 else (0, difference)
    for bit in (4, 2, 1):
        if rest >= step:
            code |= bit
            rest -= step
        step >>= 1
    return code


def _difference(code: int, step: int) -> int:
    """Return the difference that a code stands for, as every reader computes it."""
    size = step >> 3
    for bit in (4, 2, 1):
        size += step if code & bit else 0
        step >>= 1
    return -size if code & 8 else size
