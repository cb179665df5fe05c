"""How things look: the window's size, text size, colours and faces."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import NamedTuple

from game.frozen import dataclass
from game.widgets.typeset import Fonts

Color = tuple[int, int, int]


def _rgb(text: str) -> Color:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


class Palette(NamedTuple):
    """The colours. Never colour alone: a sign, a label or a pattern goes with it."""

    ink: Color = _rgb("#1d1713")
    night: Color = _rgb("#15110e")
    wood: Color = _rgb("#2b211a")
    paper: Color = _rgb("#eadbb8")
    shade: Color = _rgb("#d8c59a")
    """Paper that something lies on."""
    faded: Color = _rgb("#5f5138")
    """Small print on paper."""
    rule: Color = _rgb("#bda97a")
    """Lines on paper."""
    cream: Color = _rgb("#f3e7c9")
    """Large words on dark."""
    muted: Color = _rgb("#cdbb92")
    """Small words on dark."""
    dim: Color = _rgb("#9a8a68")
    gold: Color = _rgb("#d9a441")
    ochre: Color = _rgb("#c08a2e")
    red: Color = _rgb("#a8281e")
    bright_red: Color = _rgb("#d0392b")
    moss: Color = _rgb("#55682c")
    slate: Color = _rgb("#5c7fa3")
    line: Color = _rgb("#4a3d30")
    """Lines on dark."""


PLAIN = Palette()
STARK = Palette(
    ink=(0, 0, 0), night=(0, 0, 0), wood=(16, 14, 12), paper=(255, 250, 238),
    shade=(235, 226, 205), faded=(40, 34, 26), rule=(90, 80, 60), cream=(255, 255, 255),
    muted=(245, 238, 222), dim=(215, 205, 180), gold=(255, 205, 90), ochre=(230, 170, 60),
    red=(160, 20, 12), bright_red=(255, 96, 80), moss=(60, 80, 20), slate=(140, 190, 240),
    line=(110, 98, 78),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how a picture of the same state comes out."""

    size: tuple[int, int]
    """Of the window, in pixels."""
    fonts: Fonts
    text: int = 100
    """Text size in per cent."""
    stark: bool = False
    """High contrast."""
    motion: bool = True
    """When false, nothing flies, rises or types."""
    named: Callable[[Iterable[str]], str] = " ".join
    """How commands are called: by the keys that give them."""
    whole: tuple[int, int] | None = None
    """The size of the window where something else has a strip of it: that alone sets the scale."""
    scale: float = field(init=False, compare=False)
    """Pixels for one pixel of the pictures, which are 1280 by 720."""

    def __post_init__(self) -> None:
        width, height = self.whole or self.size
        scale = min(width / 1280, height / 720)
        object.__setattr__(self, "scale", scale)  # asked for some hundred times a picture

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return STARK if self.stark else PLAIN

    def px(self, length: float) -> int:
        """Return a length of the pictures in pixels of this window."""
        return max(round(length * self.scale), 1)

    def pt(self, height: float) -> int:
        """Return a text height of the pictures in pixels of this window and text size."""
        return max(round(height * self.scale * self.text / 100), 9)
