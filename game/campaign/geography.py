"""Places and layers of the map. Coordinates are degrees east and north."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.formula import Formula
from game.campaign.words import Id, Month, PlaceId, Prose, QuantityId
from game.frozen import dataclass

LonLat = tuple[float, float]
"""Degrees east, degrees north."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point with a name."""

    id: PlaceId
    name: Prose
    """As it is written on the map of the day."""
    chinese: str | None = None
    """The name in Chinese characters."""
    modern: Prose | None = None
    """Today's name, where it differs."""
    at: LonLat
    """Degrees east, degrees north."""
    rank: int = 2
    """1 is always written, 2 when there is room, 3 only close by."""


class LineKind(StrEnum):
    """How a line is drawn."""

    RAILWAY = "railway"
    """In plain ink."""
    BROAD_RAILWAY = "broad-railway"
    """With two rails, as for another gauge."""
    ROAD = "road"
    """In short dashes."""
    WALL = "wall"
    """With teeth: a wall, a dike."""
    RIVER = "river"
    """Thin and rough: a river, a canal."""
    BORDER = "border"
    """In dashes and dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A railway, a road, a wall, a river, a border."""

    id: Id
    name: Prose
    """As it is written along the line."""
    kind: LineKind
    points: tuple[tuple[LonLat, ...], ...]
    """One or more strokes."""
    cut_by: QuantityId | None = None
    """The line shows cuts in proportion to this quantity, in kilometres a month."""
    cut_each: float = 8.0
    """How much of that quantity one cut stands for; lines that share a quantity share its cuts, and
    the first of them says how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Where the armies stood on a date; between two dates the map draws the line between."""

    month: Month
    """The front stood so in this month."""
    until: Month | None = None
    """And still so in this later month, if it did not move in between."""
    points: tuple[tuple[LonLat, ...], ...]
    """One or more strokes of degrees east and north."""


class AreaKind(StrEnum):
    """How a zone is drawn."""

    STATE = "state"
    """Hatched within a dashed border, its name across it."""
    BASE = "base"
    """Hatched in green, its name across it."""
    BLOCKADE = "blockade"
    """Hatched crosswise within a dashed border, its name across it."""
    WATER = "water"
    """Hatched in blue, its name across it: a lake, a bay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A zone: a state, a base area, a blockade, a lake."""

    id: Id
    name: Prose
    """As it is written across the zone."""
    kind: AreaKind
    outline: tuple[LonLat, ...]
    """At least three corners."""
    size: Formula | None = None
    """A number from 0 to 1 out of the model: the area shrinks and grows with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """An arrow whose width is what is feared."""

    id: Id
    name: Prose | None = None
    """Whose threat to whom, for readers who cannot see the arrow."""
    points: tuple[LonLat, ...]
    """From the root of the arrow to its tip."""
    width: Formula
    """What is believed, from 0 to 1, of quantities."""
    truth: Formula | None = None
    """The same in truth; shown from the record stage on, with what was believed as an outline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Men on the march along a route, when there are any."""

    id: Id
    name: Prose
    """Who is on the march."""
    route: tuple[LonLat, ...]
    """From the start to the goal."""
    men: QuantityId
    """How many are on the way."""
    progress: Formula
    """From 0 at the start to 1 at the end of the route."""
    least: float = 1.0
    """The fewest men for whom the column is shown."""


class Sign(StrEnum):
    """What the key of the map explains."""

    HOME = "home"
    """The star where the player sits."""
    PLACE = "place"
    RAILWAY = "railway"
    BROAD_RAILWAY = "broad-railway"
    ROAD = "road"
    WALL = "wall"
    RIVER = "river"
    BORDER = "border"
    FRONT = "front"
    STATE = "state"
    BASE = "base"
    BLOCKADE = "blockade"
    WATER = "water"
    CUT = "cut"
    """Two bars across a line."""
    COLUMN = "column"
    """Men on the march."""
    THREAT = "threat"
    """An arrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What a sign of the map means in this campaign; the others are explained in general words."""

    id: Sign
    title: Prose
    """What it is, in two or three words."""
    text: Prose
    """What it shows, in one or two sentences."""


class Coast(StrEnum):
    """Which coastlines lie below everything."""

    WORLD = "world"
    """All the world north of 60 degrees south, good to some three kilometres."""
    EURASIA = "eurasia"
    """From Ireland to Alaska and from Java to the Arctic, good to some one; with its lakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """The file `map.yaml`."""

    middle: LonLat | None = None
    """Where the map stands upright; left out, in the middle of the places."""
    coast: Coast = Coast.WORLD
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    fronts: tuple[Front, ...]
    areas: tuple[Area, ...]
    threats: tuple[Threat, ...]
    columns: tuple[Column, ...]
    key: tuple[Explained, ...] = ()
