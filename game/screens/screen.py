"""What a screen is, what it may want, and the office it works in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from game.campaign.campaign import Campaign
from game.classroom.opening import Classes, NoClasses
from game.errand import Errands
from game.files.settings import Settings
from game.frozen import dataclass
from game.playthrough.coverage import Seen
from game.playthrough.desk import Desk
from game.playthrough.surroundings import Surroundings
from game.screens.captions import Captions
from game.screens.flight import Start
from game.speech.voice import NoVoice, Voice
from game.widgets.look import Look
from game.widgets.sheet import Hand, Sheet

if TYPE_CHECKING:
    import pygame

    from game.chronicle.chronicle import Chronicle
    from game.words import backlog


@dataclass(frozen=True, slots=True)
class Stay:
    """Nothing changes but perhaps the screen itself."""


@dataclass(frozen=True, slots=True)
class Show:
    """Another screen takes this one's place."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Open:
    """Another screen opens on top of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Close:
    """This screen goes, and the one below is seen again."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Every screen goes, and one takes their place."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Turn:
    """The desk changes: it is kept, and the screen of its stage is shown alone."""

    desk: Desk
    come_from: Start = ()
    """Where the camera is now, so that it can fly on from there."""


@dataclass(frozen=True, slots=True)
class Note:
    """The desk on this screen has changed and is kept; the screen stays."""

    desk: Desk


@dataclass(frozen=True, slots=True)
class Quit:
    """The game ends."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that opens from everywhere. If it is open, what lies on it goes, or else it closes."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Explain:
    """An entry of the encyclopaedia opens on top of this screen."""

    entry: str


@dataclass(frozen=True, slots=True)
class Tell:
    """The player is told something in a line that goes by itself."""

    text: str


Move = Stay | Show | Open | Close | Reset | Turn | Note | Quit | Leaf | Explain | Tell

UNREAD = (
    "title", "settings", "keys", "help", "shelf", "pause", "accessibility", "board", "choice",
    "span", "run-code", "entry", "classroom",
)  # fmt: skip
"""The screens that have no text of the campaign."""


class Screen(Protocol):
    """One screen. `view` reads and changes nothing; only `act`, `key` and `update` change it."""

    hand: Hand
    """What the player's hand is on."""
    name: str
    """A word for tests and pictures."""

    @property
    def over(self) -> bool:
        """Whether it lies on the screen below, which is seen dimly."""
        ...

    def view(self, look: Look) -> Sheet:
        """Return what is seen now."""
        ...

    def act(self, spot: str) -> Move:
        """Answer to a press on the spot of that name."""
        ...

    def update(self, seconds: float) -> bool:
        """Let time pass; return whether anything still moves."""
        ...


def leaf(stack: list[Screen], screen: Screen) -> None:
    """Open a page on a stack, or close what lies on it, or close it if nothing does."""
    names = [one.name for one in stack]
    if screen.name not in names:
        stack.append(screen)
    elif names[-1] == screen.name:
        stack.pop()
    else:
        del stack[names.index(screen.name) + 1 :]


@runtime_checkable
class AtDesk(Protocol):
    """A screen that belongs to a desk."""

    office: Office
    desk: Desk


@runtime_checkable
class Stepping(Protocol):
    """A screen that moves in steps, fewer than the window has pictures in a second."""

    @property
    def steps(self) -> object:
        """How far it has come: as long as this is the same, only its camera moves."""
        ...


@runtime_checkable
class Heard(Protocol):
    """A screen that says itself what is heard around it."""

    @property
    def around(self) -> Surroundings:
        """What goes round."""
        ...


@runtime_checkable
class Reader(Protocol):
    """A screen on which the player reads what belongs to a desk."""

    office: Office
    desk: Desk

    @property
    def seen(self) -> backlog.Seen:
        """How far they have read."""
        ...


@runtime_checkable
class Touched(Protocol):
    """A screen that tells of the very point the mouse is on."""

    def touch(self, sheet: Sheet, point: tuple[int, int]) -> None:
        """Take note of where the mouse is on what is seen."""
        ...


@runtime_checkable
class Dragged(Protocol):
    """A screen with something on it that the mouse can move along."""

    @property
    def dragged(self) -> str:
        """The name of the spot that can be dragged; empty while none can."""
        ...

    def drag(self, across: int, down: int) -> None:
        """Move it by so many pixels to the right and down."""
        ...


@runtime_checkable
class Pictured(Protocol):
    """A screen with a picture behind its words."""

    def bare(self, look: Look) -> Sheet:
        """Return the picture alone."""
        ...


class Followed(Enum):
    """What has come to a screen from outside."""

    NOTHING = "nothing"
    LOOKS = "looks"
    """It looks otherwise."""
    TURNED = "turned"
    """It shows something else: what lies on it is about what is gone."""


@runtime_checkable
class Following(Protocol):
    """A screen that something outside changes: a class that votes, a teacher with a phone."""

    def follow(self) -> Followed:
        """Take over what has changed, and return what that means."""
        ...

    def due(self) -> float:
        """Return after how many seconds to follow though the bell was not rung; never, endless."""
        ...


@runtime_checkable
class Holding(Protocol):
    """A screen that is not left in passing: it asks first."""

    def leave(self, move: Move) -> Move:
        """Return what comes of a move that would leave it."""
        ...


@runtime_checkable
class Remote(Protocol):
    """A screen at which a presenter stands: some keys lead on and back there."""

    def meant(self, given: str, command: str) -> str:
        """Return the command that an input gives here which gives another elsewhere."""
        ...

    def obeyed(self, command: str, sheet: Sheet) -> Move | None:
        """Return what a command leads to that nothing on the sheet answers to, if to anything."""
        ...


@dataclass(slots=True)
class Office:
    """What every screen needs from outside, handed in by the app."""

    campaign: Campaign
    settings: Settings
    keep: Callable[[Desk], str]
    """Write the autosave of a desk; return what went wrong, or nothing."""
    change: Callable[[Settings], None]
    """Take over new settings and keep them."""
    play: Callable[[str], None]
    """Play a sound by name."""
    shelf: Shelf
    """The player's saves."""
    title: Callable[[], Screen]
    """Make the title screen."""
    seed: Callable[[], int]
    """Return the seed of a new campaign."""
    picture: Callable[[pygame.Surface], str]
    """Keep a picture of the screen; return a sentence about it."""
    chronicle: Callable[[Desk], str]
    """Keep the chronicle of a desk as files; return a sentence about it; it may go on."""
    note: Callable[[Chronicle, str], str] = lambda _note, _stem: "There is no place for notes here."
    """Keep a note as files of that name; return a sentence about it."""
    chance: bool = True
    """Whether new campaigns meet luck."""
    reading: str | None = None
    """The reading of new campaigns; none for the campaign's own first one."""
    copy: Callable[[str], str] = lambda _: "There is no clipboard here."
    """Put a text on the clipboard; return a sentence about it."""
    pasted: Callable[[], str] = lambda: ""
    """Return the text that is on the clipboard."""
    around: Callable[[Surroundings], None] = lambda _: None
    """Let something else be heard around the player."""
    go_on: Callable[[], None] = lambda: None
    """Let the next music come if the last one has gone; asked now and then."""
    front: Callable[[bool], None] = lambda _: None
    """Take note of whether the window is in front of others."""
    bell: Callable[[], None] = lambda: None
    """Wake up a window that sleeps: there is something to follow. Any thread may."""
    captions: Captions = field(default_factory=Captions)
    """What was heard lately."""
    errands: Errands = field(default_factory=Errands)
    """What is done beside the game."""
    voice: Voice = field(default_factory=NoVoice)
    """What reads the screen out."""
    classes: Classes = field(default_factory=NoClasses)
    """Where rooms of classes are opened."""
    peeks: bool = False
    """Whether the player wants to see how all ends before they have finished once."""

    def begins(self, reading: str, seed: int | None, *, chance: bool) -> None:
        """Take note of how campaigns are begun that are begun from the title."""
        self.reading, self.chance = reading, chance
        if seed is not None:
            self.seed = lambda: seed

    def ring(self) -> None:
        """Wake up the window, if one sleeps by now."""
        self.bell()

    def sound(self, name: str) -> None:
        """Play a sound by name, and note it for the captions."""
        self.captions.hear(name)
        self.play(name)


class Shelf(Protocol):
    """The saves as screens see them."""

    def rows(self) -> tuple[ShelfRow, ...]:
        """Return every save, newest first."""
        ...

    def aside(self) -> tuple[str, ...]:
        """Return a sentence for each file that was set aside."""
        ...

    def write(self, desk: Desk) -> str:
        """Save the desk; return a sentence about it."""
        ...

    def remove(self, row: ShelfRow) -> str:
        """Delete a save; return what went wrong, or nothing."""
        ...

    def rename(self, row: ShelfRow, name: str) -> str:
        """Give the playthrough of a save a name; return what went wrong, or nothing."""
        ...

    def seen(self) -> Seen:
        """Return what was seen of the campaign so far."""
        ...


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A save in a list."""

    key: str
    """Its file's name."""
    title: str
    when: str
    """The date, in words."""
    automatic: bool
    desk: Desk
    fingerprints: tuple[str, ...]
    name: str = ""
    """What the player called the playthrough."""
