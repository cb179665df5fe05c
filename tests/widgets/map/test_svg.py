"""SVG that is read in strips is the same picture."""

from __future__ import annotations

import pygame

from game.widgets.map import svg

SHAPES = (svg.fill("M3 5L190 40L60 280Z", "#884422", opacity=0.6),)
BOX = (2.0, 3.0, 193.0, 290.0)


def test_strips_are_the_whole_without_a_gap() -> None:
    whole, corner = svg.cropped(SHAPES, BOX)
    laid = pygame.Surface(whole.get_size(), pygame.SRCALPHA)
    strips = list(svg.strips(SHAPES, BOX))
    for strip, (x, y) in strips:
        laid.blit(strip, (x - corner[0], y - corner[1]), special_flags=pygame.BLEND_RGBA_ADD)

    assert len(strips) > 1
    assert pygame.image.tobytes(laid, "RGBA") == pygame.image.tobytes(whole, "RGBA")
