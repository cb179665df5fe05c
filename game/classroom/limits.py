"""How much may be asked for. A whole class may stand behind one address, so limits are wide.

They keep a host alive under a flood. Secrets do not rest on them: those are too long to be guessed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from enum import Enum

from game.frozen import dataclass

LARGEST_BODY = 4096
"""Bytes of a form."""
LARGEST_MESSAGE = 4096
"""Bytes of a message over a socket."""
MESSAGES = (40, 8.0)
"""Messages over one socket: how many at once, and how many more each second."""
MALFORMED = 5
"""Messages over one socket that nobody can read, before it is closed."""
LONGEST_HEADER = 4096
"""Bytes of one header, or of the first line."""
MOST_CONNECTIONS = 2500
"""In all; each costs some kilobytes and one of the files that may be open."""
MOST_CONNECTIONS_EACH = 2000
"""From one address: five hundred telephones open up to four each while a page loads."""
MOST_LIVE_EACH_PUPIL = 6
"""Sockets and waiting polls of one pupil; more are tabs that nobody sees."""
MOST_LIVE_OF_TEACHER = 12
MOST_KNOWN = 4096
"""Addresses remembered; who was quiet longest is forgotten."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long somebody may take."""

    ask: float = 15.0
    """Seconds to ask for something, or between two questions."""
    take: float = 20.0
    """Seconds to make room for what was sent."""


PATIENCE = Patience()
"""As long as a phone at the edge of the network needs."""


class Kind(Enum):
    """What is counted: how many at once, and how many more each second."""

    REQUEST = (12_000, 800.0)
    """Five hundred phones that load a page with all its parts at once, and again."""
    JOIN = (1100, 6.0)
    """Five hundred phones in one go, each trying twice."""
    GUESS = (60, 0.5)
    """Wrong codes and keys."""


class Bucket:
    """Tokens that are taken one by one and come back with time."""

    def __init__(self, burst: float, rate: float, seconds: Callable[[], float]) -> None:
        self._burst, self._rate, self._seconds = burst, rate, seconds
        self._left, self._at = burst, seconds()

    def has(self) -> bool:
        """Return whether there is one, and take none."""
        now = self._seconds()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        return self._left >= 1

    def take(self) -> bool:
        """Take one; return whether there was one."""
        there = self.has()
        self._left -= there
        return there

    def wait(self) -> float:
        """Return in how many seconds there will be one."""
        return max(1 - self._left, 0) / self._rate


class Limits:
    """The buckets of every address."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._buckets: OrderedDict[tuple[str, Kind], Bucket] = OrderedDict()

    def take(self, address: str, kind: Kind) -> bool:
        """Take one from an address' bucket; return whether there was one."""
        return self._bucket(address, kind).take()

    def has(self, address: str, kind: Kind) -> bool:
        """Return whether there is one left, and take none."""
        return self._bucket(address, kind).has()

    def _bucket(self, address: str, kind: Kind) -> Bucket:
        key = (address, kind)
        bucket = self._buckets.pop(key, None) or Bucket(*kind.value, self._seconds)
        self._buckets[key] = bucket
        if len(self._buckets) > MOST_KNOWN:
            self._buckets.popitem(last=False)
        return bucket


class Door:
    """Counts connections, in all and from each address."""

    def __init__(
        self, most: int = MOST_CONNECTIONS, most_each: int = MOST_CONNECTIONS_EACH
    ) -> None:
        self._most, self._most_each = most, most_each
        self._inside: dict[str, int] = {}

    @property
    def inside(self) -> int:
        """Return how many connections are open."""
        return sum(self._inside.values())

    def enter(self, address: str) -> bool:
        """Count a connection in; return whether there is room for it."""
        here = self._inside.get(address, 0)
        if here >= self._most_each or self.inside >= self._most:
            return False
        self._inside[address] = here + 1
        return True

    def leave(self, address: str) -> None:
        """Count a connection out that was counted in."""
        left = self._inside[address] - 1
        if left:
            self._inside[address] = left
        else:
            del self._inside[address]
