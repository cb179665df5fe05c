"""Below the strands: how all lines lie on each axis, and where yours stands among them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.screens.board.told import measures, stand
from game.screens.board.weft import cut
from game.widgets.controls import Style, label, ring, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Spot
from game.widgets.typeset import Face

if TYPE_CHECKING:
    from game.atlas.board import Board
    from game.atlas.wish import Span
    from game.screens.board.words import BoardWords

AMONG = "more than {share} of 100"
HIGH = 58
"""Pixels at 720 lines, besides its two lines of letters."""


def strip_height(look: Look, width: int, axes: int) -> int:
    """Return how tall the strip is; 0 where there is no room for words below the pictures."""
    small = _small(look)
    if width_of(look, AMONG.format(share=100), small) > width // axes - look.px(14):
        return 0
    return 2 * look.fonts.height(small.face, small.px(look)) + look.px(HIGH)


def strip(draft: Draft, rect: Rect, words: BoardWords, board: Board) -> None:
    """Draw a small picture for each axis; pressing it asks for a range."""
    for number, place in enumerate(_places(draft.look, rect, words)):
        _cell(draft, place, number, words, board)


def ticks(draft: Draft, rect: Rect, words: BoardWords, board: Board) -> None:
    """Draw over it where each marked line lies on each axis: the last one on top."""
    marked = [(board.number(one.answers), one) for one in words.marked(board, draft.look.palette)]
    for figure, place in enumerate(_places(draft.look, rect, words)):
        field, span = _field(draft.look, place), ranged(board, figure)
        for number, one in marked:
            if number is not None:
                share = (board.value(figure, number) - span.low) / (span.high - span.low or 1.0)
                wide = draft.look.px(one.width)
                x = field.x + round(share * (field.w - wide))
                draft.add(Fill(Rect(x, field.y, wide, field.h + draft.look.px(3)), one.color))


@lru_cache(maxsize=32)
def ranged(board: Board, figure: int) -> Span:
    """Return the whole range of a figure; the mouse asks for it again and again."""
    return board.ranged(figure)


def _places(look: Look, rect: Rect, words: BoardWords) -> tuple[Rect, ...]:
    return rect.columns(len(words.campaign.outline.axes), look.px(14))


def _field(look: Look, rect: Rect) -> Rect:
    """Return where the bars of an axis stand, between its name and its words."""
    small = _small(look)
    high = look.fonts.height(small.face, small.px(look)) + look.px(4)
    return rect.below(high).top(rect.h - 2 * high)


def _small(look: Look) -> Style:
    return Style(Face.HEAD, 12, look.palette.muted, 0.3)


def _cell(draft: Draft, rect: Rect, figure: int, words: BoardWords, board: Board) -> None:
    """Draw one axis: its name, bars for the lines that are seen, a tick for each marked line."""
    look = draft.look
    palette, small = look.palette, _small(look)
    high = look.fonts.height(small.face, small.px(look))
    name, title = f"axis:{figure}", measures(words.campaign)[figure].title
    label(draft, rect.x, rect.y, cut(draft, title, small, rect.w), small)
    low = rect.bottom - high
    field = _field(look, rect)
    bars = board.bars(figure, words.pattern(board).chosen)
    for one, share in zip(field.columns(len(bars), 1), bars, strict=True):
        tall = round(share * field.h) or (1 if share else 0)
        draft.add(Fill(Rect(one.x, field.bottom - tall, max(one.w, 1), tall), palette.dim))
    draft.add(Fill(Rect(field.x, field.bottom, field.w, 1), palette.line))
    number = board.number(words.yours)
    said = f"{title}."
    if number is not None:
        value = board.value(figure, number)
        said = stand(words.campaign, board, figure, value)
        place = AMONG.format(share=round(100 * board.below(figure, value)))
        label(draft, rect.x, low, cut(draft, place, small, rect.w), small)
    ring(draft, rect, name)
    draft.spot(Spot(name, "button", f"{said} A range of it.", rect))
