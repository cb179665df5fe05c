"""FLAC files: long pieces without loss, in a third of their size, read bit by bit while they sound.

Each block is foretold from the samples just before; what is kept is by how much that was wrong
(RFC 9639, fixed predictors and Rice codes). SDL_mixer reads such a file as a stream: no more than a
block of it is ever in memory.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from synthesis.samples import RATE, Samples
from synthesis.wav import whole

BLOCK = 4096
"""Samples of a block; the last one may have fewer."""
ORDERS = 5
"""A sample is foretold from at most four: as the same, on a line, on a parabola, and so on."""
PART = 256
"""Samples that share a Rice code, in blocks that it divides."""
RATE_CODE, BITS_CODE, SIZE_CODE = 0b0110, 0b100, 0b0111
"""22,050 samples a second, 16 bits, and a block's size that stands in its head."""


def write_stream(samples: Samples, path: Path) -> None:
    """Write a file."""
    values = whole(samples)
    digest = hashlib.md5(struct.pack(f"<{len(values)}h", *values), usedforsecurity=False).digest()
    form = RATE << 44 | (16 - 1) << 36 | len(values)
    about = struct.pack(">HH6xQ", BLOCK, BLOCK, form) + digest
    blocks = (values[start : start + BLOCK] for start in range(0, len(values), BLOCK))
    frames = b"".join(_frame(number, block) for number, block in enumerate(blocks))
    path.write_bytes(b"fLaC" + struct.pack(">I", 0x80 << 24 | len(about)) + about + frames)


def _frame(number: int, block: Sequence[int]) -> bytes:
    """Return a block with its head, its number and its two sums."""
    codes = bytes((SIZE_CODE << 4 | RATE_CODE, BITS_CODE << 1))
    head = b"\xff\xf8" + codes + chr(number).encode() + struct.pack(">H", len(block) - 1)
    head += bytes((checked(head, 0x07, 8),))
    bits = "".join(_foretold(block))
    body = head + int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(
        -(-len(bits) // 8), "big"
    )
    return body + struct.pack(">H", checked(body, 0x8005, 16))


def checked(data: bytes, polynomial: int, width: int) -> int:
    """Return the cyclic sum of bytes, of so many bits."""
    top, full, check = 1 << (width - 1), (1 << width) - 1, 0
    for byte in data:
        check ^= byte << (width - 8)
        for _ in range(8):
            check = (check << 1 ^ (polynomial if check & top else 0)) & full
    return check


def _foretold(block: Sequence[int]) -> Iterator[str]:
    """Yield a block's bits: how it is foretold, its first samples, by how much it was wrong."""
    wrong = [list(block)]
    for _ in range(min(ORDERS, len(block)) - 1):
        wrong.append([after - before for before, after in pairwise(wrong[-1])])
    order = min(range(len(wrong)), key=lambda one: sum(map(abs, wrong[one][len(wrong) - one :])))
    yield f"0001{order:03b}0"
    yield from (f"{value & 0xFFFF:016b}" for value in block[:order])
    halvings = int(math.log2(len(block) // PART)) if len(block) == BLOCK else 0
    yield f"00{halvings:04b}"
    size = len(block) >> halvings
    for start in range(0, len(block), size):
        yield from _rice(wrong[order][max(start - order, 0) : start + size - order])


def _rice(values: Sequence[int]) -> Iterator[str]:
    """Yield whole numbers near 0: how large in zeros, a one, then their lowest bits."""
    folded = [value << 1 if value >= 0 else ~(value << 1) for value in values]
    low = max(int(sum(folded) / max(len(folded), 1)).bit_length() - 1, 0)
    yield f"{low:04b}"
    for one in folded:
        yield f"{'0' * (one >> low)}1" + (f"{one & (1 << low) - 1:0{low}b}" if low else "")
