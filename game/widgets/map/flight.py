"""Frames between two cameras: pictures at hand, stretched; quick, a little soft, never blank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil, floor

import pygame

from game.widgets.map.camera import Box, Camera, View, fit
from game.widgets.map.clipping import overlaps
from game.widgets.map.colours import Inks

SHARPER = 1.25
"""A second picture is laid over the first where it is at least so many times finer."""

_FEATHER, _RISE = (32, 18), (0, 85, 170, 255, 255)
"""Columns and rows a picture is divided into; how solid the outer ones are, of 255."""


WIDER = 3.0
"""How many times as wide the picture below a flight is where a globe has no corners."""


def reach(camera: Camera, size: tuple[int, int]) -> Camera:
    """The camera that holds all that one may pass over, for a picture of this size."""
    globe = camera.globe
    if not globe.corners:
        return replace(camera, width=camera.width * WIDER)
    return fit(globe.project_all(globe.corners), size[0] / size[1], margin=0.05, globe=globe)


def wide(camera: Camera, size: tuple[int, int]) -> View:
    """The view of all that one may pass over, at half a size, for flights in pictures of that size.

    It lies under everything a flight shows and is seen while the camera is fastest.
    """
    half = max(size[0] // 2, 1), max(size[1] // 2, 1)
    return View(reach(camera, half), half)


def _shared(a: Box, b: Box) -> float:
    """The area two rectangles share."""
    if not overlaps(a, b):
        return 0.0
    return (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))


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
    wide, tall = picture.get_size()
    soft = pygame.Surface((wide, tall), pygame.SRCALPHA)
    soft.blit(picture, (0, 0))
    for across in (True, False):
        rising = _rising(soft.get_size(), across=across)
        soft.blit(rising, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        falling = pygame.transform.flip(rising, flip_x=across, flip_y=not across)
        corner = (wide - falling.width, tall - falling.height)
        soft.blit(falling, corner, special_flags=pygame.BLEND_RGBA_MULT)
    return soft.premul_alpha_ip()


def _rising(size: tuple[int, int], *, across: bool) -> pygame.Surface:
    """White that comes out of nothing to the right, or downwards, along an edge of a picture."""
    wide, tall = size
    steps = pygame.Surface((len(_RISE), 1) if across else (1, len(_RISE)), pygame.SRCALPHA)
    for step, alpha in enumerate(_RISE):
        steps.set_at((step, 0) if across else (0, step), (255, 255, 255, alpha))
    if across:
        wide = max(wide * len(_RISE) // _FEATHER[0], 1)
    else:
        tall = max(tall * len(_RISE) // _FEATHER[1], 1)
    return pygame.transform.smoothscale(steps, (wide, tall))


def blank(target: pygame.Surface, inks: Inks) -> None:
    """Bare sea, for what no picture covers."""
    target.fill(inks.sea)
