"""Names as they are cut: their faces, their sizes, and how their letters stand."""

from __future__ import annotations

import pygame
import pytest

from game.widgets.map.colours import PLAIN
from game.widgets.map.lettering import Caption, Lettering
from game.widgets.typeset import Face
from game.window.painting import painter
from tests.widgets.map.conftest import face

FONTS = painter().fonts


def oswald(px: int, _letter: str) -> pygame.font.Font:
    """Return the face of the game's map."""
    return FONTS.open(Face.HEAD, px)


@pytest.mark.parametrize("px", range(9, 24))
def test_a_letter_takes_its_whole_width_however_small_it_is(px: int) -> None:
    """Small faces kern by whole pixels: the foot of an L ran into the U beside it."""
    without, with_u = (
        Lettering(oswald).picture(Caption(text, px), PLAIN).get_width() for text in ("LI", "LUI")
    )

    assert with_u - without >= oswald(px, "U").size("U")[0]


def test_a_name_is_as_large_on_the_sea_as_on_land() -> None:
    lettering = Lettering(face)
    land, sea = (Caption("Town", 14, at_sea=at_sea) for at_sea in (False, True))

    assert lettering.picture(land, PLAIN).get_size() == lettering.picture(sea, PLAIN).get_size()


def test_each_letter_of_a_name_has_the_face_that_has_it() -> None:
    asked: list[str] = []

    def faces(px: int, letter: str) -> pygame.font.Font:
        asked.append(letter)
        return face(px * 2 if letter == "Ж" else px, letter)

    small = Lettering(face).picture(Caption("AЖA", 14), PLAIN)
    mixed = Lettering(faces).picture(Caption("AЖA", 14), PLAIN)

    assert "Ж" in asked
    assert mixed.get_height() > small.get_height()
    assert mixed.get_width() > small.get_width()


@pytest.mark.parametrize("px", [1, 2, 3])
def test_in_a_tiny_window_a_name_of_two_words_can_still_be_drawn(px: int) -> None:
    assert Lettering(face).picture(Caption("New Town", px), PLAIN).get_width()
