"""Strands on a sheet: all of them faint, some marked, their ends named; and the mouse on one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from game.atlas.answers import Answers
from game.frozen import dataclass
from game.widgets.controls import Style, label, lines_of, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.loom import Weave, bent
from game.widgets.sheet import Clipped, Draft, Edge, Fill, Op, Strands, Stroke
from game.widgets.typeset import Face

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.atlas.board import Board
    from game.atlas.shading import Pattern

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
    whole: tuple[int, int]
    """The size of the whole board, in pixels."""
    at: tuple[int, int]
    """Its first column and its first row that are seen."""

    def columns(self) -> list[int]:
        """Return where the columns are in the window, the start first."""
        gaps, left = len(self.board.places) - 1, self.rect.x - self.at[0]
        return [left + round(one * (self.whole[0] - 1) / gaps) for one in range(gaps + 1)]

    def row(self, place: float) -> int:
        """Return where a place of a column is in the window."""
        return self.rect.y - self.at[1] + int(place * self.whole[1])


def draw(draft: Draft, sight: Sight, marked: tuple[Marked, ...]) -> None:
    """Draw all strands, a thin line at each column, and the marked lines over them."""
    look, rect = draft.look, sight.rect
    ground, ink = look.palette.night, look.palette.muted
    weave = Weave(sight.pattern, rect[2:], sight.whole, ink, ground)
    draft.add(Strands(rect, weave, sight.at))
    for x in sight.columns():
        if rect.x <= x <= rect.right:
            draft.add(Fill(Rect(min(x, rect.right - 1), rect.y, 1, rect.h), look.palette.line))
    marks: list[Op] = []
    for one in marked:
        marks += _strokes(sight, one, look.px(one.width))
    for one in marked:
        marks += _letters(draft, sight, one, *one.lettered) if one.lettered else []
    draft.add(Clipped(rect, tuple(marks)))


def _points(sight: Sight, answers: Answers) -> list[tuple[int, int]]:
    """Return where a line passes its columns, in pixels of the window."""
    path = map(sight.row, sight.board.path(answers))
    return list(zip(sight.columns(), path, strict=False))


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
    last = sight.columns()[-1]
    marks: list[Op] = []
    for number, (x, y) in zip(one.answers, _points(sight, one.answers)[1:], strict=False):
        letter = chr(ord("A") + number)
        wide = max(width_of(look, letter, style) + look.px(8), high)
        place = Rect(min(x - wide // 2, last - wide), y - high // 2, wide, high)
        ground, edge = Fill(place, field), Edge(place, look.palette.night, look.px(1))
        label(part, place.x + (wide - width_of(look, letter, style)) // 2, place.y, letter, style)
        marks += [ground, edge, *part.marks]
        part.marks.clear()
    return marks


def ends(
    draft: Draft, sight: Sight, rect: Rect, title: Callable[[int], str], touched: int | None
) -> None:
    """Write beside the last column what the bundles of strands end in.

    Where there is no room for all, the bundles with most strands are named.

    Args:
        draft: the sheet.
        sight: what is seen of the board.
        rect: the room beside it.
        title: returns what an ending is called, by its number.
        touched: the ending of the strand under the mouse.
    """
    look, palette = draft.look, draft.look.palette
    taken: list[Rect] = []
    bundles = [one for one in sight.board.bundles(sight.pattern.chosen) if one.many]
    for one in sorted(bundles, key=lambda one: (one.ending != touched, -one.many)):
        top, low = max(sight.row(one.first), rect.y), min(sight.row(one.last), rect.bottom)
        if top >= low:
            continue
        is_touched = one.ending == touched
        bar, words = (palette.cream,) * 2 if is_touched else (palette.dim, palette.muted)
        draft.add(Fill(Rect(rect.x, top, look.px(4), max(low - top - 1, 1)), bar))
        style = Style(Face.HEAD, 13, words, 0.3)
        place = Rect(rect.x + look.px(12), top, rect.w - look.px(12), low - top)
        _named(draft, place, _lines(draft, title(one.ending), style, place), style, rect, taken)


def _lines(draft: Draft, text: str, style: Style, place: Rect) -> list[str]:
    """Return an ending's name in one line, or in two where its bundle is tall enough."""
    lines = lines_of(draft.look, text, style, place.w)
    high = draft.look.fonts.height(style.face, style.px(draft.look))
    if len(lines) == 1 or place.h < 2 * high:
        return [cut(draft, text, style, place.w)]
    return [lines[0], cut(draft, " ".join(lines[1:]), style, place.w)]


def _named(
    draft: Draft, place: Rect, lines: list[str], style: Style, rect: Rect, taken: list[Rect]
) -> None:
    """Write some lines in the middle of a place, unless other names stand there."""
    high = draft.look.fonts.height(style.face, style.px(draft.look))
    tall = high * len(lines)
    y = min(max(place.y + (place.h - tall) // 2, rect.y), rect.bottom - tall)
    box = Rect(place.x, y, place.w, tall)
    if any(box.meets(one) for one in taken):
        return
    taken.append(box)
    for number, line in enumerate(lines):
        label(draft, box.x, y + number * high, line, style)


def cut(draft: Draft, text: str, style: Style, room: int) -> str:
    """Return a text, or as much of it as there is room for."""
    if width_of(draft.look, text, style) <= room:
        return text
    while text and width_of(draft.look, f"{text}…", style) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def touched(mark: Strands, point: tuple[int, int]) -> int | None:
    """Return the number of the strand that passes closest to a point; none far from all."""
    weave = mark.weave
    across, down = (
        (one - start + moved) / size
        for one, start, moved, size in zip(point, mark.rect[:2], mark.at, weave.whole, strict=True)
    )
    found = weave.pattern.nearest(min(max(across, 0.0), 1.0), down)
    if found is None or found[1] * weave.whole[1] > REACH:
        return None
    return found[0]
