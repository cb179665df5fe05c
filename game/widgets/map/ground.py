"""The ground everything lies on: engraved sea, grained land, graticule and inked coast."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import expanded, overlaps
from game.widgets.map.coast import MARGIN, Coast
from game.widgets.map.colours import Inks
from game.widgets.map.projection import Degrees, Globe, Plane
from game.widgets.map.stretches import Ring, passing, ring_of
from game.widgets.map.texture import grain, tiled, waves

CELL = (480, 270)
"""Width and height of the largest part of a picture that is drawn at a time, in pixels."""

Rings = Iterable[Sequence[Degrees]]
"""Rings of longitude and latitude in degrees; rings within rings are holes."""

Coasts = Callable[[str], tuple[Rings, Rings]]
"""From the name of coastlines to land and lakes. A lake is cut out of the land around it: one that
the land leaves out already must not be given."""


Part = tuple[Sequence[str], Box]
"""SVG shapes, and the box around them in pixels of the picture."""


class Drawn(NamedTuple):
    """What lies on the plane as it is seen in a view, in pixels."""

    land: list[Ring]
    lakes: list[Ring]
    net: list[Ring]


class Laid(NamedTuple):
    """What lies on the plane of a globe, projected once."""

    land: Coast
    lakes: Coast
    net: list[list[Plane]]


class Ground:
    """Land and lakes in degrees, rasterised for a view on demand; keeps tiles and outlines only."""

    def __init__(self, coasts: Coasts) -> None:
        self._coasts = coasts
        self._planes: dict[Globe, Laid] = {}
        self._tiles: dict[tuple[float, Inks], tuple[pygame.Surface, pygame.Surface]] = {}

    def drawn(
        self, view: View, inks: Inks, printed: Sequence[Part] = ()
    ) -> Generator[None, None, pygame.Surface]:
        """Draw the ground of a view, opaque, cell by cell.

        Args:
            view: what is to be seen.
            inks: what it is printed with.
            printed: what lies on it and is printed with it, on the same paper.
        """
        sea, paper = self._tiles_for(view.stroke, inks)
        yield
        laid = self._laid(view.camera.globe)
        yield
        land = [ring_of(runs) for runs in laid.land.outlines(view)]
        yield
        lakes = [ring_of(runs) for runs in laid.lakes.outlines(view)]
        drawn = Drawn(land, lakes, [ring_of([view.pixels(line)]) for line in laid.net])
        picture = pygame.Surface(view.size)
        tiled(picture, sea)
        for cell in _cells(view.size):
            yield
            near = expanded(cell, MARGIN * view.stroke)
            shapes = [*_coast(drawn, near, view.stroke, inks)]
            shapes += [one for part, box in printed if overlaps(box, near) for one in part]
            if any(shapes):
                ground, corner = svg.cropped(shapes, cell)
                tiled(ground, paper, pygame.BLEND_RGB_MULT, corner)
                picture.blit(ground, corner)
        return picture

    def _tiles_for(self, stroke: float, inks: Inks) -> tuple[pygame.Surface, pygame.Surface]:
        """The sea and the grain at a stroke width; the last four are kept."""
        key = (stroke, inks)
        if key not in self._tiles:
            while len(self._tiles) >= 4:
                del self._tiles[next(iter(self._tiles))]
            self._tiles[key] = (waves(stroke, inks), grain(stroke))
        return self._tiles[key]

    def _laid(self, globe: Globe) -> Laid:
        """What lies on a globe's plane; the last one is kept, as a game has only one."""
        if globe not in self._planes:
            land, lakes = self._coasts(globe.coast)
            self._planes.clear()
            self._planes[globe] = Laid(Coast(land, globe), Coast(lakes, globe), globe.graticule())
        return self._planes[globe]


def _cells(size: tuple[int, int]) -> Iterator[Box]:
    """The boxes of a picture that are drawn one after the other, from the top to the bottom.

    Each needs room for itself only, and a coast that passes it is looked for in it only.

    Args:
        size: of the picture, in pixels.
    """
    wide, tall = (-(-side // -(-side // most)) for side, most in zip(size, CELL, strict=True))
    for top in range(0, size[1], tall):
        for left in range(0, size[0], wide):
            yield left, top, min(left + wide, size[0]), min(top + tall, size[1])


def _coast(drawn: Drawn, cell: Box, s: float, inks: Inks) -> Iterator[str]:
    """The land, its coast and the graticule in a cell as SVG; `s` is the width of a hair."""
    land, lakes = passing(drawn.land, cell), passing(drawn.lakes, cell)
    knife = ("butt", "bevel")
    yield svg.stroke(land.soft, inks.ink, 5.5 * s, opacity=0.4, ends=knife)
    yield svg.fill(land.area + lakes.area, inks.land)
    yield svg.stroke(land.edge, inks.ink, 1.9 * s, ends=knife)
    yield svg.stroke(lakes.edge, inks.ink, 1.6 * s, ends=knife)
    for line in drawn.net:
        yield svg.stroke(passing([line], cell).edge, inks.ink, 1.0 * s, opacity=0.13, ends=knife)
