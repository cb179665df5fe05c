"""What part of the plane is shown: cameras, flights between them, and views in pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from math import asinh, cosh, exp, hypot, log, sinh, tanh

from game.frozen import dataclass
from game.widgets.map.projection import Degrees, Globe, Plane

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels; on the plane west, south, east, north in kilometres."""

Insets = tuple[float, float, float, float]
"""Shares (0..1) of the picture that panels cover: left, top, right, bottom."""

ROUNDNESS = 1.3
"""How far a flight rises (van Wijk and Nuij's rho); less is higher and calmer (assumed)."""

WIDE = 3000.0
"""Kilometres across a picture from which on signs grow smaller (assumed)."""

_NO_DISTANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Camera:
    """A window on the plane: its middle and width in kilometres; the picture gives the height."""

    x: float
    y: float
    width: float
    globe: Globe = field(default_factory=Globe)
    """The globe whose plane it looks at."""


@dataclass(frozen=True, slots=True)
class View:
    """A camera and the picture it fills: the way from kilometres to pixels."""

    camera: Camera
    size: tuple[int, int]
    """Width and height of the picture, in pixels."""

    @property
    def scale(self) -> float:
        """Pixels per kilometre."""
        return self.size[0] / self.camera.width

    @property
    def stroke(self) -> float:
        """How many pixels one pixel of the 1280x720 design is."""
        return self.size[1] / 720

    @property
    def fineness(self) -> float:
        """How large signs and thin lines are drawn: 1 close by, down to 0.7 from far off."""
        share: float = (WIDE / self.camera.width) ** 0.4
        return max(0.7, min(1.0, round(share, 1)))

    def spot(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point on the globe (degrees) falls in the picture, in pixels."""
        return self.pixel(self.camera.globe.project(longitude, latitude))

    def spots(self, points: Iterable[Degrees]) -> list[tuple[float, float]]:
        """Every point of a shape in degrees in the picture, in pixels."""
        return self.pixels(self.camera.globe.project_all(points))

    def pixel(self, point: Plane) -> tuple[float, float]:
        """Where a point of the plane falls in the picture, in pixels from its top left corner."""
        scale = self.scale
        across = (point[0] - self.camera.x) * scale + self.size[0] / 2
        return across, (self.camera.y - point[1]) * scale + self.size[1] / 2

    def pixels(self, points: Iterable[Plane]) -> list[tuple[float, float]]:
        """Every point of a shape in the picture, in pixels."""
        scale = self.scale
        left = self.size[0] / 2 - self.camera.x * scale
        top = self.size[1] / 2 + self.camera.y * scale
        return [(x * scale + left, top - y * scale) for x, y in points]

    def extent(self, margin: float = 0.0) -> Box:
        """West, south, east, north edge in kilometres, `margin` pixels wider on each side."""
        across = self.camera.width / 2 + margin / self.scale
        down = (self.size[1] / 2 + margin) / self.scale
        x, y = self.camera.x, self.camera.y
        return x - across, y - down, x + across, y + down

    def part(self, corner: tuple[int, int], size: tuple[int, int]) -> View:
        """The view that shows what this one shows in a part of its picture, in pixels."""
        middle_x, middle_y = (corner[axis] + (size[axis] - self.size[axis]) / 2 for axis in (0, 1))
        x, y = self.camera.x + middle_x / self.scale, self.camera.y - middle_y / self.scale
        return View(replace(self.camera, x=x, y=y, width=size[0] / self.scale), size)


def fit(
    points: Iterable[Plane],
    aspect: float,
    margin: float = 0.08,
    insets: Insets = (0.0, 0.0, 0.0, 0.0),
    least: float = 200.0,
    globe: Globe | None = None,
) -> Camera:
    """The closest camera that shows all points in the part of the picture left free.

    Args:
        points: on the plane, in kilometres; at least one.
        aspect: width of the whole picture divided by its height.
        margin: share of the free part kept empty on each side, below 0.5.
        insets: what panels cover.
        least: smallest width of the free part, in kilometres, for when there is one town.
        globe: whose plane it is.
    """
    columns, rows = zip(*points, strict=True)
    left, top, right, bottom = insets
    free_width, free_height = 1 - left - right, 1 - top - bottom
    room = 1 - 2 * margin
    across = max(max(columns) - min(columns), least * room) / (room * free_width)
    down = (max(rows) - min(rows)) / (room * free_height)
    width = max(across, down * aspect)
    middle_x, middle_y = (max(columns) + min(columns)) / 2, (max(rows) + min(rows)) / 2
    height = width / aspect
    x, y = middle_x + (right - left) / 2 * width, middle_y + (top - bottom) / 2 * height
    return Camera(x, y, width, globe or Globe())


def eased(t: float) -> float:
    """Smooth start and smooth stop: 0 at 0, 1 at 1, without speed at both ends."""
    t = max(0.0, min(1.0, t))
    return t * t * t * (t * (6 * t - 15) + 10)


def _climb(a: Camera, b: Camera) -> tuple[float, float, float]:
    """Distance in kilometres, start and end on the curve of widths (van Wijk and Nuij 2003)."""
    distance = hypot(b.x - a.x, b.y - a.y)
    square, rise = ROUNDNESS**2, ROUNDNESS**4 * distance**2
    start = (b.width**2 - a.width**2 + rise) / (2 * a.width * square * distance)
    end = (b.width**2 - a.width**2 - rise) / (2 * b.width * square * distance)
    return distance, -asinh(start), -asinh(end)


def _is_mere_zoom(a: Camera, b: Camera) -> bool:
    """Whether the two cameras share their middle, so that there is no way to go."""
    return hypot(b.x - a.x, b.y - a.y) <= _NO_DISTANCE * max(a.width, b.width)


def between(a: Camera, b: Camera, t: float) -> Camera:
    """The camera at share `t` (0..1) of the flight from `a` to `b`, soft at both ends.

    It rises, crosses and comes down. Pure: to break a flight off, start the next from here.
    """
    if t <= 0:
        return a
    if t >= 1:
        return b
    t = eased(t)
    if _is_mere_zoom(a, b):
        width = a.width * (b.width / a.width) ** t
        share = t if a.width == b.width else (width - a.width) / (b.width - a.width)
        return replace(b, x=a.x + (b.x - a.x) * share, y=a.y + (b.y - a.y) * share, width=width)
    distance, start, end = _climb(a, b)
    here = start + (end - start) * t
    width = a.width * cosh(start) / cosh(here)
    gone = a.width / ROUNDNESS**2 * (cosh(start) * tanh(here) - sinh(start))
    share = gone / distance
    return replace(b, x=a.x + (b.x - a.x) * share, y=a.y + (b.y - a.y) * share, width=width)


def flight_seconds(a: Camera, b: Camera, pace: float = 0.9) -> float:
    """How long a flight should take, 0.7 to 2.6 s; `pace` is picture widths passed in a second."""
    if _is_mere_zoom(a, b):
        length = abs(log(b.width / a.width)) / ROUNDNESS
    else:
        _, start, end = _climb(a, b)
        length = (end - start) / ROUNDNESS
    return max(0.7, min(2.6, abs(length) / pace)) if length > exp(-12) else 0.0
