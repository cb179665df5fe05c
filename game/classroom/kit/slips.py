"""Cards and slips to cut out: a grid on each sheet, dashed where the scissors go."""

from __future__ import annotations

from collections.abc import Sequence

from game.chronicle.sheets import FAINT, HEAD, INK, SANS, SERIF, Sheets
from game.frozen import dataclass

EDGE = 28.0
"""From the edge of the sheet to the first cut, in points: printers reach no further."""
PAD = 11.0
"""From a cut to the words."""
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of letters that are tried, the largest first, until a card's words fit."""
LEADING = 1.28
BLACK = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Slip:
    """One card or slip."""

    head: str
    """What it is, over everything."""
    under: str
    """A line under the head; may be empty."""
    paragraphs: tuple[tuple[str, str], ...]
    """A bold beginning, which may be empty, and what follows it."""
    foot: str = ""
    """Small, at the bottom: grade and where to keep it."""


def cut_out(sheets: Sheets, slips: Sequence[Slip], columns: int, rows: int) -> None:
    """Lay slips out on as many sheets as they need.

    Args:
        sheets: the paper; a new sheet is begun.
        slips: what is laid out.
        columns: side by side on a sheet.
        rows: below one another on a sheet.
    """
    many = columns * rows
    sheets.set_auto_page_break(auto=False)
    for start in range(0, len(slips), many):
        sheets.add_page()
        _cuts(sheets, columns, rows)
        for place, slip in enumerate(slips[start : start + many]):
            _slip(sheets, slip, place % columns, place // columns, (columns, rows))
    sheets.set_auto_page_break(auto=True, margin=sheets.t_margin + 10)


def _room(sheets: Sheets, columns: int, rows: int) -> tuple[float, float]:
    """Return how wide and high a slip is."""
    return (sheets.w - 2 * EDGE) / columns, (sheets.h - 2 * EDGE - 20) / rows


def _cuts(sheets: Sheets, columns: int, rows: int) -> None:
    """Draw the dashed lines."""
    wide, high = _room(sheets, columns, rows)
    sheets.set_draw_color(*BLACK)
    sheets.set_line_width(0.5)
    sheets.set_dash_pattern(dash=3, gap=3)
    for column in range(columns + 1):
        x = EDGE + column * wide
        sheets.line(x, EDGE, x, EDGE + rows * high)
    for row in range(rows + 1):
        y = EDGE + row * high
        sheets.line(EDGE, y, EDGE + columns * wide, y)
    sheets.set_dash_pattern()


def _slip(sheets: Sheets, slip: Slip, column: int, row: int, grid: tuple[int, int]) -> None:
    """Write one slip at its place, in the largest letters that fit."""
    wide, high = _room(sheets, *grid)
    left, top = EDGE + column * wide + PAD, EDGE + row * high + PAD
    room = high - 2 * PAD - (12 if slip.foot else 0)
    size = next((one for one in SIZES if _height(sheets, slip, wide, one) <= room), SIZES[-1])
    _written(sheets, slip, (left, top, wide - 2 * PAD), size)
    if slip.foot:
        sheets.set_font(SANS, "", 7)
        sheets.set_text_color(*FAINT)
        sheets.set_xy(left, top + high - 2 * PAD - 9)
        sheets.cell(wide - 2 * PAD, 9, slip.foot)


def _height(sheets: Sheets, slip: Slip, wide: float, size: float) -> float:
    """Return how high a slip is when it is written so large."""
    sheets.set_font(SERIF, "", size)
    high, line = 0.0, size * LEADING
    for bold, text in slip.paragraphs:
        words = f"{bold} {text}"
        found = sheets.multi_cell(wide - 2 * PAD, line, words, dry_run=True, output="HEIGHT")
        assert isinstance(found, float), "a height was asked for"
        high += found + 0.35 * line
    return high + (2.6 if slip.under else 1.4) * line


def _written(sheets: Sheets, slip: Slip, place: tuple[float, float, float], size: float) -> None:
    left, top, wide = place
    sheets.set_left_margin(left)
    sheets.set_right_margin(sheets.w - left - wide)
    sheets.set_xy(left, top)
    _words(sheets, slip.head, HEAD, "", size + 3)
    if slip.under:
        _words(sheets, slip.under, SANS, "", size - 1)
    for bold, text in slip.paragraphs:
        sheets.ln(size * LEADING * 0.35)
        sheets.set_text_color(*INK)
        if bold:
            sheets.set_font(SANS, "B", size)
            sheets.write(size * LEADING, f"{bold} ")
        sheets.set_font(SERIF, "", size)
        sheets.write(size * LEADING, text)
        sheets.ln(size * LEADING)
    sheets.set_left_margin(EDGE)
    sheets.set_right_margin(EDGE)


def _words(sheets: Sheets, text: str, family: str, emphasis: str, size: float) -> None:
    sheets.set_font(family, emphasis, size)
    sheets.set_text_color(*INK)
    sheets.write(size * LEADING, text)
    sheets.ln(size * LEADING)
