"""Turned papers: one that is written on is turned in bands, and nobody sees where they meet."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.widgets.changes import difference, extent
from game.widgets.geometry import Rect
from game.widgets.painter import Painter
from game.widgets.sheet import Fill, Ink, Op, Shadow, Sheet, Tilted
from game.widgets.tilt import pieces
from game.widgets.typeset import Face
from game.window.painting import painter

SIZE = (400, 500)
PAPER = Rect(60, 40, 280, 401)
BUFF, INK = (230, 215, 180), (20, 20, 20)
WRITTEN = tuple(
    Ink(Rect(80, 60 + 30 * row, 240, 24), "The harbour is quiet", Face.TYPED, 20, INK)
    for row in range(12)
)
TELEGRAM = Tilted(PAPER, 0.9, (Shadow(PAPER, 12), Fill(PAPER, BUFF), *WRITTEN), is_growing=True)
TILTS = pytest.mark.parametrize("degrees", [0.9, -0.9, 0.0])


@pytest.fixture(scope="module")
def brush() -> Painter:
    """A painter with the game's fonts."""
    return painter()


def sheet(*marks: Op) -> Sheet:
    """Return a sheet with some marks."""
    return Sheet(SIZE, marks, (), ())


def drawn(brush: Painter, mark: Op) -> pygame.Surface:
    """Return a grey desk with a paper on it."""
    surface = pygame.Surface(SIZE)
    surface.fill((90, 90, 90))
    brush.paint(surface, sheet(mark))
    return surface


def farthest(one: pygame.Surface, other: pygame.Surface) -> int:
    """Return how far apart two pictures are in the pixel that differs most, of 255."""
    left, right = (pygame.surfarray.array3d(picture).astype(int) for picture in (one, other))
    return int(abs(left - right).max())


@TILTS
def test_a_paper_in_bands_looks_as_it_does_in_one_piece(brush: Painter, degrees: float) -> None:
    """A letter's edge is as sharp, and lies less than a tenth of a pixel aside."""
    growing = replace(TELEGRAM, degrees=degrees)

    whole = drawn(brush, replace(growing, is_growing=False))

    assert farthest(drawn(brush, growing), whole) < 26


@TILTS
def test_bands_fill_the_paper_and_do_not_overlap(degrees: float) -> None:
    paper = replace(TELEGRAM, degrees=degrees)
    rows = [piece.rows or (0, 0) for piece in pieces(paper)]
    seen = extent(paper)

    assert [low for _, low in rows[:-1]] == [top for top, _ in rows[1:]]
    assert rows[0][0] <= seen.y
    assert rows[-1][1] >= seen.bottom


def test_a_new_line_turns_no_more_than_the_bands_it_lies_in(
    brush: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = replace(TELEGRAM, marks=TELEGRAM.marks[:8])
    surface, after = drawn(brush, before), replace(TELEGRAM, marks=TELEGRAM.marks[:9])
    turned: list[int] = []
    turn = pygame.transform.rotozoom

    def counted(flat: pygame.Surface, *how: float) -> pygame.Surface:
        turned.append(flat.height)
        return turn(flat, *how)

    monkeypatch.setattr(pygame.transform, "rotozoom", counted)
    brush.paint(surface, sheet(after), difference(sheet(before), sheet(after)))

    assert 1 <= len(turned) <= 2
    assert sum(turned) < PAPER.h // 2


def test_a_paper_written_on_line_by_line_looks_as_if_drawn_at_once(brush: Painter) -> None:
    surface = drawn(brush, replace(TELEGRAM, marks=TELEGRAM.marks[:2]))
    for count in range(3, len(TELEGRAM.marks) + 1):
        before, after = (
            sheet(replace(TELEGRAM, marks=TELEGRAM.marks[:some])) for some in (count - 1, count)
        )
        part = difference(before, after)
        surface.fill((90, 90, 90), part)
        brush.paint(surface, after, part)

    assert farthest(surface, drawn(painter(), TELEGRAM)) == 0
