"""Of a map that was stretched a quarter is left, until there is a sharp one."""

import pygame

from game.widgets.map.camera import Camera, View
from game.widgets.map.colours import PLAIN
from game.widgets.map.spare import Spare
from tests.widgets.map.conftest import GLOBE

VIEW = View(Camera(*GLOBE.project(60.0, 45.0), 2000.0, GLOBE), (640, 360))
LIT, DARK = (0.0, PLAIN), (0.7, PLAIN)


def test_a_map_is_kept_at_half_its_size() -> None:
    spare, picture = Spare(), pygame.Surface(VIEW.size)
    picture.fill("red", (320, 0, 320, 360))
    spare.take(VIEW, picture, LIT)
    seen = spare.seen(LIT)

    assert seen
    assert (seen[0].camera, seen[0].size) == (VIEW.camera, (320, 180))
    assert seen[1].get_size() == (320, 180)
    assert seen[1].get_at((80, 90)) == pygame.Color("black")
    assert seen[1].get_at((240, 90)) == pygame.Color("red")


def test_what_is_kept_already_is_not_made_smaller_still() -> None:
    spare = Spare()
    spare.take(VIEW, pygame.Surface(VIEW.size), LIT)
    seen = spare.seen(LIT)
    assert seen
    spare.take(*seen, LIT)
    spare.take(VIEW, pygame.Surface(VIEW.size), LIT)
    again = spare.seen(LIT)

    assert again
    assert again[1] is seen[1]


def test_a_map_with_another_light_is_another_one() -> None:
    spare = Spare()
    spare.take(VIEW, pygame.Surface(VIEW.size), LIT)
    spare.take(VIEW, pygame.Surface(VIEW.size), DARK)

    assert spare.seen(DARK)
    assert spare.seen(LIT) is None


def test_what_is_dropped_is_gone() -> None:
    spare = Spare()
    spare.take(VIEW, pygame.Surface(VIEW.size), LIT)
    spare.drop()

    assert spare.seen(LIT) is None
