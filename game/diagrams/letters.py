"""How wide words are, where no font can be asked: on a page that is read in the reader's own."""

from __future__ import annotations

from typing import Protocol


class Measure(Protocol):
    """Tells how wide a text is, in points."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a text of a size in points."""
        ...


WIDTHS = (
    ("ijl'|.,:;!·", 0.30), ("ftrI()[]{}/ -\"", 0.38), ("csxyzvkJ*“”‘’", 0.53),
    ("0123456789abdeghnopqu?_–+=<>", 0.60), ("ABCDEFKLPRSTUVXYZ&", 0.70), ("GHNOQw−×→", 0.76),
    ("mMW%@—…", 0.98),
)  # fmt: skip
"""Parts of the size, a little more than in the usual sans-serif faces: words must not collide."""
KNOWN = {letter: width for letters, width in WIDTHS for letter in letters}
NARROW, WIDE = 0.75, 1.05
"""Of letters that are not listed: Cyrillic and accented ones, and Chinese ones."""
HAN = "\u2e80"
"""The first character of those that are as wide as high."""


def measured(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is."""
    width = sum(KNOWN.get(one, WIDE if one >= HAN else NARROW) for one in text)
    return width * size * (1.06 if bold else 1.0)


def wrapped(text: str, room: float, size: float, measure: Measure, *, bold: bool) -> list[str]:
    """Return a text in lines no wider than the room; a longer word has a line for itself."""
    lines, line = [], ""
    for word in text.split():
        trial = f"{line} {word}" if line else word
        if line and measure(trial, size, bold=bold) > room:
            lines.append(line)
            line = word
        else:
            line = trial
    return [*lines, line] if line else lines
