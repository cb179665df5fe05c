"""Every command of the game, the keys and buttons that give it, and how those are called.

An *input* is a word: `return`, `shift+a`, `?`, `mouse:right`, `wheel:up`, `pad:a`. Screens name
commands, never inputs, so that the player may choose other keys. The numbers 1 to 9 are no
commands: they always choose what bears that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from game.frozen import dataclass

NUMBERS = tuple("123456789")
KINDS = ("mouse", "wheel", "pad")
"""What an input may begin with; without one of these it is a key."""
ESSENTIAL = ("advance", "back", "next", "accessibility")
"""What must always have a key, or nobody could set the others right again."""
MODIFIERS = ("ctrl", "alt", "shift", "meta")
"""In the order in which they stand before a key."""
WORD = re.compile(
    r"((?:(?:ctrl|alt|shift|meta)\+){0,4})(\S|[^\s+:][^+\n]{1,18}|(mouse|wheel|pad):[a-z0-9]+)\Z"
)
MOST = 6
"""Inputs a command may have."""
MOVING = frozenset(("next", "previous", "up", "down", "earlier", "later", "month-back", "month-on"))
"""The commands that go on when their key is held down."""


class Device(StrEnum):
    """What the player's hand was on last."""

    KEYS = "keys"
    """The keyboard, or the mouse beside it."""
    PAD = "pad"
    PLAYSTATION = "playstation"
    """A pad with signs on its buttons in place of letters."""


class Group(StrEnum):
    """Where commands work, as a list of them is divided."""

    READING = "Reading on and back"
    FOCUS = "Moving the focus, scrolling"
    EVERYWHERE = "Everywhere"
    HEARING = "Hearing the screen"
    PLACES = "On some pages"
    CLASS = "Before a class"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the player can want."""

    name: str
    title: str
    """What it does, in words."""
    inputs: tuple[str, ...]
    """What gives it at first."""
    group: Group


def _of(group: Group, *rows: tuple[str, str, str]) -> tuple[Command, ...]:
    """Return commands from their name, title, and inputs with a comma between them."""
    return tuple(Command(name, title, tuple(keys.split(", ")), group) for name, title, keys in rows)


COMMANDS = (
    *_of(
        Group.READING,
        ("advance", "Go on, or press what has the focus", "return, space, pad:a"),
        ("back", "Back, close; at a stage, the menu", "escape, mouse:right, pad:b"),
        ("menu", "Menu", "f10, pad:start"),
        ("backlog", "What was said, with your own answers", "b"),
        ("skip", "Skip to where there is something to choose", "k, >, pad:x"),
        ("hurry", "Skip as long as it is held", "left ctrl, right ctrl, pad:rt"),
        ("auto", "Read on by itself, or stop", "a, pad:r3"),
    ),
    *_of(
        Group.FOCUS,
        # Tab skips in other games; in one that is all buttons it must lead from one to the next
        ("next", "Focus on", "tab, right, pad:right"),
        ("previous", "Focus back", "shift+tab, left, pad:left"),
        ("up", "Scroll up; in a list, or where nothing scrolls, focus back", "up, pad:up"),
        ("down", "Scroll down; in a list, or where nothing scrolls, focus on", "down, pad:down"),
        ("earlier", "A page up; from the top, back to what was said", "page up, wheel:up, pad:lb"),
        ("later", "A page down; forward to the present", "page down, wheel:down, pad:rb"),
        ("first", "To the beginning of the text", "home"),
        ("last", "To the end of the text", "end"),
    ),
    *_of(
        Group.EVERYWHERE,
        ("accessibility", "Accessibility", "shift+a, pad:back"),
        ("help", "Help", "f1"),
        ("more", "More about what has the focus", "?, i, pad:lt"),
        ("encyclopaedia", "Encyclopaedia", "e"),
        ("key", "Key of the map: what its signs mean", "g"),
        ("word", "The next marked word, with its card", "shift+e"),
        ("word-before", "The marked word before", "shift+w"),
        ("replay", "Answer a telegram again", "shift+t"),
        ("run-code", "The run code of what is played", "shift+r"),
        ("board", "The board of all lines", "shift+b"),
        ("hide", "Hide the words, see the map", "h, mouse:middle, pad:y"),
        ("screenshot", "Keep a picture of the screen", "s"),
        ("fullscreen", "Full screen", "f, f11, alt+return"),
        ("quick-save", "Quick save", "f5"),
        ("quick-load", "Quick load: your own newest save", "f9"),
        ("quit", "Quit; the game is saved", "ctrl+q"),
    ),
    *_of(
        Group.HEARING,
        ("speech", "Speech on or off", "v"),
        ("repeat", "Say it again", "f2"),
        ("aloud", "Read the whole screen: where am I", "o"),
        ("read-on", "Read on, one thing at a time", "j"),
        ("read-back", "Read back, one thing at a time", "u"),
    ),
    *_of(
        Group.PLACES,
        ("turn-back", "Opening: the page before", "backspace"),
        ("find", "What was said: find words", "ctrl+f"),
        ("telegram", "Decision: back to the telegram", "t"),
        ("council", "Decision: back to the council", "c"),
        ("unsure", "Estimates: a guess", "q"),
        ("likely", "Estimates: likely", "w"),
        ("certain", "Estimates: nearly sure", "r"),
        ("hold", "Months: hold, or let them pass", "p"),
        ("month", "Months: one month", "n"),
        ("months", "Ledger: the months once more", "m"),
        ("ledger", "Record: back to the ledger", "l"),
        ("years", "Chronicle: the years after", "y"),
        ("figures", "Chronicle: how the figures ran", "shift+c"),
        ("keep", "Chronicle: keep it as a file", "shift+s"),
        ("compare", "Chronicle, saves: beside another line", "shift+d"),
        ("lines", "Compare: choose lines from the shelf", "shift+l"),
        ("month-back", "Compare, map: a month back", "shift+left"),
        ("month-on", "Compare, map: a month on", "shift+right"),
        ("one-change", "Chronicle: one answer changed", "shift+o"),
        ("argue", "Record, chronicle: argue with the model", "shift+m"),
        ("closer", "Board: taller", "shift+up, ctrl+wheel:up"),
        ("farther", "Board: lower", "shift+down, ctrl+wheel:down"),
        ("wider", "Board: wider", "alt+up, shift+wheel:up"),
        ("narrower", "Board: narrower", "alt+down, shift+wheel:down"),
        ("leftward", "Board: further left", "alt+left"),
        ("rightward", "Board: further right", "alt+right"),
        ("copy", "Run code: copy it", "ctrl+c"),
        ("paste", "Type a code: paste one", "ctrl+v"),
        ("rename", "Saves: give it a name", "shift+n"),
        ("delete", "Saves: delete", "delete"),
        ("defaults", "Settings, keys: as at first", "d"),
    ),
    *_of(
        Group.CLASS,
        ("classroom", "Title: a class", "shift+p"),
        ("vote", "Open the vote, or close it", "f6"),
        ("reveal", "Show how the voices fell", "f7"),
        ("clock", "Start the clock, or hold it", "f8"),
        ("minute", "A minute more", "f12, +"),
        ("knew", "Who knew what when", "shift+k"),
        ("teacher", "The teacher's page, in the browser", "f4"),
        ("blank", "A black screen, or back", "f3, ."),
    ),
)
"""All of them. No input gives two commands."""
BY_NAME: Mapping[str, Command] = {one.name: one for one in COMMANDS}


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which inputs give which command."""

    changed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The commands that the player gave other inputs, by name."""

    def inputs(self, command: str) -> tuple[str, ...]:
        """Return what gives a command; a number is given by itself."""
        for name, inputs in self.changed:
            if name == command:
                return inputs
        return BY_NAME[command].inputs if command in BY_NAME else (command,)

    def command(self, *given: str) -> str:
        """Return what the first input gives that gives anything, or nothing."""
        found = _commands(self)
        return next((found[one] for one in given if one in found), "")

    def bound(self, command: str, inputs: tuple[str, ...]) -> KeyMap:
        """Return the map with other inputs for a command, which no other command has then."""
        after = {one.name: self.inputs(one.name) for one in COMMANDS}
        after = {
            name: tuple(one for one in has if one not in inputs) for name, has in after.items()
        }
        after[command] = inputs
        return _of_changes(after)

    def as_text(self) -> dict[str, list[str]]:
        """Return the changes as they are kept."""
        return {name: list(inputs) for name, inputs in self.changed}


@lru_cache(maxsize=4)
def _commands(keys: KeyMap) -> dict[str, str]:
    found = {given: one.name for one in COMMANDS for given in keys.inputs(one.name)}
    return found | {number: number for number in NUMBERS}


def _of_changes(inputs: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """Return the map that differs from the first one only where it must."""
    changed = ((one.name, inputs[one.name]) for one in COMMANDS if one.name in inputs)
    return KeyMap(tuple(pair for pair in changed if pair[1] != BY_NAME[pair[0]].inputs))


def read(given: object) -> KeyMap:
    """Return the map that was kept; one that makes no sense gives the first map."""
    if not isinstance(given, dict):
        return KeyMap()
    known = {
        name: inputs for name, inputs in given.items() if name in BY_NAME and _is_sound(inputs)
    }
    keys = _of_changes({name: tuple(inputs) for name, inputs in known.items()})
    every = [one for command in COMMANDS for one in keys.inputs(command.name)]
    usable = all(any(map(is_key, keys.inputs(name))) for name in ESSENTIAL)
    return keys if usable and len(set(every)) == len(every) else KeyMap()


def _is_sound(inputs: object) -> bool:
    if not isinstance(inputs, list) or len(inputs) > MOST:
        return False
    return all(isinstance(one, str) and WORD.match(one) and one not in NUMBERS for one in inputs)


def kind(given: str) -> str:
    """Return what an input is of: `mouse` (its wheel too), `pad`, or `key`."""
    head = given.partition(":")[0]
    device = "" if head == given else head.rpartition("+")[2]
    return {"mouse": "mouse", "wheel": "mouse", "pad": "pad"}.get(device, "key")


def is_key(given: str) -> bool:
    """Return whether an input is a key."""
    return kind(given) == "key"


@dataclass(frozen=True, slots=True)
class Taken:
    """An input that gives another command already."""

    given: str
    by: str
    """The command's name."""


@dataclass(frozen=True, slots=True)
class Needed:
    """An input that cannot be taken from a command which must keep a key."""

    given: str
    by: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """An input that cannot be given to anything else."""

    given: str


Objection = Taken | Needed | Fixed


def objection(keys: KeyMap, command: str, given: str) -> Objection | None:
    """Return why an input cannot simply be given to a command, if anything speaks against it."""
    if given in NUMBERS or given in ("mouse:left", "escape") or given.startswith("wheel:"):
        return Fixed(given)
    by = keys.command(given)
    if by in ("", command):
        return None
    left = [one for one in keys.inputs(by) if is_key(one) and one != given]
    return Needed(given, by) if by in ESSENTIAL and not left else Taken(given, by)


def rebound(keys: KeyMap, command: str, given: str) -> KeyMap:
    """Return the map in which one input replaces those of its kind for a command."""
    others = tuple(one for one in keys.inputs(command) if kind(one) != kind(given))
    found = (given, *others) if is_key(given) else (*others, given)
    return keys.bound(command, found)


def as_first(keys: KeyMap, command: str) -> KeyMap:
    """Return the map with a command's first inputs, taken back from whatever has them now."""
    return keys.bound(command, BY_NAME[command].inputs)


NAMES = {
    "return": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "left ctrl": "Ctrl",
    "right ctrl": "Ctrl",
    "mouse:right": "right click",
    "mouse:middle": "middle click",
    "wheel:up": "wheel up",
    "wheel:down": "wheel down",
}
"""How inputs are called that are not called by their own name with a capital letter."""
PAD_NAMES = {
    "up": "D-pad up",
    "down": "D-pad down",
    "left": "D-pad left",
    "right": "D-pad right",
    "lb": "LB", "rb": "RB", "lt": "LT", "rt": "RT", "l3": "L3", "r3": "R3",
}  # fmt: skip
SIGNS = {
    "a": "✕", "b": "○", "x": "□", "y": "△", "lb": "L1", "rb": "R1", "lt": "L2", "rt": "R2",
    "back": "Share", "start": "Options",
}  # fmt: skip
"""What stands on the buttons of the other family of pads."""
ARROWS = ("up", "down", "left", "right")
PAD_ARROWS = tuple(f"pad:{one}" for one in ARROWS)


def called(given: str, device: Device = Device.KEYS) -> str:
    """Return how an input is called."""
    head, _, button = given.partition(":")
    if head == "pad" and button:
        signs = SIGNS if device is Device.PLAYSTATION else {}
        return signs.get(button) or PAD_NAMES.get(button) or button.capitalize()
    if given in NAMES:
        return NAMES[given]
    if head == "mouse" and button:
        return f"mouse {button.upper()}"
    parts = WORD.match(given)
    if parts and parts[1]:
        return "+".join((*(one.title() for one in parts[1].split("+") if one), called(parts[2])))
    return given.title()


@dataclass(frozen=True, slots=True)
class Hints:
    """How commands are named on the screen: by the keys that give them, or by the pad's buttons."""

    keys: KeyMap = KeyMap()
    device: Device = Device.KEYS

    def given_by(self, command: str) -> tuple[str, ...]:
        """Return the inputs of a command on the device in use, or else on the keyboard."""
        inputs = self.keys.inputs(command)
        pad = tuple(one for one in inputs if kind(one) == "pad")
        if self.device is not Device.KEYS and pad:
            return pad
        return tuple(one for one in inputs if is_key(one)) or inputs

    def named(self, commands: Iterable[str]) -> str:
        """Return how some commands are given, each by its first input: `Enter`, `Arrows`, `1-4`."""
        return _named(self, tuple(commands))


@lru_cache(maxsize=512)
def _named(hints: Hints, commands: tuple[str, ...]) -> str:
    """Return how some commands are given; every picture asks for two dozen of these again."""
    inputs = [found for one in commands if (found := hints.given_by(one))]
    given = [found[0] for found in inputs]
    for arrows, name in ((ARROWS, "Arrows"), (PAD_ARROWS, "D-pad")):
        if len(inputs) == len(arrows) and all(set(arrows) & set(found) for found in inputs):
            return name
    if len(given) > 1 and all(one in NUMBERS for one in given):
        return f"{given[0]}-{given[-1]}"
    return " ".join(dict.fromkeys(called(one, hints.device) for one in given))


def listed(keys: KeyMap, command: str, kinds: Iterable[str]) -> str:
    """Return all inputs of a command that are of some kinds, for a table."""
    inputs = (one for one in keys.inputs(command) if kind(one) in tuple(kinds))
    return ", ".join(dict.fromkeys(called(one) for one in inputs))
