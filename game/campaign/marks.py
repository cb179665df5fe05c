"""What stands for a name in a run code: it follows from the name, and outlives edits around it."""

from __future__ import annotations

from game.campaign.scenario import Response
from game.digests import blake2b

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""The characters of run codes: no 0 or O, no 1, I or L, which look alike."""
BASE = len(ALPHABET)


def mark_of(response: Response) -> str:
    """Return the character that stands for a response: its own, or one that follows from its id."""
    return response.mark or ALPHABET[_hashed(response.id) % BASE]


def pair_of(name: str) -> tuple[int, int]:
    """Return two numbers below 31 that stand for a name."""
    return divmod(_hashed(name) % BASE**2, BASE)


def _hashed(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
