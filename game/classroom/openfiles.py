"""How many files this program may open: every phone takes one, and some systems allow few."""

from __future__ import annotations

from contextlib import suppress

BESIDE = 100
"""Files a program needs besides connections: its own, the room's, and some to spare."""


def allowed(wanted: int) -> int:
    """Ask the system for so many open files; return how many there may be, at most that many."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such limit, and no such module
    except ModuleNotFoundError:
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft == resource.RLIM_INFINITY or soft >= most:
        return most
    with suppress(ValueError, OSError):  # a system that says more than it keeps
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most
    return soft


def connections(wanted: int) -> int:
    """Return how many of so many connections there is room for."""
    return max(allowed(wanted + BESIDE) - BESIDE, 1)
