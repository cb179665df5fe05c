"""The ground everything lies on: engraved sea, grained land, graticule and inked coast."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import View
from game.widgets.map.clipping import clipped_line
from game.widgets.map.coast import Coast, Outline
from game.widgets.map.colours import INK, LAND
from game.widgets.map.projection import Degrees, Plane, graticule
from game.widgets.map.texture import grain, tiled, waves


class Ground:
    """Land and lakes in degrees, rasterised for a view on demand; keeps tiles and outlines only.

    A lake is cut out of the land around it: one that the land leaves out already must not be given.
    """

    def __init__(
        self, land: Iterable[Sequence[Degrees]], lakes: Iterable[Sequence[Degrees]] = ()
    ) -> None:
        self._land = Coast(land)
        self._lakes = Coast(lakes)
        self._net: list[list[Plane]] = []
        self._tiles: dict[float, tuple[pygame.Surface, pygame.Surface]] = {}

    def drawn(self, view: View) -> Generator[None, None, pygame.Surface]:
        """Draw the ground of a view, opaque, slice by slice."""
        sea, paper = self._tiles_for(view.stroke)
        yield
        land, lakes = list(self._land.outlines(view)), list(self._lakes.outlines(view))
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
        coast, shore = _runs(land), _runs(lakes)
        return [
            svg.stroke(coast, INK, 5.5 * view.stroke, opacity=0.4),
            svg.fill(_rings([*land, *lakes]), LAND),
            svg.stroke(coast, INK, 1.9 * view.stroke),
            svg.stroke(shore, INK, 1.6 * view.stroke),
            svg.stroke(self._net_in(view), INK, 1.0 * view.stroke, opacity=0.13),
        ]

    def _net_in(self, view: View) -> str:
        """The graticule inside a view, as path data."""
        if not self._net:
            self._net = graticule()
        box = view.extent(4.0)
        runs = (run for line in self._net for run in clipped_line(line, box))
        return svg.paths(view.pixels(run) for run in runs)


def _runs(outlines: Iterable[Outline]) -> str:
    """Path data of the real coast of some outlines."""
    return svg.paths(run for outline in outlines for run in outline.runs)


def _rings(outlines: Iterable[Outline]) -> str:
    """Path data of all rings as one even-odd shape, so that an inner sea is a hole."""
    return svg.paths((outline.ring for outline in outlines), closed=True)
