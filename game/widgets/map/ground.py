"""The ground everything lies on: engraved sea, grained land, graticule and inked coast."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

import pygame

from game.widgets.map import svg
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, clipped_line, pieces_between
from game.widgets.map.coast import Coast, Outline
from game.widgets.map.colours import Inks
from game.widgets.map.projection import Degrees, Globe, Plane
from game.widgets.map.texture import grain, tiled, waves

BANDS = 4
"""A picture is rasterised in so many, one after the other: each needs room for itself only."""
WATER = 5.5
"""Width of the shadow of the coast on the water, in pixels of the 720-line design."""

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
        land, lakes = list(laid.land.outlines(view)), list(laid.lakes.outlines(view))
        yield
        others = [_net(view, laid.net, inks), *printed]
        bands = list(_bands(view.size))
        shapes: list[list[str]] = []
        for band in bands:
            shapes.append([*_elements(view, land, lakes, inks, band), *others])
            yield
        del land, lakes  # a hundred thousand numbers that are written down now
        picture = pygame.Surface(view.size)
        tiled(picture, sea)
        for band in bands:
            for ground, corner in svg.strips(shapes.pop(0), band):
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
    """The boxes of a picture that are rasterised one after the other."""
    wide, tall = size
    step = -(-tall // BANDS)
    yield from ((0, top, wide, min(top + step, tall)) for top in range(0, tall, step))


def _elements(
    view: View, land: list[Outline], lakes: list[Outline], inks: Inks, band: Box
) -> list[str]:
    """The land and its coast in a band as SVG. Points are written once, for area and edge."""
    rim = WATER * view.stroke
    heights = band[1] - rim, band[3] + rim
    cut = [[_Cut(run, heights) for run in outline.runs] for outline in (*land, *lakes)]
    area = "".join(f"M{ring}Z" for runs in cut if (ring := "L".join(_around(runs))))
    coast, shore = _lines(cut[: len(land)]), _lines(cut[len(land) :])
    water, knife = _thinned(land, heights), ("butt", "bevel")
    return [
        svg.stroke(water, inks.ink, WATER * view.stroke, opacity=0.4, ends=knife),
        svg.fill(area, inks.land),
        svg.stroke(coast, inks.ink, 1.9 * view.stroke, ends=knife),
        svg.stroke(shore, inks.ink, 1.6 * view.stroke, ends=knife),
    ]


class _Cut:
    """A run of points of which only what lies between two heights is written, in pieces."""

    def __init__(self, run: Sequence[Point], heights: tuple[float, float]) -> None:
        self.run = run
        self.pieces = [svg.body(piece) for piece in pieces_between(run, *heights)]


def _around(runs: Iterable[_Cut]) -> Iterator[str]:
    """The edge of an area: what is left out of it lies above the heights, or below them."""
    for cut in runs:
        is_whole = len(cut.run) > 1 and cut.run[0] == cut.run[-1]  # then it goes on by itself
        yield from () if is_whole else (svg.body(cut.run[:1]),)
        yield from cut.pieces
        yield from () if is_whole else (svg.body(cut.run[-1:]),)


def _net(view: View, net: list[list[Plane]], inks: Inks) -> str:
    """The graticule inside a view as SVG."""
    box = view.extent(4.0)
    runs = (run for line in net for run in clipped_line(line, box))
    data = svg.paths(view.pixels(run) for run in runs)
    return svg.stroke(data, inks.ink, 1.0 * view.stroke, opacity=0.13)


def _lines(outlines: Iterable[Iterable[_Cut]]) -> str:
    """Path data of the real coast of some outlines."""
    return "".join(f"M{piece}" for runs in outlines for cut in runs for piece in cut.pieces)


def _thinned(outlines: Iterable[Outline], heights: tuple[float, float]) -> str:
    """Path data of the real coast with every third point: enough for a broad soft line."""
    runs = (run for outline in outlines for run in outline.runs if len(run) > 1)
    thin = ([*run[:-1:3], run[-1]] for run in runs)
    return svg.paths(piece for line in thin for piece in pieces_between(line, *heights))
