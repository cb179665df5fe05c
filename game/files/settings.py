"""What the player set: kept in one small file, at once, and back to defaults when it is damaged."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import platformdirs

from game import keymap
from game.files.paths import APP
from game.files.store import set_aside, write_whole
from game.frozen import dataclass
from game.keymap import KeyMap

FIRST_KEYS = KeyMap()
TEXT_SIZES = (75, 90, 100, 115, 130, 150, 175, 200, 225, 250)
VOLUMES = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
SPACINGS = (100, 115, 130, 150, 175, 200)
SPEEDS = (25, 50, 75, 100, 150, 200, 400, 1000)
INSTANT = 1000
"""The speed from which on nothing is typed and no month is waited for."""
READING = (100, 130, 160, 200, 250, 300, 400)
FACES = ("serif", "sans", "dyslexia")
CHANNELS = ("effects", "ambience", "music")
"""What is heard apart from one another, each with a volume of its own."""
RATES = (100, 130, 160, 180, 210, 250, 300, 360, 430)
SWITCHES = (
    "motion", "contrast", "fullscreen", "borderless", "mute", "background", "captions", "speech",
)  # fmt: skip
PLACE = ("width", "height", "left", "top")
"""Where the window stands and how large it is: set by dragging it."""
STEPS = {
    "text": TEXT_SIZES,
    "spacing": SPACINGS,
    **dict.fromkeys(("volume", *CHANNELS), VOLUMES),
    "speed": SPEEDS,
    "reading": READING,
    "rate": RATES,
}
"""The values on offer for each number that is set by hand."""
CHOICES = {"face": FACES}
"""The words on offer for each setting that is a word."""
BOUNDS = {
    **{name: (steps[0], steps[-1]) for name, steps in STEPS.items()},
    "width": (1024, 15360),
    "height": (640, 8640),
    "left": (-30_000, 30_000),
    "top": (-30_000, 30_000),
}
"""The least and the greatest value of each number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Comfort and taste."""

    text: int = 100
    """Text size in per cent."""
    spacing: int = 100
    """The distance between lines, in per cent of the usual one."""
    face: str = "serif"
    """The face of what is read."""
    volume: int = 60
    """The volume of everything in per cent; 0 is off."""
    effects: int = 100
    """Keys, telegraph, paper and stamp, in per cent of the volume; 0 is off."""
    ambience: int = 70
    """What is heard around a place, in per cent of the volume; 0 is off."""
    music: int = 50
    """In per cent of the volume; 0 is off."""
    mute: bool = False
    """Whether everything is silent, whatever the volumes say."""
    background: bool = False
    """Whether the game is heard while another window is in front."""
    captions: bool = False
    """Whether sounds that tell something are written along the lower edge."""
    speech: bool = False
    """Whether the screen is read out."""
    rate: int = 180
    """Words a minute at which it is read out."""
    speed: int = 100
    """Of decoding, keying and months, in per cent; 1000 is at once."""
    reading: int = 200
    """Words a minute, when the game reads on by itself."""
    motion: bool = True
    """Whether things fly, rise and type."""
    contrast: bool = False
    """High contrast."""
    fullscreen: bool = False
    borderless: bool = False
    """Whether the window has no frame."""
    width: int = 1280
    """Of the window, in pixels."""
    height: int = 720
    left: int | None = None
    """Of the window, in pixels from the first screen's corner; none before it was opened."""
    top: int | None = None
    keys: KeyMap = FIRST_KEYS
    """Which keys give which command."""


def kept_of(settings: Settings, *names: str) -> dict[str, Any]:
    """Return some of the settings by their names."""
    return {name: getattr(settings, name) for name in names}


def at_once(settings: Settings) -> bool:
    """Return whether texts and months are there at once."""
    return not settings.motion or settings.speed >= INSTANT


def shares(settings: Settings, *, front: bool = True) -> dict[str, float]:
    """Return how loud each channel is, from 0 to 1, with the window in front of others or not."""
    heard = not settings.mute and (front or settings.background)
    whole = settings.volume / 100 if heard else 0.0
    return {name: whole * getattr(settings, name) / 100 for name in CHANNELS}


def file() -> Path:
    """Return where settings are kept."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.json"


UNREADABLE = (
    "The settings could not be read and are as at first. Set them again in the menu; the old file "
    "lies at {place}."
)


def load(path: Path, tell: Callable[[str], object] = lambda _: None) -> Settings:
    """Return the settings in `path`; a missing or damaged file gives the defaults.

    Args:
        path: where they are kept.
        tell: is given a sentence for the player if they are lost.
    """
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        return _without(path, tell)
    return _sound(given) if isinstance(given, dict) else _without(path, tell)


def save(settings: Settings, path: Path) -> None:
    """Keep the settings; a disk that cannot be written is no reason to stop playing."""
    try:
        kept = dataclasses.asdict(settings) | {"keys": settings.keys.as_text()}
        write_whole(path, json.dumps(kept, indent=1) + "\n")
    except OSError:
        return


def _without(path: Path, tell: Callable[[str], object]) -> Settings:
    place = path
    with suppress(OSError):
        place = set_aside(path)
    tell(UNREADABLE.format(place=place))
    return Settings()


def _sound(given: dict[str, object]) -> Settings:
    """Take over every value that makes sense."""
    sound: dict[str, Any] = {}
    for name in SWITCHES:
        if isinstance(given.get(name), bool):
            sound[name] = given[name]
    for name, words in CHOICES.items():
        if given.get(name) in words:
            sound[name] = given[name]
    for name, (low, high) in BOUNDS.items():
        value = given.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            sound[name] = value
    return replace(Settings(), **sound, keys=keymap.read(given.get("keys")))
