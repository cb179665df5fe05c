"""Somebody who presses anything at any time, as it comes from a number: the same each time.

A sitting begins at a picture of the gallery and jumps to another now and then. Between the presses
a class answers, the window changes its size, time passes and pictures are drawn. Who quits comes
back to what is on the disk: then, and at the end, everything that was kept must be there.
"""

from __future__ import annotations

import random  # noqa: TID251 - it only decides what is pressed
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.campaign.campaign import Campaign
from game.files import settings as kept
from game.files.remembered import Remembered
from game.files.saves import Saves
from game.playthrough.coverage import Seen
from game.playthrough.desk import Desk
from game.room.pupils import table
from game.room.requests import CastVote, Next
from game.screens.bindings import pressable
from game.screens.screen import Office, ShelfRow
from game.screens.wall.wall import WallScreen
from game.window.app import App
from game.window.classgallery import KEPT, ClassesInMemory, HostInMemory
from game.window.gallery import Scene, scenes
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import KEYS, PAINTER

SIZES = ((1280, 720), (1024, 640), (1366, 768), (640, 400), (320, 200), (2560, 600), (700, 1400))
WRITTEN = "abcdefghijklmnopqrstuvwxyz 0123456789-.,?!'/[]éß中Ж\t"
"""What the keys write."""
HELD = (pygame.KMOD_NONE,) * 6 + (pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT)
ODD = (pygame.K_PRINTSCREEN, pygame.K_RALT, pygame.K_PAUSE, pygame.K_KP0, 0, 2**30 + 400)
PASTED = ("", "KTMR", "H4LL-0RLD", "a text\nof two lines", "é" * 500)
"""What lies on the clipboard, one after the other."""
JUMP = 60
"""Doings after which, on average, the monkey is at another picture."""
STAY = 9
"""Of ten wishes to leave the game, those that it thinks better of: there is more to press."""


class LostError(AssertionError):
    """Something of the player's is not there any more."""


@dataclass
class Kept:
    """What the game was to keep."""

    last: Desk | None = None
    """The desk that was kept last by itself."""
    written: set[str] = field(default_factory=set)
    """The names of the saves the player made."""
    removed: list[ShelfRow] = field(default_factory=list)
    """The saves that the player deleted."""
    seen: Seen = field(default_factory=Seen)

    def into(self, office: Office) -> Office:
        """Let an office tell what it keeps; return it."""
        keep, write, remove = office.keep, office.shelf.write, office.shelf.remove

        def keeping(desk: Desk) -> str:
            self.last = desk
            return keep(desk)

        def writing(desk: Desk) -> str:
            said = write(desk)
            self.written.add(said.removeprefix("Saved as ").removesuffix("."))
            return said

        def removing(row: ShelfRow) -> str:
            self.removed.append(row)
            return remove(row)

        office.keep = keeping
        setattr(office.shelf, "write", writing)  # noqa: B010 - it looks over the shelf's shoulder
        setattr(office.shelf, "remove", removing)  # noqa: B010
        return office

    def check(self, office: Office, folder: Path) -> None:
        """Look whether everything is on the disk.

        Raises:
            LostError: when something is not.
        """
        found, aside = Saves(folder).all()
        gone = {row.key for row in self.removed}
        desks = [one.desk for one in found] + [row.desk for row in self.removed]
        remembered, rows = Remembered(folder), office.shelf.rows()
        remembered.read()
        seen, self.seen = self.seen, office.shelf.seen()
        wrong = {
            "set aside": aside,
            "made by the player": self.written - gone - {one.path.name for one in found},
            "kept last": self.last is not None and self.last not in desks,
            "not on the shelf": len(rows) != len(found),
            "names and what was seen": remembered.trouble,
            "seen before": self.seen | seen != self.seen and not gone,
            "settings": kept.load(kept.file()) != office.settings,
        }
        if lost := {name: value for name, value in wrong.items() if value}:
            raise LostError(lost)


class Monkey:
    """Presses, points, rolls, writes, resizes, leaves and comes back."""

    def __init__(self, campaign: Campaign, folder: Path, seed: str) -> None:
        self.luck = random.Random(seed)
        self.seed = seed
        self.campaign = campaign
        self.folder = folder
        self.done = 0
        """Events so far."""
        self.returns = 0
        """How often it left and came back."""
        self.screens: set[str] = set()
        """The names of all screens it was on."""
        self._kept = Kept()
        self._down: set[int] = set()
        self._ways = self._weighed()
        kept.save(kept.Settings(), kept.file())
        self._come()

    def _weighed(self) -> tuple[list[Callable[[], None]], list[int]]:
        """Return what the monkey does, each with how often."""
        ways = {
            self._key: 34, self._let_go: 10, self._write: 8, self._click: 14, self._poke: 6,
            self._move: 6, self._drag: 2, self._roll: 4, self._pad: 10, self._stick: 5,
            self._resize: 1, self._lose: 1, self._wait: 4, self._class: 2,
        }  # fmt: skip
        return list(ways), list(ways.values())

    def _come(self) -> None:
        """Open the game as it is on the disk."""
        settings = kept.load(kept.file())
        sound = Sound(self.folder / "sounds")
        office = office_on_disk(self.campaign, settings, sound, self.folder / "saves")
        office.seed = lambda: self.luck.randrange(100_000)
        office.picture = lambda _: "Picture kept."
        office.chronicle = lambda _: "Chronicle kept."
        office.note = lambda _, stem: f"{stem} kept."
        office.copy = lambda text: f"Copied: {text}"
        office.pasted = lambda: self.luck.choice(PASTED)
        office.classes = ClassesInMemory(list(KEPT))
        self.office = self._kept.into(office)
        self.app = App([office.title()], office, PAINTER)
        self.app.pointer = self._point
        self.size = (1280, 720)
        self._scenes: list[Scene] = []

    def press_on(self, events: int) -> Monkey:
        """Let so many events happen, or a few more, and look at the end whether all is kept.

        What goes wrong bears a note of when, where and at which seed it did.
        """
        end = self.done + events
        try:
            self._jump()
            while self.done < end:
                self._once()
            self._leave()
        except Exception as error:
            names = " > ".join(one.name for one in self.app.stack)
            error.add_note(f"monkey {self.seed!r}, event {self.done}, on {names or 'its way out'}")
            raise
        return self

    def _once(self) -> None:
        """Let one thing happen, and what the loop around an app makes of it."""
        if self.luck.randrange(JUMP) == 0:
            self._jump()
        self.luck.choices(*self._ways)[0]()
        self.app.settle()
        if self.app.is_over():
            self._leave()
            self._come()
            self.returns += 1
            return
        self.screens.add(self.app.top.name)
        if self.luck.random() < 0.5:
            self.app.update(self.luck.choice((0.0, 0.016, 0.1)))
        else:
            self.app.rest(self.luck.choice((0.02, 0.1)))
        if self.luck.randrange(100) == 0:
            self._look()

    def _jump(self) -> None:
        """Be at another picture at once."""
        self._scenes = self._scenes or list(scenes(self.office))
        _, screens = self.luck.choice(self._scenes)
        self.app.stack[:] = [self.office.title(), *screens]

    def _leave(self) -> None:
        """Leave as the window does; look whether all is kept."""
        self.app.settle()
        kept.save(self.office.settings, kept.file())
        self._kept.check(self.office, self.folder / "saves")

    def _look(self) -> None:
        """See what there is to see, as the window draws it."""
        surface = pygame.Surface(self.size)
        self.app.draw(surface, hasty=True)
        self.app.canvas.prepare()
        self.app.draw(surface, hasty=True)

    # --- what it does ---

    def _send(self, kind: int, **what: object) -> None:
        if not self.app.is_over():
            self.done += 1
            self.app.handle(pygame.Event(kind, what), self.size)

    def _point(self) -> tuple[int, int]:
        """Return a point of the window, or a little beside it."""
        return self.luck.randint(-5, self.size[0] + 5), self.luck.randint(-5, self.size[1] + 5)

    def _stays(self) -> bool:
        return self.luck.randrange(10) < STAY

    def _down_goes(self, code: int, mod: int, written: str) -> None:
        if code == pygame.K_q and mod == pygame.KMOD_CTRL and self._stays():
            return
        self._down.add(code)
        self._send(pygame.KEYDOWN, key=code, mod=mod, unicode=written, scancode=0)
        if self.luck.randrange(5):
            self._let_go()

    def _key(self) -> None:
        code = self.luck.choice((*KEYS.values(), *KEYS.values(), *range(32, 127), *ODD))
        written = chr(code) if 32 <= code < 127 else ""
        self._down_goes(code, self.luck.choice(HELD), written)

    def _write(self) -> None:
        letter = self.luck.choice(WRITTEN)
        self._down_goes(ord(letter), pygame.KMOD_NONE, letter)

    def _let_go(self) -> None:
        if self._down:
            code = self.luck.choice(sorted(self._down))
            self._down.discard(code)
            self._send(pygame.KEYUP, key=code, mod=pygame.KMOD_NONE, unicode="", scancode=0)

    def _click(self) -> None:
        """Click on something that can be pressed."""
        spots = pressable(self.app.sheet(self.size))
        spot = self.luck.choice(spots) if spots else None
        if spot is None or (spot.name == "quit" and self._stays()):
            return
        at = spot.rect.x + spot.rect.w // 2, spot.rect.y + spot.rect.h // 2
        self._send(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self._send(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self._send(pygame.MOUSEBUTTONUP, pos=at, button=1)

    def _poke(self) -> None:
        """Press a button of the mouse anywhere, and perhaps let it go elsewhere."""
        button = self.luck.randint(1, 7)
        self._send(pygame.MOUSEBUTTONDOWN, pos=self._point(), button=button)
        if self.luck.randrange(4):
            self._send(pygame.MOUSEBUTTONUP, pos=self._point(), button=button)

    def _move(self) -> None:
        self._send(pygame.MOUSEMOTION, pos=self._point(), rel=(3, 1), buttons=(0, 0, 0))

    def _drag(self) -> None:
        self._send(pygame.MOUSEBUTTONDOWN, pos=self._point(), button=1)
        for _ in range(self.luck.randrange(4)):
            self._send(pygame.MOUSEMOTION, pos=self._point(), rel=(3, 1), buttons=(1, 0, 0))
        self._send(pygame.MOUSEBUTTONUP, pos=self._point(), button=1)

    def _roll(self) -> None:
        self._send(pygame.MOUSEWHEEL, x=self.luck.randint(-2, 2), y=self.luck.randint(-9, 9))

    def _pad(self) -> None:
        kind = self.luck.choice((pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP))
        self._send(kind, button=self.luck.randrange(20), instance_id=0)

    def _stick(self) -> None:
        axis, value = self.luck.randrange(6), self.luck.randint(-32768, 32767)
        self._send(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)

    def _resize(self) -> None:
        self.size = self.luck.choice(SIZES)
        self.app.canvas.forget()

    def _lose(self) -> None:
        """Let another window be in front, or this one again; or the mouse go out of it."""
        kind = self.luck.choice(
            (pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWLEAVE)
        )
        if kind != pygame.WINDOWLEAVE:
            self._down.clear()
            self.office.front(kind == pygame.WINDOWFOCUSGAINED)
        self._send(kind)

    def _wait(self) -> None:
        self.app.update(self.luck.choice((0.1, 0.5, 3.0, 60.0)))

    def _class(self) -> None:
        """Let a class that is there come in, vote or be led on."""
        walls = [one for one in self.app.stack if isinstance(one, WallScreen)]
        host = walls[0].hosting if walls else None
        if not isinstance(host, HostInMemory):
            return
        host.clock += self.luck.choice((50, 1000, 60_000))
        match self.luck.randrange(4):
            case 0:
                host.join([f"Late {self.done}"])
            case 1:
                host.ask(Next())
            case _:
                on_table = table(host.campaign, host.room)
                pupils = list(host.room.pupils)
                if pupils and on_table:
                    vote = CastVote(host.room.turn, self.luck.choice(list(on_table)), "Because.")
                    host.pupil(self.luck.choice(pupils), vote)
