"""The run code as a picture that a telephone reads."""

from __future__ import annotations

from itertools import groupby

from game.diagrams.marks import Field, Picture, Tone

MODULE = 4.0
"""Points of one small square."""
QUIET = 4
"""Small squares left free around the code, as the standard asks."""


def squares(text: str) -> list[list[bool]]:
    """Return a QR code as rows of small squares, dark or light, with nothing left free around."""
    from qrcodegen import QrCode  # noqa: PLC0415 - few players want a code; nobody waits for this

    made = QrCode.encode_text(text, QrCode.Ecc.MEDIUM)
    side = range(made.get_size())
    return [[made.get_module(x, y) for x in side] for y in side]


def qr(code: str) -> Picture:
    """Return a code as a picture."""
    matrix = squares(code)
    side = (len(matrix) + 2 * QUIET) * MODULE
    marks = [Field(0, 0, side, side, Tone.QUIET)]
    for y, row in enumerate(matrix):
        x = 0
        for dark, alike in groupby(row):
            count = len(list(alike))
            if dark:
                place = ((x + QUIET) * MODULE, (y + QUIET) * MODULE, count * MODULE, MODULE)
                marks.append(Field(*place, Tone.DARK))
            x += count
    alt = f"The run code {code} as a QR code."
    return Picture(side, side, tuple(marks), "Run code", alt)
