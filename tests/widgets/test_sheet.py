"""Sheets: what is drawn, what can be pressed, what scrolls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.camera import Camera
from game.widgets.map.layers import Layers
from game.widgets.map.scene import Scene
from game.widgets.sheet import (
    Chart,
    Clipped,
    Draft,
    Drawing,
    Edge,
    Fade,
    Fill,
    Hand,
    Ink,
    Op,
    Scroll,
    Shadow,
    Shape,
    Spot,
    Stroke,
    Tilted,
    moved,
)
from game.widgets.typeset import Face

RED = (255, 0, 0)
WINDOW = Rect(100, 50, 200, 300)


def tall(height: int) -> Callable[[Draft, int], int]:
    """Return what fills a part down to a height, with a spot at its lower end."""

    def fill(draft: Draft, width: int) -> int:
        draft.add(Fill(Rect(0, 0, width, height), RED))
        draft.spot(Spot("last", "button", "Last", Rect(0, height - 20, width, 20)))
        return height

    return fill


def scrolled(look: Look, height: int, offset: int = 0) -> Draft:
    """Return a draft with one part of some height, scrolled by some pixels."""
    draft = Draft(look, Hand(offsets={"page": offset}))
    draft.scroll("page", WINDOW, tall(height))
    return draft


def test_a_part_that_fits_has_no_bar_and_all_the_width(look: Look) -> None:
    draft = scrolled(look, 300)

    assert draft.scrolls == [Scroll("page", WINDOW, 300)]
    assert draft.scrolls[0].most == 0
    assert draft.marks == [Clipped(WINDOW, (Fill(Rect(100, 50, 200, 300), RED),))]


def test_a_part_that_is_too_tall_is_set_narrower_and_has_a_bar(look: Look) -> None:
    draft = scrolled(look, 1000)
    page, rail, knob, _ = draft.marks

    assert isinstance(page, Clipped)
    assert isinstance(page.marks[0], Fill)
    assert page.marks[0].rect.w < WINDOW.w
    assert isinstance(rail, Fill)
    assert isinstance(knob, Fill)
    assert rail.rect.common(knob.rect) == knob.rect


def test_the_bar_reaches_the_end_when_the_part_does(look: Look) -> None:
    end = scrolled(look, 1000, 700)
    rail, knob, _ = end.marks[1:]

    assert isinstance(rail, Fill)
    assert isinstance(knob, Fill)
    assert knob.rect.bottom == rail.rect.bottom


@pytest.mark.parametrize("height", [8, 12, 30])
def test_the_bar_stays_inside_a_very_low_part(look: Look, height: int) -> None:
    draft = Draft(look, Hand())
    draft.scroll("page", Rect(0, 0, 100, height), tall(500))
    rail, knob, _ = draft.marks[1:]

    assert isinstance(rail, Fill)
    assert isinstance(knob, Fill)
    assert rail.rect.common(knob.rect) == knob.rect


def test_spots_in_a_part_move_with_it_and_know_where_they_are(look: Look) -> None:
    spot = scrolled(look, 1000, 100).spots[0]

    assert spot.scroll == "page"
    assert spot.rect.y == WINDOW.y + 980 - 100


def test_an_offset_beyond_the_end_stops_there(look: Look) -> None:
    assert scrolled(look, 1000, 5000).marks == scrolled(look, 1000, 700).marks


def test_drawing_a_part_does_not_move_the_hand(look: Look) -> None:
    draft = scrolled(look, 1000, 5000)

    assert draft.hand.offsets == {"page": 5000}


def test_equal_drafts_make_equal_sheets(look: Look) -> None:
    assert scrolled(look, 1000, 5).done() == scrolled(look, 1000, 5).done()
    assert scrolled(look, 1000, 5).done() != scrolled(look, 1000, 6).done()


SOMEWHERE, ELSEWHERE = Rect(10, 20, 30, 40), Rect(15, 27, 30, 40)
SCENE = Scene(Camera(0.0, 0.0, 100.0), Layers(), 12, 0.0)


@pytest.mark.parametrize(
    ("mark", "there"),
    [
        (Fill(SOMEWHERE, RED, 9), Fill(ELSEWHERE, RED, 9)),
        (Edge(SOMEWHERE, RED, 2), Edge(ELSEWHERE, RED, 2)),
        (Shadow(SOMEWHERE, 3), Shadow(ELSEWHERE, 3)),
        (Fade(SOMEWHERE, RED, 1, 2), Fade(ELSEWHERE, RED, 1, 2)),
        (Drawing(SOMEWHERE, "<svg/>"), Drawing(ELSEWHERE, "<svg/>")),
        (Chart(SOMEWHERE, SCENE), Chart(ELSEWHERE, SCENE)),
        (
            Ink(SOMEWHERE, "word", Face.TEXT, 12, RED, 1),
            Ink(ELSEWHERE, "word", Face.TEXT, 12, RED, 1),
        ),
        (Shape(((0, 0), (1, 2)), RED), Shape(((5, 7), (6, 9)), RED)),
        (Stroke(((0, 0), (1, 2)), RED, 2), Stroke(((5, 7), (6, 9)), RED, 2)),
        (
            Clipped(SOMEWHERE, (Fill(SOMEWHERE, RED),)),
            Clipped(ELSEWHERE, (Fill(ELSEWHERE, RED),)),
        ),
        (
            Tilted(SOMEWHERE, 1.5, (Shape(((0, 0), (1, 2)), RED),)),
            Tilted(ELSEWHERE, 1.5, (Shape(((5, 7), (6, 9)), RED),)),
        ),
    ],
)
def test_a_mark_can_be_moved_with_all_that_is_in_it(mark: Op, there: Op) -> None:
    assert moved(mark, 5, 7) == there


def test_a_long_page_is_laid_out_whole_only_once(look: Look) -> None:
    lines: list[int] = []

    def fill(draft: Draft, width: int) -> int:
        for number in range(100):
            lines.append(number)
            draft.add(Ink(Rect(0, 20 * number, width, 20), "line", Face.TEXT, 15, RED))
        return 2000

    draft = Draft(look, Hand())
    draft.scroll("page", WINDOW, fill)

    assert draft.scrolls == [Scroll("page", WINDOW, 2000)]
    assert lines == [*range(WINDOW.h // 20 + 1), *range(100)]


def test_how_tall_a_part_would_be_is_found_no_further_than_there_is_room(look: Look) -> None:
    draft, asked = Draft(look, Hand()), list[int]()

    def lines(part: Draft, width: int) -> int:
        for y in range(0, 1000, 20):
            asked.append(y)
            part.add(Ink(Rect(0, y, width, 20), "A line", Face.TEXT, 14, RED))
        return 1000

    assert draft.height_of(tall(120), 200, 300) == 120
    assert draft.height_of(lines, 200, 300) == 300
    assert max(asked) == 300
    assert not draft.marks
