"""From what the system tells (keys, mouse, pad) to inputs as the key map names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pygame

from game.frozen import dataclass
from game.keymap import MODIFIERS, Device
from game.screens.pad import Pad, family

BUTTONS = {2: "middle", 3: "right", 4: "x1", 5: "x2", 6: "x1", 7: "x2"}
"""Buttons of the mouse that give commands; the left one presses what it is on."""
MASKS = dict(
    zip(
        MODIFIERS,
        (pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_SHIFT, pygame.KMOD_META),
        strict=True,
    )
)
HELD = frozenset(f"{side} {one}" for side in ("left", "right") for one in MODIFIERS) | {
    "alt gr",
    "caps lock",
    "numlock",
}
"""Keys that do something to others; alone they are heard when they are let go."""
LETTERS = {pygame.KSCAN_A + n: chr(ord("a") + n) for n in range(26)}
DIGITS = {pygame.KSCAN_1 + n: str(n + 1) for n in range(9)}
PLACES = LETTERS | DIGITS
"""What lies where on the keyboard most games are made on, for alphabets that have no a to z."""


ROLL = 400
"""Milliseconds between two notches of the wheel that are one roll."""


@dataclass(frozen=True, slots=True)
class Given:
    """Something pressed, by all the names the key map may know it by: the fullest first."""

    names: tuple[str, ...]
    typed: str = ""
    """The character it writes, if it writes one."""

    @property
    def name(self) -> str:
        """Return the fullest name; some keys have none."""
        return self.names[0] if self.names else ""


def of_key(event: pygame.Event) -> Given:
    """Return what a key is called that went down or up."""
    name = plain(pygame.key.name(event.key))
    held = [one for one, mask in MASKS.items() if event.mod & mask]
    typed = written(event)
    names = [name] if name in HELD else list(_combined(name, held))
    if typed and not typed.isalnum() and typed != " ":
        names.append(typed)  # a sign counts wherever it is on the keyboard
    place = PLACES.get(getattr(event, "scancode", 0))
    if place and not (name.isascii() and name.isalnum()):
        names += _combined(place, held)
    return Given(tuple(dict.fromkeys(one for one in names if one)), typed)


def plain(name: str) -> str:
    """Return a key's name: the number pad's keys are as good as the others."""
    name = name.lower()
    if name in ("enter", "keypad enter"):
        return "return"
    return name[1:-1] if len(name) > 2 and name[0] == "[" and name[-1] == "]" else name


def written(event: pygame.Event) -> str:
    """Return the character a key writes; with Ctrl or Command it writes none."""
    character: str = getattr(event, "unicode", "")
    held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    return character if character.isprintable() and not held else ""


def _combined(name: str, held: list[str]) -> Iterator[str]:
    """Yield a key with what is held; Shift alone may be let aside."""
    if not name:
        return
    yield "+".join((*held, name))
    if held == ["shift"]:
        yield name


def given_by(event: pygame.Event) -> Given | None:
    """Return what an event gives when it is pressed, if it gives anything."""
    match event.type:
        case pygame.KEYDOWN:
            return of_key(event)
        case pygame.MOUSEBUTTONDOWN if event.button in BUTTONS:
            return Given((f"mouse:{BUTTONS[event.button]}",))
        case _:
            return None


class Inputs:
    """The player's hands: what they press, and what they were on last."""

    def __init__(self) -> None:
        self.device = Device.KEYS
        self.pad = Pad()
        self._down: set[str] = set()
        """The keys that are down."""
        self._is_part = False
        """Whether something was pressed while one was down: then that was only the beginning."""
        self.rolls_on = False
        """Whether the last notch of the wheel goes on with a roll and does not begin one."""
        self.clock: Callable[[], int] = pygame.time.get_ticks
        """Return the time in milliseconds."""
        self._rolled = -ROLL
        """When the last notch was."""
        self.pad_name: Callable[[int], str] = lambda _: ""
        """Return what a pad is called, by the number that its events bear."""

    @property
    def is_holding(self) -> bool:
        """Whether any key is down."""
        return bool(self._down)

    def holds(self, names: Iterable[str]) -> bool:
        """Return whether one of some inputs is held down, and nothing with it."""
        held = any(one in self._down or one in self.pad.held for one in names)
        return held and not self._is_part

    @property
    def modifiers(self) -> str:
        """Return what is held down of Ctrl, Alt and so on, as it stands before an input."""
        held = [one for one in MODIFIERS if {f"left {one}", f"right {one}"} & self._down]
        return "".join(f"{one}+" for one in held)

    def _hold(self, event: pygame.Event) -> None:
        """Take note of keys that go down and up."""
        if event.type == pygame.KEYDOWN:
            self._is_part = bool(self._down)
            self._down.add(plain(pygame.key.name(event.key)))
        elif event.type == pygame.KEYUP:
            self._down.discard(plain(pygame.key.name(event.key)))
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        if not self._down:
            self._is_part = False

    def take(self, event: pygame.Event) -> tuple[Given, ...]:
        """Return what an event gives that is pressed."""
        self._hold(event)
        if event.type == pygame.MOUSEWHEEL:
            before, self._rolled = self._rolled, self.clock()
            self.rolls_on = self._rolled - before < ROLL
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL):
            self.device = Device.KEYS
            given = given_by(event)
            return (given,) if given else ()
        names = self.pad.take(event)
        if names:
            self.device = family(self.pad_name(event.instance_id))
        return tuple(Given((name,)) for name in names)

    def heard(self, event: pygame.Event) -> str:
        """Return what was given by a player who was asked for an input."""
        pressed = self.take(event)
        on_keys = heard(event)
        return on_keys or next((one.name for one in pressed if one.name[:4] == "pad:"), "")


def heard(event: pygame.Event) -> str:
    """Return the key or the button of the mouse: nothing while only Shift is held."""
    match event.type:
        case pygame.KEYDOWN:
            first = of_key(event).names[:1]
            return "".join(one for one in first if one not in HELD)
        case pygame.KEYUP:
            name = plain(pygame.key.name(event.key))
            return name if name in HELD else ""
        case pygame.MOUSEBUTTONDOWN:
            return f"mouse:{BUTTONS.get(event.button, 'left')}"
        case _:
            return ""
