"""The clock on the wall: how much time a council has left. Moments are milliseconds since 1970."""

from __future__ import annotations

from dataclasses import replace

from game.frozen import dataclass

LONGEST = 3 * 60 * 60 * 1000
"""No clock shows more than this, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A countdown that can be paused; without anything left it is off."""

    left: int = 0
    """Milliseconds that were left at `since`, or are left while it stands still."""
    since: int | None = None
    """When it was last started; nothing while it stands still."""

    @property
    def is_running(self) -> bool:
        """Return whether time is passing."""
        return self.since is not None

    def left_at(self, now: int) -> int:
        """Return the milliseconds left at a moment, never less than nothing."""
        passed = 0 if self.since is None else max(now - self.since, 0)
        return max(self.left - passed, 0)

    def started(self, at: int) -> Clock:
        """Return the clock running from a moment on."""
        return self if self.is_running or not self.left else replace(self, since=at)

    def paused(self, at: int) -> Clock:
        """Return the clock standing still with what is left."""
        return Clock(self.left_at(at))

    def more(self, milliseconds: int, at: int) -> Clock:
        """Return the clock with time added, or taken away when negative."""
        left = min(max(self.left_at(at) + milliseconds, 0), LONGEST)
        return Clock(left, at if self.is_running and left else None)


STOPPED = Clock()
"""A clock that is off."""
