"""From shapes to names: which are wanted, where each could stand, what to keep clear of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import cos, pi, sin

from game.frozen import dataclass
from game.widgets.map.camera import Box, View
from game.widgets.map.clipping import Point, bounds, clipped_ring
from game.widgets.map.colours import PLAIN
from game.widgets.map.cuts import is_inside, length_of, middle, walked
from game.widgets.map.labels import Crowd, Placed, Wish, around, beads, over, place
from game.widgets.map.layers import Area, Layers, Line, Mark, Place, Tone
from game.widgets.map.lettering import Caption, Lettering
from game.widgets.map.overlay import drawn, outline_of, polygon_of, runs_of
from game.widgets.map.signs import RADII, Sign

REACH = {1: 1e9, 2: 5200.0, 3: 2300.0, 4: 1200.0}
"""Names of a rank are wanted while the picture is at most this many kilometres wide (assumed)."""

SIZES = {1: 1.0, 2: 0.93, 3: 0.86, 4: 0.8}
"""Size of the letters by rank, as a share of the size asked for."""

_SHIFTS = (
    *((0, 0), (0, 2), (0, -2), (-2, 0), (2, 0), (0, 4), (0, -4), (-3, 3), (3, -3)),
    *((0, 6), (0, -6), (-3, 6), (3, -6), (0, 8), (0, -8), (-4, 9), (4, -9)),
)
"""Where an area's name may stand: so many heights of the name from the middle, across and down."""

_LETTERS: dict[Tone, Tone] = {"ink": "muted", "moss": "pine"}
"""The colour of an area's name, where it is not the area's own."""

_STEP = 10
_AREA_RANK, _GROWN_RANK, _LINE_RANK = 22, 24, 45
"""Areas come after the places of rank 2, lines last."""


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
    """What is to be written: a name, the box it got in pixels, its leader line if it has one."""

    name: Name
    box: Box
    leader: tuple[Point, Point] | None = None


def _square(at: Point, half: float) -> Box:
    """The square about a point."""
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def _at(mark: Mark, view: View) -> Point:
    """Where a mark stands in a view, in pixels."""
    return view.spot(mark.longitude, mark.latitude)


def _outside(spot: Box, polygon: Sequence[Point]) -> int:
    """How many of both ends and the middle of a name lie outside a polygon."""
    left, top, right, bottom = spot
    row = (top + bottom) / 2
    return sum(not is_inside((x, row), polygon) for x in (left, (left + right) / 2, right))


def halved(text: str) -> str:
    """A text in two lines, broken at the space or after the hyphen nearest to its middle."""
    breaks = [
        place if letter == " " else place + 1
        for place, letter in enumerate(text)
        if letter in " -" and 0 < place < len(text) - 1
    ]
    if not breaks:
        return text
    best = min(breaks, key=lambda place: abs(place - len(text) / 2))
    return f"{text[:best]}\n{text[best:].lstrip()}"


def radius(sign: Sign, view: View) -> float:
    """Half the side of the square that a sign fills in a view, in pixels."""
    return RADII[sign] * view.stroke * view.fineness


def _far(at: Point, size: tuple[float, float], near: float) -> tuple[Box, ...]:
    """Spots in two rings farther out, for names with a leader line."""
    spots: list[Box] = []
    for ring in (near + 1.5 * size[1], near + 3.2 * size[1]):
        for turn in range(12):
            x, y = cos(2 * pi * turn / 12), sin(2 * pi * turn / 12)
            across, down = at[0] + x * (ring + size[0] / 2), at[1] + y * ring
            spots.extend(over([(across, down)], size))
    return tuple(spots)


class Naming:
    """Chooses and places the names of a view; measures them with the lettering it is given.

    Args:
        lettering: measures and keeps the captions.
        label_px: size of an ordinary name, in pixels.
        foot: pixels at the lower edge of the picture that other things cover.
    """

    def __init__(self, lettering: Lettering, label_px: int, foot: int = 0) -> None:
        self._lettering = lettering
        self._px = label_px
        self._foot = foot

    def _size(self, caption: Caption) -> tuple[int, int]:
        """Width and height of a caption with its halo, in pixels."""
        return self._lettering.picture(caption, PLAIN).get_size()

    def _shows(self, at: Point, view: View) -> bool:
        """Whether a point lies in the picture, a little way from its edge, and not covered."""
        left, top, right, bottom = _picture(view, self._foot)
        return left <= at[0] <= right and top <= at[1] <= bottom

    def _place(self, item: Place, view: View, *, leads: bool = True) -> Name | None:
        """The name of a town, if it is in sight and wanted from this far.

        Args:
            item: the town.
            view: what is seen.
            leads: whether it may stand farther off, at the end of a line.
        """
        at = view.spot(item.longitude, item.latitude)
        if not self._shows(at, view) or view.camera.width > REACH.get(item.rank, REACH[4]):
            return None
        share = SIZES.get(item.rank, SIZES[4]) * (1.1 if item.kind == "star" else 1.0)
        caption = Caption(item.name.upper(), round(self._px * share), item.tone)
        half, size = radius(item.kind, view), self._size(caption)
        spots = around(at, size, half + 2.0 * view.stroke)
        far = _far(at, size, half) if leads and item.rank == 1 else ()
        wish = Wish(item.rank * _STEP, spots, _square(at, half), far)
        return Name(caption, wish, at, item.kind, item.tone)

    def _area(self, area: Area, view: View) -> Name | None:
        """The name of a zone, if the zone is wide enough in the picture to carry it."""
        polygon = clipped_ring(polygon_of(area, view), _picture(view, self._foot))
        if not area.label or len(polygon) < 3 or area.strength <= 0:
            return None
        around_it = bounds(polygon)
        caption = self._fitting(area, around_it)
        if caption is None:
            return None
        width, height = self._size(caption)
        x, y = middle(polygon)
        centres = [(x + across * height, y + down * height) for across, down in _SHIFTS]
        spots = [
            spot
            for spot in over(centres, (width, height))
            if around_it[1] <= spot[1] and spot[3] <= around_it[3]
        ]
        spots.sort(key=lambda spot: _outside(spot, polygon))
        rank = _GROWN_RANK if area.kind == "grown" else _AREA_RANK
        return Name(caption, Wish(rank, tuple(spots)), (x, y))

    def _fitting(self, area: Area, room: Box) -> Caption | None:
        """The name of a zone in one line or in two, if the room is wide enough for it."""
        caption = self._area_caption(area)
        for text in (caption.text, halved(caption.text)):
            width, height = self._size(replace(caption, text=text))
            if room[2] - room[0] >= width * 0.9 and room[3] - room[1] >= height:
                return replace(caption, text=text)
        return None

    def _area_caption(self, area: Area) -> Caption:
        """The name of a zone as it is set: widely, and smaller on one that grows."""
        tone = _LETTERS.get(area.tone, area.tone)
        share, tracking = (0.82, 0.1) if area.kind == "grown" else (0.95, 0.22)
        return Caption(area.label.upper(), round(self._px * share), tone, tracking)

    def _line(self, line: Line, view: View) -> Name | None:
        """The name of a line, beside its longest run in sight."""
        runs = runs_of(line, view)
        if not line.label or not runs:
            return None
        run = max(runs, key=length_of)
        caption = Caption(line.label.upper(), round(self._px * 0.84), line.tone or "muted", 0.1)
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
        at = _at(mark, view)
        if not mark.label or not self._shows(at, view):
            return None
        caption = Caption(mark.label.upper(), round(self._px * 0.92), mark.tone)
        half, size = radius(mark.kind, view), self._size(caption)
        spots = around(at, size, half + 2.0 * view.stroke)
        wish = Wish(_STEP, spots, _square(at, half), _far(at, size, half), fixed=True)
        return Name(caption, wish, at)

    def _wanted(self, layers: Layers, view: View) -> Iterator[Name | None]:
        """Every name the layers ask for, None for those out of sight."""
        for item in layers.places:
            yield self._place(item, view)
        for area in layers.areas:
            yield self._area(area, view)
        for line in layers.lines:
            yield self._line(line, view)

    def named(self, layers: Layers, view: View) -> list[Named]:
        """The names that found a spot, with their spots; those of marks are not among them."""
        names = [name for name in self._wanted(layers, view) if name]
        wishes = [name.wish for name in names]
        placed = place(
            wishes, _picture(view, self._foot), (), _crowd(wishes, layers, view), view.stroke
        )
        return _matched(names, placed)

    def marked(self, marks: Sequence[Mark], named: Sequence[Named], view: View) -> list[Named]:
        """The words at marks that found a spot beside the names that stand there already."""
        taken = [entry.box for entry in named]
        taken += [entry.name.wish.sign for entry in named if entry.name.wish.sign]
        taken += [bead for entry in named if entry.leader for bead in beads(entry.leader)]
        names = [name for mark in marks if (name := self._mark(mark, view))]
        crowd = Crowd()
        crowd.add((_at(one, view) for one in marks), 8.0)
        wishes = [one.wish for one in names]
        return _matched(names, place(wishes, _picture(view, self._foot), taken, crowd, view.stroke))

    def named_in_flight(self, places: Sequence[Place], view: View) -> list[Named]:
        """The names of the first rank beside their signs, steady from frame to frame."""
        first = (item for item in places if item.rank == 1)
        names = [name for item in first if (name := self._place(item, view, leads=False))]
        wishes = [Wish(1, name.wish.spots[:2], name.wish.sign) for name in names]
        return _matched(names, place(wishes, _picture(view, self._foot)))


def _matched(names: Sequence[Name], placed: Sequence[Placed]) -> list[Named]:
    """The names that were placed, with their spots."""
    return [Named(names[spot.wish], spot.box, spot.leader) for spot in placed]


def _picture(view: View, foot: int) -> Box:
    """The picture less a few pixels at its edge and what is covered at its foot."""
    edge = 4 * view.stroke
    return edge, edge, view.size[0] - edge, view.size[1] - max(edge, float(foot))


def _crowd(wishes: Sequence[Wish], layers: Layers, view: View) -> Crowd:
    """The ink of signs and lines in a view, and of what will move there."""
    crowd = Crowd()
    signs = (wish.sign for wish in wishes if wish.sign)
    crowd.add((((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in signs), 5.0)
    step = 5 * view.stroke
    for line in layers.lines:
        weight = {"route": 1.2, "wall": 1.3}.get(line.kind, 0.45)
        for run in runs_of(line, view):
            crowd.add((at for at, _ in walked(run, step)), weight)
    for mark in layers.marks:
        left, top, right, bottom = _square(_at(mark, view), radius(mark.kind, view))
        crowd.add(((x, y) for x in (left, right) for y in (top, bottom)), 4.0)
    for item in layers.arrows:
        outline = outline_of(item, view)
        crowd.add((at for at, _ in walked([*outline, *outline[:1]], step)), 0.8)
    for points in layers.clear:
        crowd.add((at for at, _ in walked(drawn(points, view), step)), 2.5)
    return crowd
