"""Luck with a name: a draw depends on seed, purpose and month, never on earlier draws.

Two lines of play with the same seed therefore meet the same weather and differ by the choice
alone. Everything is whole-number arithmetic, so that a draw is the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from game.frozen import dataclass

WORD = 2**64 - 1
EVEN_QUARTERS = 0x0000FFFF0000FFFF
DEVIATION = 0xFFFF * math.sqrt(1 / 3)
"""Of the sum of four 16-bit numbers. A root, unlike a power, is the same on every machine."""


def key_of(purpose: str) -> int:
    """Return a number for the name of a purpose (64-bit FNV-1a)."""
    key = 0xCBF29CE484222325
    for byte in purpose.encode():
        key = ((key ^ byte) * 0x100000001B3) & WORD
    return key


def draw(seed: int, key: int, month: int) -> int:
    """Return 64 well-mixed bits for (seed, purpose, month) (the finisher of SplitMix64)."""
    bits = (seed * 0x9E3779B97F4A7C15 + key + month * 0xD1B54A32D192ED03) & WORD
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & WORD
    return bits ^ (bits >> 31)


def uniform(bits: int) -> float:
    """Return a number from 0 up to 1."""
    return (bits >> 11) / 2**53


def normal(bits: int) -> float:
    """Return a draw close to the normal distribution: mean 0, deviation 1, never beyond 3.5.

    It is the sum of the four 16-bit quarters of `bits`, which needs no logarithm and is therefore
    exact everywhere.
    """
    pairs = (bits & EVEN_QUARTERS) + ((bits >> 16) & EVEN_QUARTERS)
    return ((pairs & 0xFFFFFFFF) + (pairs >> 32) - 2 * 0xFFFF) / DEVIATION


@dataclass(frozen=True, slots=True)
class Luck:
    """Where the draws of one playthrough come from."""

    seed: int
    on: bool = True
    """When off, every draw is its expected value."""

    def noise(self, key: int, month: int) -> Callable[[float], float]:
        """Return the function `noise(deviation)` of one purpose and month."""
        if not self.on:
            return _no_noise
        drawn = normal(draw(self.seed, key, month))
        return lambda deviation: drawn * deviation

    def chance(self, key: int, month: int) -> Callable[[float], float]:
        """Return the function `chance(share)` of one purpose and month."""
        if not self.on:
            return _expected
        drawn = uniform(draw(self.seed, key, month))
        return lambda share: float(drawn < share)


def _no_noise(_deviation: float) -> float:
    return 0.0


def _expected(share: float) -> float:
    return min(max(share, 0.0), 1.0)
