"""Large blocks of memory go back to the system as soon as a picture is dropped."""

from __future__ import annotations

from contextlib import suppress
from ctypes import CDLL
from functools import cache

LARGE = 1 << 20
"""Bytes from which on a block is asked for, and given back, on its own."""
_MMAP_THRESHOLD = -3
"""What GNU's C library calls this, as a number."""


@cache
def give_back_at_once() -> bool:
    """Ask the C library to keep no large block for itself; return whether it does so.

    GNU's keeps freed pictures once it has met a few: ten megabytes and more of a window of
    1920x1080. Others have no such habit, and no such switch.
    """
    with suppress(OSError, AttributeError, TypeError):
        return bool(CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE))
    return False
