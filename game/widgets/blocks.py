"""Large blocks of memory go back to the system as soon as a picture is dropped."""

from __future__ import annotations

from contextlib import suppress
from ctypes import CDLL
from functools import cache

LARGE = 1 << 20
"""Bytes from which on a block is asked for, and given back, on its own."""
_MMAP_THRESHOLD = -3
KEPT = 3 * LARGE
"""Bytes of smaller ones that may wait for the next picture, so that they are not asked for anew."""
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1
"""What GNU's C library calls these two, as numbers."""


@cache
def give_back_at_once() -> bool:
    """Ask the C library to keep no large block for itself; return whether it does so.

    GNU's keeps freed pictures once it has met a few: ten megabytes and more of a window of
    1920x1080. Others have no such habit, and no such switch.
    """
    with suppress(OSError, AttributeError, TypeError):
        library = CDLL(None)
        library.mallopt(_TRIM_THRESHOLD, KEPT)
        return bool(library.mallopt(_MMAP_THRESHOLD, LARGE))
    return False
