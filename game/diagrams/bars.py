"""Bars: a name and a value above each, history as a tick, notches where it stands worse."""

from __future__ import annotations

from math import isnan

from game.diagrams.letters import Measure, wrapped
from game.diagrams.marks import Field, Line, Mark, Part, Picture, Tone, Words
from game.diagrams.values import Bar, Bars

LETTER = 11.0
LEADING = 15.0
RAIL = 10.0
"""How high a rail is."""
BETWEEN = 14.0
"""Room between two bars."""
NOTCH = 6.0
"""Points between notches."""


def laid(diagram: Bars, width: float, measure: Measure) -> Picture:
    """Return the bars as marks."""
    marks: list[Mark] = []
    parts, y = [], 0.0
    for row in diagram.rows:
        height = _head(marks, row, (width, y), measure)
        _bar(marks, row, width, y + height)
        parts.append(Part(row.name, 0.0, y, width, height + RAIL + 4, row.told))
        y += height + RAIL + BETWEEN
    return Picture(width, max(y, 1.0), tuple(marks), diagram.title, diagram.alt, tuple(parts))


def _head(marks: list[Mark], row: Bar, place: tuple[float, float], measure: Measure) -> float:
    """Write a bar's name and values, on one line where there is room; return the height."""
    width, y = place
    ghost = f"history {row.ghost}" if row.ghost else ""
    room = measure(row.value, LETTER, bold=True) + (measure(ghost, LETTER) + 8 if ghost else 0)
    beside = measure(row.name, LETTER) + room + 10 <= width
    lines = [row.name] if beside else wrapped(row.name, width, LETTER, measure, bold=False)
    base = y
    for line in lines:
        base += LEADING
        marks.append(Words(0.0, base - 6, line, LETTER, Tone.INK))
    base += 0 if beside else LEADING
    end = width - (measure(ghost, LETTER) + 8 if ghost else 0)
    marks.append(Words(end, base - 6, row.value, LETTER, Tone.INK, "end", bold=True))
    if ghost:
        marks.append(Words(width, base - 6, ghost, LETTER, Tone.FAINT, "end"))
    return base - y


def _bar(marks: list[Mark], row: Bar, width: float, y: float) -> None:
    """Draw the rail, what fills it, the spread of the draws and history's tick."""
    marks.append(Field(0.0, y, width, RAIL, Tone.RAIL, Tone.FAINT))
    filled = width * _held(row.share)
    marks.append(Field(0.0, y, filled, RAIL, Tone.LOSS if row.worse else Tone.GAIN))
    if row.worse:
        for number in range(1, int(filled / NOTCH) + 1):
            x = number * NOTCH
            marks.append(Line(((x, y), (x, y + RAIL)), Tone.RAIL, 1.4))
    if row.spread is not None:
        low, high = (width * _held(one) for one in row.spread)
        middle = y + RAIL / 2
        marks.append(Line(((low, middle), (high, middle)), Tone.PAPER, 3.4))
        marks.append(Line(((low, middle), (high, middle)), Tone.INK, 1.4))
        marks += [Line(((x, y + 2), (x, y + RAIL - 2)), Tone.INK, 1.4) for x in (low, high)]
    if row.ghost_share is not None:
        x = min(max(width * _held(row.ghost_share), 1.5), width - 1.5)
        marks.append(Line(((x, y - 3), (x, y + RAIL + 3)), Tone.PAPER, 5.0))
        marks.append(Line(((x, y - 3), (x, y + RAIL + 3)), Tone.GHOST, 2.6))


def _held(share: float) -> float:
    """Return a share from 0 to 1; what is no number is nothing."""
    return min(max(share, 0.0), 1.0) if not isnan(share) else 0.0
