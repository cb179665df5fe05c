"""The ground everything lies on: engraved sea, grained land, graticule and inked coast."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import clipped_line
from game.widgets.map.coast import Coast, Outline
from game.widgets.map.colours import Inks
from game.widgets.map.projection import Degrees, Globe, Plane
from game.widgets.map.texture import grain, tiled, waves

BANDS = 4
"""Into how many of them a picture is cut while it is drawn, from the top to the bottom."""

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
        self._tiles: dict[tuple[float, Inks], tuple[pygame.Surface, pygame.Surface]] = {}

    def drawn(
        self, view: View, inks: Inks, printed: Iterable[str] = ()
    ) -> Generator[None, None, pygame.Surface]:
        """Draw the ground of a view, opaque, slice by slice.

        Args:
            view: what is to be seen.
            inks: what it is printed with.
            printed: SVG shapes that lie on it and are printed with it, on the same paper.
        """
        sea, paper = self._tiles_for(view.stroke, inks)
        yield
        laid = self._laid(view.camera.globe)
        yield
        above = [_net(view, laid.net, inks), *printed]
        picture = pygame.Surface(view.size)
        tiled(picture, sea)
        for band in _bands(view.size):
            shapes = [*_elements(view, laid, (band[1], band[3]), inks), *above]
            yield
            for ground, corner in svg.strips(shapes, band):
                tiled(ground, paper, pygame.BLEND_RGB_MULT, top=corner[1])
                picture.blit(ground, corner)
            yield
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


def _bands(size: tuple[int, int]) -> Iterator[Box]:
    """The boxes of a picture that are drawn one after the other: each needs room for itself only.

    Args:
        size: of the picture, in pixels.
    """
    wide, tall = size
    step = -(-tall // BANDS)
    yield from ((0, top, wide, min(top + step, tall)) for top in range(0, tall, step))


def _elements(view: View, laid: Laid, rows: tuple[float, float], inks: Inks) -> list[str]:
    """The land and its coast in some rows as SVG.

    Its points are written once, for the area and its edge.
    """
    land, lakes = list(laid.land.outlines(view, rows)), list(laid.lakes.outlines(view, rows))
    cut = [[svg.body(run) for run in outline.runs] for outline in (*land, *lakes)]
    coast, shore, water = _lines(cut[: len(land)]), _lines(cut[len(land) :]), _thinned(land)
    knife = ("butt", "bevel")
    return [
        svg.stroke(water, inks.ink, 5.5 * view.stroke, opacity=0.4, ends=knife),
        svg.fill("".join(f"M{'L'.join(runs)}Z" for runs in cut), inks.land),
        svg.stroke(coast, inks.ink, 1.9 * view.stroke, ends=knife),
        svg.stroke(shore, inks.ink, 1.6 * view.stroke, ends=knife),
    ]


def _net(view: View, net: list[list[Plane]], inks: Inks) -> str:
    """The graticule inside a view as SVG."""
    box = view.extent(4.0)
    runs = (run for line in net for run in clipped_line(line, box))
    data = svg.paths(view.pixels(run) for run in runs)
    return svg.stroke(data, inks.ink, 1.0 * view.stroke, opacity=0.13)


def _lines(outlines: Iterable[Sequence[str]]) -> str:
    """Path data of the real coast of some outlines, from the bodies of their runs."""
    return "".join(f"M{run}" for runs in outlines for run in runs if "L" in run)


def _thinned(outlines: Iterable[Outline]) -> str:
    """Path data of the real coast with every third point: enough for a broad soft line."""
    runs = (run for outline in outlines for run in outline.runs if len(run) > 1)
    return svg.paths([*run[:-1:3], run[-1]] for run in runs)
