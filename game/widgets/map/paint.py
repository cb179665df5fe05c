"""The painter: a camera and layers in, a picture of the map out; drawn once, then only copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import degrees

import pygame

from game.widgets.map import flight, overlay, svg
from game.widgets.map.camera import Box, Camera, View
from game.widgets.map.clipping import Point
from game.widgets.map.colours import PLAIN, Inks
from game.widgets.map.cuts import walked
from game.widgets.map.ground import Ground
from game.widgets.map.layers import Layers, Mark
from game.widgets.map.lettering import Fonts, Lettering
from game.widgets.map.naming import Named, Naming
from game.widgets.map.projection import Degrees, project
from game.widgets.map.shelf import Shelf
from game.widgets.map.signs import Signs

GROUND_ROOM, PICTURE_ROOM, PLATE_ROOM, SOFT_ROOM = 24_000_000, 16_000_000, 20_000_000, 14_000_000
"""Bytes for what stands still, for finished pictures, for those without names, for soft ones."""

NAMES_KEPT = 12
"""Views whose names are remembered."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that decides what the map looks like; two equal scenes are one picture."""

    camera: Camera
    layers: Layers = field(default_factory=Layers)
    label_px: int = 14
    """Size of an ordinary name, in pixels of the window."""
    dim: float = 0.0
    """How far the whole map goes down into the night: 0 lit, 1 black."""
    foot: int = 0
    """Pixels at the lower edge that other things cover: no name stands there."""
    inks: Inks = PLAIN


_Ground = tuple[View, Layers, Inks]
_Plate = tuple[View, Layers, Inks]


class MapPainter:
    """Paints scenes; keeps the last pictures, so that an unchanged map costs one blit.

    Args:
        land: rings of longitude and latitude in degrees; rings within rings are holes.
        font: gives the face for a letter at a size in pixels.
        lakes: rings cut out of the land.
    """

    def __init__(
        self,
        land: Iterable[Sequence[Degrees]],
        font: Fonts,
        lakes: Iterable[Sequence[Degrees]] = (),
    ) -> None:
        self._ground = Ground(land, lakes)
        self._lettering = Lettering(font)
        self._signs = Signs()
        self._grounds: Shelf[_Ground] = Shelf(GROUND_ROOM)
        self._pictures: Shelf[tuple[tuple[int, int], Scene]] = Shelf(PICTURE_ROOM)
        self._plates: Shelf[_Plate] = Shelf(PLATE_ROOM)
        self._soft: Shelf[_Plate] = Shelf(SOFT_ROOM, least=1)
        self._names: dict[tuple[View, Layers, int, int], list[Named]] = {}

    def paint(
        self, surface: pygame.Surface, rect: pygame.Rect, scene: Scene, *, moving: bool = False
    ) -> None:
        """Fill `rect` (pixels of `surface`) with the map.

        `moving` is for the frames of a flight: stretched pictures, names of the first rank only.
        """
        if rect.width < 1 or rect.height < 1:
            return
        if moving:
            target = surface.subsurface(rect.clip(surface.get_rect()))
            self._paint_in_flight(target, scene)
        else:
            surface.blit(self.picture(rect.size, scene), rect)

    def picture(self, size: tuple[int, int], scene: Scene) -> pygame.Surface:
        """The sharp picture of a scene; it belongs to the painter and must not be drawn on."""
        key = (size, scene)
        known = self._pictures.get(key)
        return known if known is not None else self._pictures.put(key, self._drawn(size, scene))

    def is_ready(self, size: tuple[int, int], scene: Scene) -> bool:
        """Whether the slow part of a scene's picture is done: the ground and what stands on it."""
        key = (View(scene.camera, size), scene.layers.still(), scene.inks)
        return (size, scene) in self._pictures or key in self._grounds

    def stand_in(self, surface: pygame.Surface, rect: pygame.Rect, scene: Scene) -> bool:
        """Fill `rect` with the last picture of another size, stretched, until there is a sharp one.

        Whether there was such a picture; without one nothing is drawn.
        """
        last = next(reversed(list(self._pictures)), None)
        source = self._pictures.get(last) if last else None
        if last is None or source is None or last[0] == rect.size or last[1].dim != scene.dim:
            return False
        size, shown = last
        target = surface.subsurface(rect.clip(surface.get_rect()))
        flight.blank(target, scene.inks)
        here = View(scene.camera, target.get_size())
        flight.stretched(source, View(shown.camera, size), target, here)
        return True

    def prepare(self, size: tuple[int, int], scene: Scene) -> None:
        """Do a flight's slow work beforehand: the picture it ends on, and the wide one below it."""
        self.picture(size, scene)
        self._plate(View(flight.reach(size[0] / size[1]), size), scene)
        self._softened(View(scene.camera, size), scene)

    def _still(self, view: View, scene: Scene) -> pygame.Surface:
        """The ground and all that stands still on it."""
        key = (view, scene.layers.still(), scene.inks)
        known = self._grounds.get(key)
        if known is not None:
            return known
        ground = self._ground.picture(view, scene.inks)
        shapes = list(overlay.elements(key[1], view, scene.inks))
        if shapes:
            ground.blit(svg.rasterised(shapes, view.size), (0, 0))
        return self._grounds.put(key, ground)

    def _fresh(self, view: View, scene: Scene) -> pygame.Surface:
        """A new picture of the ground with what moves on it, without names or signs."""
        picture = self._still(view, scene).copy()
        for shapes, box in overlay.pieces(scene.layers.moving(), view, scene.inks):
            picture.blit(*svg.cropped(shapes, box))
        return picture

    def _plate(self, view: View, scene: Scene) -> pygame.Surface:
        """A picture without names or signs that is kept, for flights."""
        key = _bare(view, scene)
        known = self._plates.get(key)
        return known if known is not None else self._plates.put(key, self._fresh(view, scene))

    def _drawn(self, size: tuple[int, int], scene: Scene) -> pygame.Surface:
        """A scene drawn anew."""
        view = View(scene.camera, size)
        picture = self._fresh(view, scene)
        self._write(picture, self._named(view, scene), scene, view)
        _dim(picture, scene)
        return picture

    def _named(self, view: View, scene: Scene) -> list[Named]:
        """The names of a view: those of the ground are found once, whatever moves."""
        key = (view, scene.layers.named(), scene.label_px, scene.foot)
        naming = Naming(self._lettering, scene.label_px, scene.foot)
        if key not in self._names:
            while len(self._names) >= NAMES_KEPT:
                del self._names[next(iter(self._names))]
            self._names[key] = naming.named(key[1], view)
        names = self._names[key]
        return [*names, *naming.marked(scene.layers.marks, names, view)]

    def _write(
        self, picture: pygame.Surface, named: Sequence[Named], scene: Scene, view: View
    ) -> None:
        """Put names, signs of places and marks on a picture."""
        inks, size = scene.inks, view.stroke * view.fineness
        at_sea = [is_at_sea(picture, entry.box, inks) for entry in named]
        for mark in scene.layers.marks:
            turn = round(bearing(mark, scene.layers, view)) if mark.kind == "cut" else 0
            sign = self._signs.picture(mark.kind, mark.tone, size, inks, turn)
            self._sign(picture, sign, view.pixel(project(mark.longitude, mark.latitude)))
        for entry in named:
            name = entry.name
            if entry.leader:
                _lead(picture, entry.leader, view, (inks.tone(name.caption.tone), inks.land))
            if name.sign:
                sign = self._signs.picture(name.sign, name.tone, size, inks)
                self._sign(picture, sign, name.at)
        for entry, sea in zip(named, at_sea, strict=True):
            caption = entry.name.caption
            pale = sea and caption.tone in ("ink", "muted")
            written = self._lettering.picture(replace(caption, at_sea=pale), inks)
            picture.blit(written, (entry.box[0], entry.box[1]))

    @staticmethod
    def _sign(picture: pygame.Surface, sign: pygame.Surface, at: Point) -> None:
        """Put a sign's middle on a spot."""
        width, height = sign.get_size()
        picture.blit(sign, (round(at[0] - width / 2), round(at[1] - height / 2)))

    def _paint_in_flight(self, target: pygame.Surface, scene: Scene) -> None:
        """A frame from the pictures at hand; only without any wide enough is one drawn first."""
        size = target.get_size()
        view = View(scene.camera, size)
        bare = _bare(view, scene)[1:]
        known = [key[0].camera for key in self._plates if key[0].size == size and key[1:] == bare]
        below = flight.widest_help(known, view) or flight.reach(size[0] / size[1])
        flight.blank(target, scene.inks)
        flight.stretched(self._plate(View(below, size), scene), View(below, size), target, view)
        above = flight.finest_help(known, view, below)
        if above:
            soft = self._softened(View(above, size), scene)
            flight.stretched(soft, View(above, size), target, view)
        naming = Naming(self._lettering, scene.label_px, scene.foot)
        named = naming.named_in_flight(scene.layers.places, view)
        self._write(target, named, scene, view)
        _dim(target, scene)

    def _softened(self, view: View, scene: Scene) -> pygame.Surface:
        """The soft-edged copy of a picture at hand."""
        key = _bare(view, scene)
        known = self._soft.get(key)
        if known is not None:
            return known
        return self._soft.put(key, flight.feathered(self._plate(view, scene)))


def _bare(view: View, scene: Scene) -> _Plate:
    """What decides how a picture without names or signs looks."""
    return view, replace(scene.layers, places=(), marks=(), clear=()), scene.inks


def is_at_sea(picture: pygame.Surface, box: Box, inks: Inks) -> bool:
    """Whether a name lies on the sea: four fifths of it, by the brightness of some pixels."""
    left, top, right, bottom = box
    light, dark = sum(pygame.Color(inks.land)[:3]), sum(pygame.Color(inks.wave)[:3])
    limit = picture.get_rect()
    spots = [
        (round(left + (right - left) * x / 8), round(top + (bottom - top) * y / 4))
        for x in range(1, 8)
        for y in range(1, 4)
    ]
    seen = [sum(picture.get_at(spot)[:3]) for spot in spots if limit.collidepoint(spot)]
    darkest = dark + (light - dark) / 4
    return 5 * sum(one < darkest for one in seen) >= 4 * len(spots)


def _lead(
    picture: pygame.Surface, leader: tuple[Point, Point], view: View, colours: tuple[str, str]
) -> None:
    """Draw the line from a sign to its name: its own colour, and that of its rim."""
    data, s = svg.path(leader), view.stroke
    across, down = zip(*leader, strict=True)
    box = (min(across) - 3 * s, min(down) - 3 * s, max(across) + 3 * s, max(down) + 3 * s)
    colour, rim = colours
    shapes = [svg.stroke(data, rim, 3.2 * s, opacity=0.8), svg.stroke(data, colour, 1.2 * s)]
    picture.blit(*svg.cropped(shapes, box))


def bearing(mark: Mark, layers: Layers, view: View) -> float:
    """Direction of the line under a mark, in degrees clockwise from level."""
    if mark.bearing is not None:
        return mark.bearing - 90
    x, y = view.pixel(project(mark.longitude, mark.latitude))
    best, direction = float("inf"), 0.0
    for line in layers.lines:
        if line.kind in ("railway", "double-railway"):
            for run in overlay.runs_of(line, view):
                for (ax, ay), turn in walked(run, 4 * view.stroke):
                    away = (ax - x) ** 2 + (ay - y) ** 2
                    if away < best:
                        best, direction = away, turn
    return degrees(direction)


def _dim(picture: pygame.Surface, scene: Scene) -> None:
    """Let a picture down into the night."""
    if scene.dim <= 0:
        return
    light = round(255 * max(0.0, 1 - scene.dim))
    picture.fill((light, light, light), special_flags=pygame.BLEND_RGB_MULT)
    night = pygame.Color(scene.inks.night).lerp("black", max(0.0, 1 - scene.dim))
    picture.fill((night.r, night.g, night.b), special_flags=pygame.BLEND_RGB_ADD)
