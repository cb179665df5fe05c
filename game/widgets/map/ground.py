"""The ground everything lies on: engraved sea, grained land, graticule and inked coast."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import NamedTuple

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import View
from game.widgets.map.clipping import clipped_line
from game.widgets.map.coast import Coast, Outline
from game.widgets.map.colours import INK, LAND
from game.widgets.map.projection import Degrees, Globe, Plane
from game.widgets.map.texture import grain, tiled, waves

Rings = Iterable[Sequence[Degrees]]
"""Rings of longitude and latitude in degrees; rings within rings are holes."""

Coasts = Callable[[str], tuple[Rings, Rings]]
"""From the name of coastlines to land and lakes. A lake is cut out of the land around it: one that
the land leaves out already must not be given."""


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
        self._tiles: dict[float, tuple[pygame.Surface, pygame.Surface]] = {}

    def drawn(self, view: View) -> Generator[None, None, pygame.Surface]:
        """Draw the ground of a view, opaque, slice by slice."""
        sea, paper = self._tiles_for(view.stroke)
        yield
        laid = self._laid(view.camera.globe)
        land, lakes = list(laid.land.outlines(view)), list(laid.lakes.outlines(view))
        yield
        ground = svg.rasterised(self._elements(view, land, lakes), view.size)
        yield
        tiled(ground, paper, pygame.BLEND_RGB_MULT)
        picture = pygame.Surface(view.size)
        tiled(picture, sea)
        picture.blit(ground, (0, 0))
        return picture

    def _tiles_for(self, stroke: float) -> tuple[pygame.Surface, pygame.Surface]:
        """The sea and the grain at a stroke width; the last four are kept."""
        if stroke not in self._tiles:
            while len(self._tiles) >= 4:
                del self._tiles[next(iter(self._tiles))]
            self._tiles[stroke] = (waves(stroke), grain(stroke))
        return self._tiles[stroke]

    def _elements(self, view: View, land: list[Outline], lakes: list[Outline]) -> list[str]:
        """The land, its coast and the graticule as SVG."""
        laid = self._laid(view.camera.globe)
        coast, shore = _runs(land), _runs(lakes)
        return [
            svg.stroke(coast, INK, 5.5 * view.stroke, opacity=0.4),
            svg.fill(_rings([*land, *lakes]), LAND),
            svg.stroke(coast, INK, 1.9 * view.stroke),
            svg.stroke(shore, INK, 1.6 * view.stroke),
            svg.stroke(_net_in(view, laid.net), INK, 1.0 * view.stroke, opacity=0.13),
        ]

    def _laid(self, globe: Globe) -> Laid:
        """What lies on a globe's plane; the last one is kept, as a game has only one."""
        if globe not in self._planes:
            land, lakes = self._coasts(globe.coast)
            self._planes.clear()
            self._planes[globe] = Laid(Coast(land, globe), Coast(lakes, globe), globe.graticule())
        return self._planes[globe]


def _net_in(view: View, net: list[list[Plane]]) -> str:
    """The graticule inside a view, as path data."""
    box = view.extent(4.0)
    runs = (run for line in net for run in clipped_line(line, box))
    return svg.paths(view.pixels(run) for run in runs)


def _runs(outlines: Iterable[Outline]) -> str:
    """Path data of the real coast of some outlines."""
    return svg.paths(run for outline in outlines for run in outline.runs)


def _rings(outlines: Iterable[Outline]) -> str:
    """Path data of all rings as one even-odd shape, so that an inner sea is a hole."""
    return svg.paths((outline.ring for outline in outlines), closed=True)
