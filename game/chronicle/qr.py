"""The run code as a picture that a telephone reads."""

from __future__ import annotations

from itertools import groupby

from game.diagrams.marks import Field, Picture, Tone

MODULE = 4.0
"""Points of one small square."""
QUIET = 4
"""Small squares left free around the code, as the standard asks."""


def qr(code: str) -> Picture:
    """Return a code as a picture."""
    import segno  # noqa: PLC0415 - few players want a chronicle; nobody waits for this at the start

    matrix = segno.make(code, error="m", micro=False).matrix
    side = (len(matrix) + 2 * QUIET) * MODULE
    marks = [Field(0, 0, side, side, Tone.QUIET)]
    for y, row in enumerate(matrix):
        x = 0
        for dark, squares in groupby(row):
            count = len(list(squares))
            if dark:
                place = ((x + QUIET) * MODULE, (y + QUIET) * MODULE, count * MODULE, MODULE)
                marks.append(Field(*place, Tone.DARK))
            x += count
    alt = f"The run code {code} as a QR code."
    return Picture(side, side, tuple(marks), "Run code", alt)
