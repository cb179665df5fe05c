"""The board made taller and wider, scrolled and dragged."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from tests.screens.boardplayer import (
    at,
    at_board,
    middle,
    strands,
    weave,
)


def test_the_board_grows_taller_is_scrolled_and_shrinks_again(harbour: Campaign) -> None:
    player = at_board(harbour)
    place = strands(player.sheet).rect

    taller = weave(player.press("shift+up")).whole
    seen = at(player)
    player.scroll(-1, middle(player))
    moved = at(player)
    player.press("shift+down")

    assert taller == (place.w, 2 * place.h)
    assert seen == pytest.approx((0, place.h / 2), abs=2)
    assert moved[1] > seen[1]
    assert (weave(player).whole, at(player)) == (place[2:], (0, 0))


def test_the_board_grows_wider_is_moved_sideways_and_shrinks_again(harbour: Campaign) -> None:
    player = at_board(harbour)
    place = strands(player.sheet).rect
    narrow = player.names

    wider = weave(player.press("alt+up")).whole
    seen = at(player)[0]
    right = at(player.press("alt+right"))[0]
    left = at(player.press("alt+left", "alt+left"))[0]
    player.press("alt+down")

    assert "rightward" not in narrow
    assert wider == (2 * place.w, place.h)
    assert left < seen < right
    assert (weave(player).whole, at(player)) == (place[2:], (0, 0))


def test_it_does_not_grow_without_end(harbour: Campaign) -> None:
    player = at_board(harbour)
    place = strands(player.sheet).rect

    for _ in range(8):
        player.press("shift+up", "alt+up")

    assert weave(player).whole == (8 * place.w, 16 * place.h)
    assert "closer" not in player.names


@pytest.mark.parametrize(
    ("held", "way"), [("lctrl", (1, 2)), ("lshift", (2, 1))], ids=["taller", "wider"]
)
def test_the_wheel_with_a_key_held_brings_what_is_under_the_mouse_closer(
    harbour: Campaign, held: str, way: tuple[int, int]
) -> None:
    player = at_board(harbour).hover("strands")
    place, point = strands(player.sheet).rect, middle(player)

    player.press(held).scroll(1, point)
    larger = weave(player).whole
    x, y = (
        (one - start + moved) / size
        for one, start, moved, size in zip(point, place[:2], at(player), larger, strict=True)
    )
    player.scroll(-1, point)

    assert larger == (way[0] * place.w, way[1] * place.h)
    assert (x, y) == pytest.approx((0.5, 0.5), abs=0.01)
    assert weave(player).whole == place[2:]


def test_the_mouse_drags_the_board_and_opens_nothing(harbour: Campaign) -> None:
    player = at_board(harbour).press("shift+up", "alt+up")
    before, (x, y) = at(player), middle(player)

    player.drag((x, y), (x - 40, y - 30), (x - 50, y - 35))

    assert at(player) == (before[0] + 50, before[1] + 35)
    assert player.top.name == "board"


def test_the_board_is_not_dragged_beyond_its_edges(harbour: Campaign) -> None:
    player = at_board(harbour).press("shift+up")
    x, y = middle(player)

    player.drag((x, y), (x + 300, y + 2000))

    assert at(player) == (0, 0)


def test_a_hand_that_trembles_presses_all_the_same(harbour: Campaign) -> None:
    player = at_board(harbour).press("shift+up").hover("strands")
    before, (x, y) = at(player), middle(player)

    player.drag((x, y), (x + 2, y - 1))

    assert player.top.name == "line"
    assert player.press("escape").top.name == "board"
    assert at(player) == before


def test_a_button_let_go_outside_the_window_holds_nothing_any_more(harbour: Campaign) -> None:
    player = at_board(harbour).press("shift+up")
    before, (x, y) = at(player), middle(player)

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
    player.event(
        pygame.Event(pygame.MOUSEMOTION, pos=(x + 90, y + 90), rel=(0, 0), buttons=(0, 0, 0))
    )
    player.event(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x + 90, y + 90), button=1))

    assert at(player) == before
    assert player.top.name == "board"


def test_a_press_beside_the_strands_drags_nothing(harbour: Campaign) -> None:
    player = at_board(harbour).press("shift+up")
    before, place = at(player), strands(player.sheet).rect
    beside = place.right + 200, place.bottom - 20

    player.drag(beside, (place.x + 20, place.y + 20))

    assert at(player) == before


def test_what_the_strands_end_in_stands_beside_them(harbour: Campaign) -> None:
    player = at_board(harbour)
    titles = {str(one.title).casefold() for one in harbour.outline.endings}

    assert any(title in player.text for title in titles)
