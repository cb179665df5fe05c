"""How the words of the game are set, once for every screen."""

from __future__ import annotations

from functools import lru_cache

from game.files.settings import Settings
from game.keymap import Device, Hints
from game.widgets.controls import Style
from game.widgets.look import Look, Palette
from game.widgets.typeset import Face, Fonts

READING = 16.5
"""How tall reading text is, in pixels of a window 720 tall."""


@lru_cache(maxsize=4)
def look_of(
    settings: Settings, fonts: Fonts, size: tuple[int, int], device: Device = Device.KEYS
) -> Look:
    """Return how things look in a window of a size, as the player set it."""
    return Look(
        size,
        fonts.read_in(settings.face, settings.spacing),
        settings.text,
        stark=settings.contrast,
        motion=settings.motion,
        named=Hints(settings.keys, device).named,
    )


def brand(p: Palette) -> Style:
    """The game's name in the top bar."""
    return Style(Face.HEAD_BOLD, 17, p.cream, spacing=2.2, upper=True)


def bar(p: Palette) -> Style:
    """Where one is, in the top bar."""
    return Style(Face.HEAD, 14, p.muted, spacing=1.4, upper=True)


def stage(p: Palette, *, here: bool) -> Style:
    """A stage's name in the top bar."""
    return Style(Face.HEAD, 12.5, p.cream if here else p.dim, spacing=1.3, upper=True)


def keys(p: Palette) -> Style:
    """The line that names the keys."""
    return Style(Face.HEAD, 12, p.muted, spacing=1.0, upper=True)


def heading(p: Palette) -> Style:
    """A heading on paper."""
    return Style(Face.HEAD_BOLD, 20, p.ink, spacing=1.0, upper=True)


def subheading(p: Palette) -> Style:
    """A smaller heading on paper."""
    return Style(Face.HEAD_BOLD, 14.5, p.ink, spacing=0.6, upper=True)


def small(p: Palette) -> Style:
    """A date or a remark on paper."""
    return Style(Face.HEAD, 12.5, p.faded, spacing=0.4, upper=True)


def text(p: Palette, height: float = READING) -> Style:
    """Reading text on paper."""
    return Style(Face.TEXT, height, p.ink)


def fine(p: Palette) -> Style:
    """Sources and remarks on paper."""
    return Style(Face.TEXT_ITALIC, 15, p.faded)


def bold(p: Palette) -> Style:
    """Reading text with weight."""
    return Style(Face.TEXT_BOLD, READING, p.ink)


def intro(p: Palette) -> Style:
    """The line under a heading."""
    return Style(Face.TEXT_ITALIC, 15.5, p.faded)


def typed(p: Palette, height: float = 17.5) -> Style:
    """The words of a telegram."""
    return Style(Face.TYPED, height, p.ink)


def header(p: Palette) -> Style:
    """The header of a telegram."""
    return Style(Face.MONO, 13, p.faded, upper=True)


def grade(p: Palette) -> Style:
    """A grade in its frame."""
    return Style(Face.HEAD, 11, p.ink, spacing=0.9, upper=True)


def figure(p: Palette) -> Style:
    """The name of a figure on the desk."""
    return Style(Face.HEAD, 11, p.muted, upper=True)


def value(p: Palette) -> Style:
    """The value of a figure on the desk."""
    return Style(Face.HEAD_BOLD, 12.5, p.cream)


def on_dark(p: Palette) -> Style:
    """Reading text on the dark."""
    return Style(Face.TEXT, READING, p.cream)


def note_on_dark(p: Palette) -> Style:
    """Remarks on the dark."""
    return Style(Face.TEXT_ITALIC, 16, p.muted)


def large(p: Palette) -> Style:
    """A large heading on the dark."""
    return Style(Face.HEAD_BOLD, 28, p.cream, spacing=1.2, upper=True)


def gold(p: Palette) -> Style:
    """A small heading on the dark."""
    return Style(Face.HEAD, 14.5, p.gold, spacing=1.3, upper=True)
