"""From shapes to names: which are wanted, where each could stand, what to keep clear of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_ring
from game.widgets.map.cuts import length_of, middle, walked
from game.widgets.map.labels import Crowd, Placed, Wish, around, over, place
from game.widgets.map.layers import Area, Layers, Line, Mark, Place, Tone
from game.widgets.map.lettering import Caption, Lettering
from game.widgets.map.overlay import outline_of, polygon_of, runs_of
from game.widgets.map.signs import RADII, Sign

REACH = {1: 1e9, 2: 9600.0, 3: 6200.0, 4: 2600.0}
"""Names of a rank are wanted while the picture is at most this many kilometres wide (assumed)."""

SIZES = {1: 1.12, 2: 1.0, 3: 0.92, 4: 0.86}
"""Size of the letters by rank, as a share of the size asked for."""

_STEP = 10
_MARK_RANK, _AREA_RANK, _LINE_RANK = 15, 22, 45
"""Marks come after the places of rank 1, areas after those of rank 2, lines last."""


@dataclass(frozen=True, slots=True)
class Name:
    """A caption with its wish and the sign that goes with it."""

    caption: Caption
    wish: Wish
    at: Point
    sign: Sign | None = None
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Named:
    """What is to be written: a name and the box it got, in pixels."""

    name: Name
    box: Box


def _shows(at: Point, view: View) -> bool:
    """Whether a point lies in the picture, a little way from its edge."""
    edge = 4 * view.stroke
    return edge <= at[0] <= view.size[0] - edge and edge <= at[1] <= view.size[1] - edge


def _square(at: Point, half: float) -> Box:
    """The square about a point."""
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


class Naming:
    """Chooses and places the names of a view; measures them with the lettering it is given."""

    def __init__(self, lettering: Lettering, label_px: int) -> None:
        self._lettering = lettering
        self._px = label_px

    def _size(self, caption: Caption) -> tuple[int, int]:
        """Width and height of a caption with its halo, in pixels."""
        return self._lettering.picture(caption).get_size()

    def _place(self, item: Place, view: View) -> Name | None:
        """The name of a town, if it is in sight and wanted from this far."""
        at = view.spot(item.longitude, item.latitude)
        if not _shows(at, view) or view.camera.width > REACH.get(item.rank, REACH[4]):
            return None
        share = SIZES.get(item.rank, SIZES[4]) * (1.15 if item.kind == "star" else 1.0)
        caption = Caption(item.name.upper(), round(self._px * share), item.tone)
        half = RADII[item.kind] * view.stroke
        spots = around(at, self._size(caption), half + 2.0 * view.stroke)
        return Name(
            caption, Wish(item.rank * _STEP, spots, _square(at, half)), at, item.kind, item.tone
        )

    def _area(self, area: Area, view: View) -> Name | None:
        """The name of a zone, if the zone is wide enough in the picture to carry it."""
        polygon = clipped_ring(
            polygon_of(area, view), (0.0, 0.0, float(view.size[0]), float(view.size[1]))
        )
        if not area.label or len(polygon) < 3 or area.strength <= 0:
            return None
        tone: Tone = "muted" if area.tone == "ink" else area.tone
        caption = Caption(area.label.upper(), round(self._px * 0.95), tone, 0.22)
        width, height = self._size(caption)
        around_it = bounds(polygon)
        if around_it[2] - around_it[0] < width * 0.9 or around_it[3] - around_it[1] < height:
            return None
        x, y = middle(polygon)
        shifts = ((0, 0), (0, 2), (0, -2), (-2, 0), (2, 0), (0, 4), (0, -4), (-3, 3), (3, -3))
        spots = over(
            ((x + across * height, y + down * height) for across, down in shifts), (width, height)
        )
        return Name(caption, Wish(_AREA_RANK, spots), (x, y))

    def _line(self, line: Line, view: View) -> Name | None:
        """The name of a line, beside its longest run in sight."""
        runs = runs_of(line, view)
        if not line.label or not runs:
            return None
        run = max(runs, key=length_of)
        tone: Tone = line.tone or ("red" if line.kind in ("front", "route") else "muted")
        caption = Caption(line.label.upper(), round(self._px * 0.84), tone, 0.1)
        size = self._size(caption)
        length = length_of(run)
        if length < size[0]:
            return None
        spots: list[Box] = []
        for at, _ in walked(run, length / 7, length / 7):
            spots.extend(around(at, size, size[1] * 0.75)[:4])
        return Name(caption, Wish(_LINE_RANK, tuple(spots)), run[len(run) // 2])

    def _mark(self, mark: Mark, view: View) -> Name | None:
        """The words at a sign of something happening."""
        at = view.spot(mark.longitude, mark.latitude)
        if not mark.label or not _shows(at, view):
            return None
        caption = Caption(mark.label.upper(), round(self._px * 0.92), mark.tone)
        half = RADII[mark.kind] * view.stroke
        spots = around(at, self._size(caption), half + 2.0 * view.stroke)
        return Name(caption, Wish(_MARK_RANK, spots), at)

    def _wanted(self, layers: Layers, view: View) -> Iterator[Name | None]:
        """Every name the layers ask for, None for those out of sight."""
        for item in layers.places:
            yield self._place(item, view)
        for area in layers.areas:
            yield self._area(area, view)
        for line in layers.lines:
            yield self._line(line, view)
        for mark in layers.marks:
            yield self._mark(mark, view)

    def named(self, layers: Layers, view: View) -> list[Named]:
        """The names that found a spot, with their spots."""
        names = [name for name in self._wanted(layers, view) if name]
        placed = _settled([name.wish for name in names], layers, view)
        return [Named(names[spot.wish], spot.box) for spot in placed]

    def named_in_flight(self, places: Sequence[Place], view: View) -> list[Named]:
        """The names of the first rank beside their signs, steady from frame to frame."""
        names = [name for item in places if item.rank == 1 and (name := self._place(item, view))]
        wishes = [Wish(1, name.wish.spots[:2], name.wish.sign) for name in names]
        return [Named(names[spot.wish], spot.box) for spot in place(wishes, _picture(view))]


def _picture(view: View) -> Box:
    """The picture less a few pixels at its edge."""
    edge = 3 * view.stroke
    return edge, edge, view.size[0] - edge, view.size[1] - edge


def _settled(wishes: Sequence[Wish], layers: Layers, view: View) -> list[Placed]:
    """Spots for the wishes, clear of the marks."""
    signs = [
        _square(view.spot(mark.longitude, mark.latitude), RADII[mark.kind] * view.stroke)
        for mark in layers.marks
    ]
    return place(wishes, _picture(view), signs, _crowd(wishes, layers, view), view.stroke)


def _crowd(wishes: Sequence[Wish], layers: Layers, view: View) -> Crowd:
    """The ink of signs, arrows and lines in a view."""
    crowd = Crowd()
    signs = (wish.sign for wish in wishes if wish.sign)
    crowd.add((((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in signs), 5.0)
    step = 5 * view.stroke
    for line in layers.lines:
        weight = {"front": 1.6, "route": 1.2, "wall": 1.3}.get(line.kind, 0.45)
        for run in runs_of(line, view):
            crowd.add((at for at, _ in walked(run, step)), weight)
    for item in layers.arrows:
        outline = outline_of(item, view)
        crowd.add((at for at, _ in walked([*outline, *outline[:1]], step)), 1.6)
    return crowd


def written(named: Named, lettering: Lettering, picture: pygame.Surface) -> None:
    """Put one name on a picture."""
    picture.blit(lettering.picture(named.name.caption), (named.box[0], named.box[1]))
