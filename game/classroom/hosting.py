"""What a window needs of the host it runs beside: the room as it is, and somewhere to ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.room.refusals import Refused
from game.room.requests import TeacherRequest
from game.room.room import Room


@dataclass(frozen=True, slots=True)
class Address:
    """A way to reach the host."""

    url: str
    """Short enough to type: `http://192.168.4.21:8410`."""
    note: str
    """Which network that is, or why it may not be the one."""


class Hosting(Protocol):
    """A host as its window sees it. Every method may be called from the window's thread."""

    @property
    def campaign(self) -> Campaign:
        """Return what is played."""

    @property
    def room(self) -> Room:
        """Return the room as it is now."""

    @property
    def changes(self) -> int:
        """Return a number that grows with every change; compare it to know when to look again."""

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return every way to reach the host, the likely one first; empty when there is none."""

    @property
    def teacher_url(self) -> str:
        """Return the teacher's page on this machine, with its secret: never to be shown."""

    def now(self) -> int:
        """Return the host's clock, in milliseconds since 1970."""

    def listen(self, told: Callable[[], None]) -> None:
        """Have somebody told whenever `changes` has grown; they are told in the host's thread."""

    def ask(self, request: TeacherRequest) -> Refused | None:
        """Ask for something as the teacher; return why not, or nothing once it is done."""
