"""Frames between two cameras: pictures at hand, stretched; quick, a little soft, never blank."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

import pygame

from game.widgets.map.camera import Box, Camera, View, fit
from game.widgets.map.clipping import overlaps
from game.widgets.map.colours import Inks
from game.widgets.map.projection import project_all

CORNERS = ((18.0, 62.0), (22.0, 38.0), (60.0, 24.0), (100.0, 18.0), (150.0, 26.0), (165.0, 62.0))
"""Longitudes and latitudes that a flight from Europe to the Pacific may pass over."""

SHARPER = 1.25
"""A second picture is laid over the first where it is at least so many times finer."""

_FEATHER = (32, 18)


def reach(aspect: float) -> Camera:
    """The camera that holds the whole theatre, for a picture of this width divided by height."""
    return fit(project_all(CORNERS), aspect, margin=0.05)


def is_within(inner: Box, outer: Box) -> bool:
    """Whether one rectangle lies wholly in another."""
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _shared(a: Box, b: Box) -> float:
    """The area two rectangles share."""
    if not overlaps(a, b):
        return 0.0
    return (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))


def widest_help(cameras: Iterable[Camera], view: View) -> Camera | None:
    """Of the cameras whose pictures hold the whole view, the closest; None if there is none."""
    need = view.extent()
    holding = [camera for camera in cameras if is_within(need, View(camera, view.size).extent())]
    return min(holding, key=lambda camera: camera.width, default=None)


def finest_help(cameras: Iterable[Camera], view: View, beside: Camera) -> Camera | None:
    """Of the cameras finer than `beside`, the one that shares most with the view, if any."""
    need = view.extent()
    area = (need[2] - need[0]) * (need[3] - need[1])
    shares = [
        (_shared(need, View(camera, view.size).extent()) / area, -camera.width, camera)
        for camera in cameras
        if camera.width * SHARPER <= beside.width
    ]
    best = max(shares, key=lambda share: share[:2], default=None)
    return best[2] if best and best[0] > 0.1 else None


def stretched(
    source: pygame.Surface, source_view: View, target: pygame.Surface, target_view: View
) -> None:
    """Draw what two views share from the picture of one into the picture of the other."""
    west, south, east, north = _common(source_view.extent(), target_view.extent())
    if east <= west or north <= south:
        return
    left, top = source_view.pixel((west, north))
    right, bottom = source_view.pixel((east, south))
    limit = source.get_rect()
    cut = pygame.Rect(floor(left), floor(top), 0, 0)
    cut.size = (ceil(right) - cut.left, ceil(bottom) - cut.top)
    cut = cut.clip(limit)
    if not (cut.width and cut.height):
        return
    ratio = target_view.scale / source_view.scale
    x, y = target_view.pixel(_plane(source_view, cut.topleft))
    size = (max(1, round(cut.width * ratio)), max(1, round(cut.height * ratio)))
    piece = pygame.transform.smoothscale(source.subsurface(cut), size)
    flags = pygame.BLEND_PREMULTIPLIED if piece.get_flags() & pygame.SRCALPHA else 0
    target.blit(piece, (round(x), round(y)), special_flags=flags)


def _common(a: Box, b: Box) -> Box:
    """The rectangle two rectangles share; it may be empty."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _plane(view: View, pixel: tuple[int, int]) -> tuple[float, float]:
    """The spot of the plane under a pixel's corner, in kilometres."""
    west, _, _, north = view.extent()
    return west + pixel[0] / view.scale, north - pixel[1] / view.scale


def feathered(picture: pygame.Surface) -> pygame.Surface:
    """A copy (premultiplied) with soft edges, to lie on a coarser picture without a seam."""
    across, down = _FEATHER
    mask = pygame.Surface(_FEATHER, pygame.SRCALPHA)
    for x in range(across):
        for y in range(down):
            edge = min(x, across - 1 - x, y, down - 1 - y)
            mask.set_at((x, y), (255, 255, 255, min(255, edge * 85)))
    soft = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    soft.blit(picture, (0, 0))
    wide = pygame.transform.smoothscale(mask, picture.get_size())
    soft.blit(wide, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return soft.premul_alpha()


def blank(target: pygame.Surface, inks: Inks) -> None:
    """Bare sea, for what no picture covers."""
    target.fill(inks.sea)
