"""The game in a process of its own, watched by `bench --desk`: pictures, keys, memory, processor.

The window, its loop and the screens are the player's; only the settings come from here, and nothing
is kept. Prints a JSON object. Of the game only what the start itself needs is loaded beforehand.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from game.commands.bench_bare import SECONDS, most
from game.commands.bench_keys import sender
from game.commands.bench_sizes import resizing
from game.commands.bench_walk import walk

if TYPE_CHECKING:
    from game.screens.screen import Screen
    from game.widgets.geometry import Rect
    from game.window.app import App

Script = Generator[list[pygame.Event], None, None]
"""What a player does: resumed whenever the loop asks for events, it yields those there are."""
STILL = 0.35
"""Seconds without a new picture after which nothing moves any more."""
REST = 1.0
"""Seconds without a new picture after which nothing moves at all, and for which one then looks."""
WORST, LONG = 5, 8.0
"""How many screens are looked at for longer, and for how many seconds."""
SLEEP = 0.1
"""Seconds between two turns of a script while nothing happens; still screens sleep as they do."""
PRESSES = 40
"""Keys whose time is taken."""
DRAGS = 400
"""Motions of the mouse that drags the board."""
FULL = (
    "council-asked",
    "ledger",
    "reasons",
    "record",
    "chronicle",
    "epilogue",
    "shelf",
    "settings",
)
"""How the pictures are called that hold most."""
MANY_LINES = "curves"
"""The first picture of those for which many lines are computed at once; the rest follow it."""


class Watch:
    """Looks over the loop's shoulder."""

    def __init__(self, script: Callable[[Watch], Script]) -> None:
        self.told: dict[str, Any] = {}
        self.pictures: list[float] = []
        """When each picture was seen."""
        self.taken: list[float] = []
        """How long each took the processor since the loop had its events, in seconds."""
        self.spent: list[float] = []
        """What this process had taken the processor when each was seen, in seconds."""
        self.asked = 0.0
        """The processor's seconds when the loop last had its events."""
        self.app: App | None = None
        """What is played; known from the second look at the keyboard on."""
        self.pane: pygame.Window | None = None
        """The window, once there is one."""
        self._script = script(self)
        self._get = pygame.event.get
        setattr(pygame.event, "get", self.get)  # noqa: B010 - mypy is right to dislike it
        setattr(pygame, "Window", self._seen())  # noqa: B010

    def _seen(self) -> type[pygame.Window]:
        """Return the kind of window that notes when each picture is seen."""
        watch = self

        class Seen(pygame.Window):
            """A window that is looked at."""

            def flip(self) -> None:
                """Let what is drawn be seen."""
                super().flip()
                watch.pane = self
                watch.pictures.append(time.time())
                watch.spent.append(time.process_time())
                watch.taken.append(watch.spent[-1] - watch.asked)

        return Seen

    def get(self) -> list[pygame.Event]:
        """Return what happened, and what the script does.

        The script comes first: a size that it gives the window is then among what happened, as one
        is that somebody drags. It would else be drawn unasked, and once more when it was heard of.
        """
        if self.app is None:
            self._meet()
        done = next(self._script, None)
        happened = self._get()
        self.asked = time.process_time()
        return [*happened, *([pygame.Event(pygame.QUIT)] if done is None else done)]

    def _meet(self) -> None:
        """Get to know the app when it next draws."""
        from game.window.app import App  # noqa: PLC0415 - the start is measured without it

        draw = App.draw

        def met(app: App, surface: pygame.Surface, *, hasty: bool = False) -> Rect | None:
            self.app = app
            return draw(app, surface, hasty=hasty)

        setattr(App, "draw", met)  # noqa: B010 - a stand-in for this process

    @property
    def moves(self) -> bool:
        """Whether a map is being drawn, or a picture has just come."""
        return bool(self.app and self.app.canvas.waits) or time.time() - self.pictures[-1] < 0.05

    def still(self, seconds: float = STILL) -> Script:
        """Wait until nothing has moved for a while."""
        since = time.time()
        while time.time() - max(since, self.pictures[-1]) < seconds:
            since = time.time() if self.moves else since
            yield []

    @property
    def flies(self) -> bool:
        """Whether a camera is on its way."""
        flight = getattr(self.app and self.app.top, "flight", None)
        return flight is not None and 0 < flight.share < 1

    def cpu(self, seconds: float = SECONDS) -> Script:
        """Note the share of a core over some seconds."""
        before = self.now
        while self.since(before)[0] < seconds:
            yield []
        self.tell(self.since(before))

    @property
    def now(self) -> tuple[float, ...]:
        """The time, the processor's time for this process, and how many pictures were seen."""
        return time.time(), time.process_time(), len(self.pictures)

    def since(self, before: tuple[float, ...]) -> list[float]:
        """Return how much of each has passed."""
        return [now - then for now, then in zip(self.now, before, strict=True)]

    def tell(self, spent: list[float]) -> None:
        """Note the share of a core and the pictures a second."""
        self.told["cpu"], self.told["frames"] = spent[1] / spent[0], spent[2] / spent[0]


def press(name: str, held: int = 0) -> list[pygame.Event]:
    """Return a key going down and up, by its name, with modifiers held."""
    code = pygame.key.key_code(name)
    kinds = (pygame.KEYDOWN, pygame.KEYUP)
    return [pygame.Event(kind, key=code, mod=held, unicode="") for kind in kinds]


def start(watch: Watch) -> Script:
    """Look on until the title is there with its map."""
    watch.told |= {"first": watch.pictures[0], "ready": time.time()}
    while watch.app is None or watch.app.canvas.waits:
        yield []
    watch.told["whole"] = watch.pictures[-1]


def still(watch: Watch) -> Script:
    """Look on at every screen while nothing moves, and note which takes most.

    A second is short: those that took most in it are looked at for longer, and that counts.
    """
    from game.window.gallery import scenes  # noqa: PLC0415 - the start is measured without it

    yield from watch.still(REST)
    assert watch.app
    shares: dict[str, float] = {}
    kept = dict(filter(is_still, scenes(watch.app.office)))
    for name, screens in kept.items():
        shares[name] = yield from resting(watch, screens, REST)
    again = sorted(shares, key=lambda one: shares[one])[-WORST:]
    for name in again:
        shares[name] = yield from resting(watch, kept[name], LONG)
    screen = max(again, key=lambda one: shares[one])
    watch.told |= {"cpu": shares[screen], "screen": screen, "screens": len(kept)}


def resting(
    watch: Watch, screens: tuple[Screen, ...], seconds: float
) -> Generator[list[pygame.Event], None, float]:
    """Show a screen; return the share of a core it takes while nothing moves for some seconds."""
    assert watch.app
    watch.app.stack[:] = screens
    yield [pygame.Event(pygame.USEREVENT)]
    yield from watch.still(REST)
    yield from watch.cpu(seconds)
    return float(watch.told["cpu"])


def is_still(scene: tuple[str, object]) -> bool:
    """Return whether a picture of the gallery stands still: of the telegrams, the first's."""
    name, _ = scene
    return not (re.match("telegram-[2-9]", name) or name.endswith(("half", "keying", "months")))


def moving(watch: Watch) -> Script:
    """Look on while something moves by itself."""
    yield from watch.still(0.0)
    yield from watch.cpu()


def flying(watch: Watch) -> Script:
    """Send the camera on to the next place whenever it has arrived; what counts is its way."""
    yield from watch.still(1.0)
    spent = [0.0, 0.0, 0.0]
    while spent[0] < 2 * SECONDS:
        before, flew = watch.now, watch.flies
        yield [] if watch.flies or watch.moves else press("tab")
        if flew:
            spent = [sum(one) for one in zip(spent, watch.since(before), strict=True)]
    watch.tell(spent)


def dragging(watch: Watch) -> Script:
    """Make the board of all lines four times as tall and as wide, and drag it about.

    What is noted is the processor's time: what else the machine does harms nobody.
    """
    yield from watch.still()
    assert watch.app
    app, slices = watch.app, list[float]()
    timed = Timed(app.canvas.prepare, slices)
    setattr(app.canvas, "prepare", timed)  # noqa: B010 - a stand-in for this process
    while app.top.update(0.0):
        yield []
    for held in (pygame.KMOD_SHIFT, pygame.KMOD_SHIFT, pygame.KMOD_ALT, pygame.KMOD_ALT):
        yield from watch.still()
        yield press("up", held)
    yield from watch.still()
    watch.taken.clear()
    yield from to_and_fro(*app.size)
    watch.told |= {"taken": watch.taken, "slices": slices}


def to_and_fro(wide: int, high: int) -> Script:
    """Press the left button of the mouse on the strands and move it there, back at each edge."""
    x, y, across, down = wide // 4, high // 3, 13, 7
    yield [pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)]
    for _ in range(DRAGS):
        across = across if wide // 8 < x + across < wide // 2 else -across
        down = down if high // 8 < y + down < high // 2 else -down
        x, y = x + across, y + down
        yield [pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(1, 0, 0))]


class Timed:
    """A slice of work whose time is taken, when there is anything to do."""

    def __init__(self, work: Callable[[], bool], taken: list[float]) -> None:
        self.work = work
        self.taken = taken
        """The processor's seconds of each slice."""

    def __call__(self) -> bool:
        """Do it; return whether there was anything to do."""
        begin = time.process_time()
        more = self.work()
        self.taken += [time.process_time() - begin] if more else []
        return more


def memory(watch: Watch) -> Script:
    """Walk through the first telegram, see the fullest pages of all of them, then every line."""
    for name in walk(watch):
        yield press(name)
        yield from watch.still(0.1)
    from game.window.gallery import scenes  # noqa: PLC0415 - a player has none of what it loads

    app, told = watch.app, "most"
    for name, screens in scenes(app.office) if app else ():
        if name == MANY_LINES:
            told = "all"
        if app and name.endswith((*FULL, MANY_LINES, "board")):
            app.stack[:] = screens
            yield [pygame.Event(pygame.USEREVENT)]
            yield from watch.still(0.1)
            watch.told[told] = most()
    assert watch.pane
    watch.told["size"] = watch.pane.get_surface().get_size()


def keys(watch: Watch) -> Script:
    """Press keys on the same walk, each when nothing moves, and note when a picture answers."""
    assert watch.pane
    watch.told["how"], send = sender(watch.pane)
    waits: list[float] = []
    watch.told["waits"] = waits
    for number, name in enumerate(walk(watch)):
        yield from watch.still()
        seen, sent = len(watch.pictures), Sent(send, name)
        threading.Timer(number * 7 % 40 / 1000, sent).start()  # between any two looks
        patience = time.time() + 1
        while len(watch.pictures) == seen and time.time() < patience:
            yield []
        if len(watch.pictures) > seen:
            waits.append(watch.pictures[seen] - sent.when)
        if len(waits) == PRESSES:
            return


class Sent:
    """A key that another thread sends, and when it did."""

    def __init__(self, send: Callable[[str], None], name: str) -> None:
        self.send = send
        self.name = name
        self.when = 0.0

    def __call__(self) -> None:
        """Send it."""
        self.when = time.time()
        self.send(self.name)


SCRIPTS: dict[str, tuple[Callable[[Watch], Script], str]] = {
    "start": (start, ""),
    "memory": (memory, ""),
    "keys": (keys, ""),
    "still": (still, ""),
    "flight": (flying, "situation"),
    "months": (moving, "consequences"),
    "telegram": (moving, "telegram"),
    "board": (dragging, "board"),
    "sizes": (resizing, ""),
}
"""What is done in each mode, and the stage or page it begins with; none for the title."""


def begin_at(stage: str) -> None:
    """Let the window begin at a stage of the second telegram, or at the board."""
    from game.playthrough.desk import Stage  # noqa: PLC0415
    from game.screens.board.board import BoardScreen  # noqa: PLC0415
    from game.screens.flow import screen_for  # noqa: PLC0415
    from game.window import gallery, office  # noqa: PLC0415 - the start is measured without them

    def first(at: Any) -> Any:
        if stage == "board":
            return BoardScreen(at)
        return screen_for(at, gallery.desk_at(at.campaign, 1, Stage(stage)))

    setattr(office, "TitleScreen", first)  # noqa: B010 - a stand-in for this process


def played(main: Callable[[], int]) -> None:
    """Play as the command line says, MODE WIDTH HEIGHT, and print what was found.

    Args:
        main: the game's own beginning.
    """
    from game.files import paths, settings  # noqa: PLC0415 - the start is measured without them
    from game.window import system  # noqa: PLC0415 - the start is measured without them

    mode, width, height = sys.argv[1:]
    sys.argv[1:] = []
    fixed = settings.Settings(width=int(width), height=int(height), left=0, top=0)
    setattr(settings, "load", lambda *_: fixed)  # noqa: B010
    setattr(settings, "save", lambda *_: None)  # noqa: B010
    script, stage = SCRIPTS[mode]
    if mode != "still":
        setattr(system, "LONGEST", SLEEP)  # noqa: B010
    watch = Watch(script)
    if stage:
        begin_at(stage)
    with tempfile.TemporaryDirectory() as saves:
        setattr(paths, "saves", lambda: Path(saves))  # noqa: B010
        main()
    print(json.dumps(watch.told))
