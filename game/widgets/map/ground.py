"""The ground everything lies on: engraved sea, grained land, graticule and inked coast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import View
from game.widgets.map.clipping import clipped_line
from game.widgets.map.coast import Coast, Outline
from game.widgets.map.colours import Inks
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
        self._tiles: dict[tuple[float, Inks], tuple[pygame.Surface, pygame.Surface]] = {}

    def picture(self, view: View, inks: Inks) -> pygame.Surface:
        """The ground of a view, opaque, drawn anew."""
        sea, paper = self._tiles_for(view.stroke, inks)
        picture = pygame.Surface(view.size)
        tiled(picture, sea)
        land = svg.rasterised(self._elements(view, inks), view.size)
        tiled(land, paper, pygame.BLEND_RGB_MULT)
        picture.blit(land, (0, 0))
        return picture

    def _tiles_for(self, stroke: float, inks: Inks) -> tuple[pygame.Surface, pygame.Surface]:
        """The sea and the grain at a stroke width; the last four are kept."""
        key = (stroke, inks)
        if key not in self._tiles:
            while len(self._tiles) >= 4:
                del self._tiles[next(iter(self._tiles))]
            self._tiles[key] = (waves(stroke, inks), grain(stroke))
        return self._tiles[key]

    def _elements(self, view: View, inks: Inks) -> list[str]:
        """The land, its coast and the graticule as SVG."""
        land = list(self._land.outlines(view))
        lakes = list(self._lakes.outlines(view))
        coast, shore, water = _runs(land), _runs(lakes), _runs(land, every=3)
        knife = ("butt", "bevel")
        return [
            svg.stroke(water, inks.ink, 5.5 * view.stroke, opacity=0.4, ends=knife),
            svg.fill(_rings([*land, *lakes]), inks.land),
            svg.stroke(coast, inks.ink, 1.9 * view.stroke, ends=knife),
            svg.stroke(shore, inks.ink, 1.6 * view.stroke, ends=knife),
            svg.stroke(self._net_in(view), inks.ink, 1.0 * view.stroke, opacity=0.13),
        ]

    def _net_in(self, view: View) -> str:
        """The graticule inside a view, as path data."""
        if not self._net:
            self._net = graticule()
        box = view.extent(4.0)
        runs = (run for line in self._net for run in clipped_line(line, box))
        return svg.paths(view.pixels(run) for run in runs)


def _runs(outlines: Iterable[Outline], every: int = 1) -> str:
    """Path data of the real coast of some outlines; of all points only one in so many."""
    runs = (run for outline in outlines for run in outline.runs)
    return svg.paths(runs if every == 1 else ([*run[:-1:every], run[-1]] for run in runs))


def _rings(outlines: Iterable[Outline]) -> str:
    """Path data of all rings as one even-odd shape, so that an inner sea is a hole."""
    return svg.paths((outline.ring for outline in outlines), closed=True)
