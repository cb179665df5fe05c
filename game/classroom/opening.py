"""What a window needs to open the room of a class, to take one up again, and to be rid of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from game.frozen import dataclass

if TYPE_CHECKING:  # the title needs no room, and comes sooner without one
    from game.campaign.campaign import Campaign
    from game.campaign.words import Id, ResponseId
    from game.classroom.hosting import Hosting
    from game.room.room import Room
    from game.room.ways import Way

NO_CLASSES = "No room can be opened here: six-telegrams doctor says what is missing."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A room as a teacher wants it."""

    name: str
    """What the class is called."""
    way: Way
    before: tuple[ResponseId, ...]
    """Answers that count as given."""
    seed: int
    chance: bool
    reading: Id
    days: int | None = None
    """After so many it is deleted by itself; nothing if it is kept until somebody deletes it."""


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """A room of an earlier lesson, as a list shows it."""

    key: str
    """Names it among the kept ones; not to be shown."""
    code: str
    name: str
    when: str
    """When something last happened in it, in words."""
    pupils: int
    answered: int
    """How many telegrams it has answered."""
    why: str = ""
    """Why it cannot be taken up, if it cannot."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """A host that runs, and how to end it: its room is kept."""

    hosting: Hosting
    close: Callable[[], None]


class Classes(Protocol):
    """The rooms of classes on this machine."""

    def kept(self) -> tuple[KeptRoom, ...]:
        """Return the rooms of earlier lessons, the newest first."""
        ...

    def open(self, campaign: Campaign, wanted: Wanted) -> Hosted | str:
        """Open a new room; return its host, or a sentence on what went wrong."""
        ...

    def resume(self, campaign: Campaign, key: str) -> Hosted | str:
        """Take up a kept room; return its host, or a sentence on what went wrong."""
        ...

    def delete(self, key: str) -> str:
        """Delete a kept room whole; return what went wrong, or nothing."""
        ...

    def beside(self, campaign: Campaign, here: Room) -> tuple[Room, ...]:
        """Return the kept rooms of other classes that answered something, the newest last."""
        ...

    def close(self) -> None:
        """End every host that still runs; its room is kept."""
        ...

    def browse(self, hosting: Hosting) -> str:
        """Open the teacher's page in this machine's browser; return a sentence about it."""
        ...


class NoClasses:
    """For an office in which none can be opened."""

    def kept(self) -> tuple[KeptRoom, ...]:
        """Return nothing."""
        return ()

    def open(self, campaign: Campaign, wanted: Wanted) -> Hosted | str:  # noqa: ARG002 - see class
        """Say that it cannot be done."""
        return NO_CLASSES

    def resume(self, campaign: Campaign, key: str) -> Hosted | str:  # noqa: ARG002 - see class
        """Say that it cannot be done."""
        return NO_CLASSES

    def delete(self, key: str) -> str:  # noqa: ARG002 - see class
        """Say that it cannot be done."""
        return NO_CLASSES

    def beside(self, campaign: Campaign, here: Room) -> tuple[Room, ...]:  # noqa: ARG002 - see class
        """Return nothing."""
        return ()

    def close(self) -> None:
        """Nothing runs."""

    def browse(self, hosting: Hosting) -> str:  # noqa: ARG002 - see class
        """Say that it cannot be done."""
        return NO_CLASSES
