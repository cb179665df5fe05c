"""How far a long command is, and how much longer it will take, on the error stream."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO


class Progress:
    """One line that changes on a terminal; elsewhere a line now and then."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._every = 0.5 if stream.isatty() else 10.0
        """Seconds between two tellings."""
        self._start = self._told = clock()
        self._from: float | None = None

    def tell(self, what: str, part: float) -> None:
        """Tell what is done; `part` is the share of the whole, from 0 to 1."""
        now = self._clock()
        if self._from is None:
            self._from, self._start = part, now  # what was done before says nothing of our pace
        if now - self._told < self._every:
            return
        self._told = now
        self._write(f"{what}, {part:.0%}{self._left(part, now)}")

    def end(self, what: str) -> None:
        """Tell that it is done."""
        self._write(what)
        if self._stream.isatty():
            self._stream.write("\n")

    def _left(self, part: float, now: float) -> str:
        done = part - (self._from or 0.0)
        if done <= 0:
            return ""
        return f", about {_span((now - self._start) * (1 - part) / done)} left"

    def _write(self, line: str) -> None:
        self._stream.write(f"\r{line:<70}" if self._stream.isatty() else f"{line}\n")
        self._stream.flush()


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = seconds / 60
    return f"{minutes:.0f} min" if minutes < 90 else f"{minutes / 60:.1f} h"
