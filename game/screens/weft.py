"""Strands on a sheet: all of them faint, some marked, and which one the mouse is on."""

from __future__ import annotations

from array import array
from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from game.atlas.board import Answers, Board
from game.widgets.controls import Style, label, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.loom import BEND, STEPS, Pattern, Weave, bent
from game.widgets.sheet import Clipped, Draft, Edge, Fill, Op, Strands, Stroke
from game.widgets.typeset import Face

REACH = 14
"""Pixels around the mouse in which a strand is looked for."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line that is drawn over the others."""

    answers: Answers
    color: Color
    width: int
    """In pixels at 720 lines."""
    lettered: tuple[Color, Color] | None = None
    """The colours of field and letter, if each answer stands on it as a letter."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a board, and where."""

    board: Board
    pattern: Pattern
    rect: Rect
    height: int
    """Of the whole board, in pixels."""
    top: int
    """Its first row that is seen."""


def draw(draft: Draft, sight: Sight, marked: tuple[Marked, ...]) -> None:
    """Draw all strands, a thin line at each column, and the marked lines over them."""
    look, rect = draft.look, sight.rect
    ground, ink = look.palette.night, look.palette.muted
    weave = Weave(sight.pattern, rect[2:], sight.height, ink, ground)
    draft.add(Strands(rect, weave, sight.top))
    for x in columns(rect, len(sight.board.places)):
        draft.add(Fill(Rect(min(x, rect.right - 1), rect.y, 1, rect.h), look.palette.line))
    marks: list[Op] = []
    for one in marked:
        marks += _strokes(sight, one, look.px(one.width))
    for one in marked:
        marks += _letters(draft, sight, one, *one.lettered) if one.lettered else []
    draft.add(Clipped(rect, tuple(marks)))


def columns(rect: Rect, count: int) -> list[int]:
    """Return where the columns are, the start first."""
    return [rect.x + round(number * (rect.w - 1) / (count - 1)) for number in range(count)]


def _points(sight: Sight, answers: Answers) -> list[tuple[int, int]]:
    """Return where a line passes its columns, in pixels of the window."""
    up = sight.rect.y - sight.top
    path = sight.board.path(answers)
    return list(
        zip(
            columns(sight.rect, len(sight.board.places)),
            (up + int(place * sight.height) for place in path),
            strict=False,
        )
    )


def _strokes(sight: Sight, one: Marked, width: int) -> list[Op]:
    """Return a line as bends, with soft edges."""
    points = _points(sight, one.answers)
    whole: list[tuple[int, int]] = []
    for (left, above), (right, below) in pairwise(points):
        whole += [(round(x), round(y)) for x, y in bent(left, right, above, below)]
    if len(whole) < 2:
        return []
    edges = {width // 2, -((width - 1) // 2)} if width > 1 else {0}
    soft = (Stroke(tuple((x, y + edge) for x, y in whole), one.color) for edge in edges)
    return [Stroke(tuple(whole), one.color, width), *soft]


def _letters(draft: Draft, sight: Sight, one: Marked, field: Color, ink: Color) -> list[Op]:
    """Return each answer of a line as a letter in a small field."""
    look, part = draft.look, draft.part()
    style = Style(Face.HEAD_BOLD, 1200 / look.text, ink)
    high = look.fonts.height(style.face, style.px(look))
    marks: list[Op] = []
    for number, (x, y) in zip(one.answers, _points(sight, one.answers)[1:], strict=False):
        letter = chr(ord("A") + number)
        wide = max(width_of(look, letter, style) + look.px(8), high)
        place = Rect(min(x - wide // 2, sight.rect.right - wide), y - high // 2, wide, high)
        ground, edge = Fill(place, field), Edge(place, look.palette.night, look.px(1))
        label(part, place.x + (wide - width_of(look, letter, style)) // 2, place.y, letter, style)
        marks += [ground, edge, *part.marks]
        part.marks.clear()
    return marks


def nearest(mark: Strands, point: tuple[int, int]) -> int | None:
    """Return the number of the strand that passes closest to a point; none far from all."""
    weave, rect = mark.weave, mark.rect
    pattern, count = mark.weave.pattern, len(mark.weave.pattern.places) - 1
    step = min(max(round((point[0] - rect.x) * count * STEPS / rect.w), 0), count * STEPS)
    places, numbers = _crossing(pattern, step)
    wanted = (point[1] - rect.y + mark.top) / weave.height
    at = bisect(places, wanted)
    beside = range(max(at - 1, 0), min(at + 1, len(places)))
    found = min(beside, key=lambda one: abs(places[one] - wanted), default=None)
    if found is None or abs(places[found] - wanted) * weave.height > REACH:
        return None
    return numbers[found]


@lru_cache(maxsize=64)
def _crossing(pattern: Pattern, step: int) -> tuple[array[float], array[int]]:
    """Return where strands cross a line from above to below, and which ones, in this order.

    There are `STEPS` such lines to a column; what was found once is kept for the mouse's next move.
    """
    column = min(step // STEPS, len(pattern.places) - 2)
    come = BEND[step - column * STEPS]
    left, right = pattern.places[column], pattern.places[column + 1]
    found = sorted((left[one] + (right[one] - left[one]) * come, one) for one in pattern.chosen)
    return array("d", [place for place, _ in found]), array("L", [one for _, one in found])
