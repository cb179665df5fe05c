"""A shelf holds as many pictures as there is room for."""

from __future__ import annotations

import pygame

from game.widgets.shelf import Shelf, bytes_of

PICTURE = pygame.Surface((30, 30), depth=32)
ROOM_FOR_TWO = 2 * bytes_of(PICTURE)


def filled(*names: str, room: int = ROOM_FOR_TWO) -> Shelf[str]:
    """Return a shelf with pictures put on it one after another."""
    shelf: Shelf[str] = Shelf(room)
    for name in names:
        shelf.put(name, PICTURE)
    return shelf


def test_a_full_shelf_drops_what_was_used_longest_ago() -> None:
    shelf = filled("a", "b")
    shelf.get("a")
    shelf.put("c", PICTURE)

    assert list(shelf) == ["a", "c"]


def test_the_last_picture_stays_even_if_it_is_too_large() -> None:
    assert list(filled("a", "b", room=10)) == ["b"]


def test_a_picture_in_the_place_of_another_takes_its_room() -> None:
    assert list(filled("a", "b", "a", "a")) == ["b", "a"]


def test_room_is_made_before_something_comes() -> None:
    shelf = filled("a", "b")
    shelf.make_room(bytes_of(PICTURE))

    assert list(shelf) == ["b"]


def test_what_was_dropped_is_not_there() -> None:
    assert filled("a", "b", "c").get("a") is None
