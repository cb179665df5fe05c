"""The painter: a camera and layers in, a picture of the map out; drawn once, then only copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import degrees

import pygame

from game.widgets.map import flight, overlay, svg
from game.widgets.map.camera import Camera, View
from game.widgets.map.clipping import Point
from game.widgets.map.colours import NIGHT
from game.widgets.map.cuts import walked
from game.widgets.map.ground import Coasts, Ground
from game.widgets.map.layers import Layers, Mark
from game.widgets.map.lettering import Fonts, Lettering
from game.widgets.map.naming import Named, Naming, written
from game.widgets.map.shelf import Shelf
from game.widgets.map.signs import Signs

PICTURE_ROOM, PLATE_ROOM, SOFT_ROOM = 26_000_000, 34_000_000, 17_000_000
"""Bytes for finished pictures, for those without names, and for soft-edged ones."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that decides what the map looks like; two equal scenes are one picture."""

    camera: Camera
    layers: Layers = field(default_factory=Layers)
    label_px: int = 14
    """Size of an ordinary name, in pixels of the window."""
    dim: float = 0.0
    """How far the whole map goes down into the night: 0 lit, 1 black."""


_Plate = tuple[View, Layers]


class MapPainter:
    """Paints scenes; keeps the last pictures, so that an unchanged map costs one blit.

    Args:
        coasts: gives land and lakes by the name of the coastlines.
        font: gives the face for names at a size in pixels.
    """

    def __init__(self, coasts: Coasts, font: Fonts) -> None:
        self._ground = Ground(coasts)
        self._lettering = Lettering(font)
        self._signs = Signs()
        self._pictures: Shelf[tuple[tuple[int, int], Scene]] = Shelf(PICTURE_ROOM)
        self._plates: Shelf[_Plate] = Shelf(PLATE_ROOM, least=3)
        self._soft: Shelf[_Plate] = Shelf(SOFT_ROOM, least=1)

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

    def prepare(self, size: tuple[int, int], scene: Scene) -> None:
        """Do a flight's slow work beforehand: the picture it ends on, and the wide one below it."""
        self.picture(size, scene)
        self._plate(View(flight.reach(scene.camera, size), size), scene.layers)
        self._softened(View(scene.camera, size), scene.layers)

    def _plate(self, view: View, layers: Layers) -> pygame.Surface:
        """Ground, areas, lines and arrows, without names or signs."""
        key = (view, replace(layers, places=(), marks=()))
        known = self._plates.get(key)
        if known is not None:
            return known
        plate = self._ground.picture(view)
        shapes = list(overlay.elements(layers, view))
        if shapes:
            plate.blit(svg.rasterised(shapes, view.size), (0, 0))
        return self._plates.put(key, plate)

    def _drawn(self, size: tuple[int, int], scene: Scene) -> pygame.Surface:
        """A scene drawn anew."""
        view = View(scene.camera, size)
        picture = self._plate(view, scene.layers).copy()
        named = Naming(self._lettering, scene.label_px).named(scene.layers, view)
        self._write(picture, named, scene.layers, view)
        _dim(picture, scene.dim)
        return picture

    def _write(
        self, picture: pygame.Surface, named: Sequence[Named], layers: Layers, view: View
    ) -> None:
        """Put names, signs of places and marks on a picture."""
        for entry in named:
            name = entry.name
            if name.sign:
                self._sign(picture, self._signs.picture(name.sign, name.tone, view.stroke), name.at)
        for mark in layers.marks:
            turn = round(bearing(mark, layers, view)) if mark.kind == "cut" else 0
            sign = self._signs.picture(mark.kind, mark.tone, view.stroke, turn)
            self._sign(picture, sign, view.spot(mark.longitude, mark.latitude))
        for entry in named:
            written(entry, self._lettering, picture)

    @staticmethod
    def _sign(picture: pygame.Surface, sign: pygame.Surface, at: Point) -> None:
        """Put a sign's middle on a spot."""
        width, height = sign.get_size()
        picture.blit(sign, (round(at[0] - width / 2), round(at[1] - height / 2)))

    def _paint_in_flight(self, target: pygame.Surface, scene: Scene) -> None:
        """A frame from the pictures at hand; only without any wide enough is one drawn first."""
        size, layers = target.get_size(), scene.layers
        view, bare = View(scene.camera, size), replace(layers, places=(), marks=())
        known = [key[0].camera for key in self._plates if key[0].size == size and key[1] == bare]
        below = flight.widest_help(known, view) or flight.reach(scene.camera, size)
        flight.blank(target)
        flight.stretched(self._plate(View(below, size), layers), View(below, size), target, view)
        above = flight.finest_help(known, view, below)
        if above:
            soft = self._softened(View(above, size), bare)
            flight.stretched(soft, View(above, size), target, view)
        named = Naming(self._lettering, scene.label_px).named_in_flight(layers.places, view)
        self._write(target, named, layers, view)
        _dim(target, scene.dim)

    def _softened(self, view: View, layers: Layers) -> pygame.Surface:
        """The soft-edged copy of a picture at hand."""
        key = (view, replace(layers, places=(), marks=()))
        known = self._soft.get(key)
        if known is not None:
            return known
        return self._soft.put(key, flight.feathered(self._plate(view, layers)))


def bearing(mark: Mark, layers: Layers, view: View) -> float:
    """Direction of the line under a mark, in degrees clockwise from level."""
    if mark.bearing is not None:
        return mark.bearing - 90
    x, y = view.spot(mark.longitude, mark.latitude)
    best, direction = float("inf"), 0.0
    for line in layers.lines:
        if line.kind in ("railway", "double-railway"):
            for run in overlay.runs_of(line, view):
                for (ax, ay), turn in walked(run, 4 * view.stroke):
                    away = (ax - x) ** 2 + (ay - y) ** 2
                    if away < best:
                        best, direction = away, turn
    return degrees(direction)


def _dim(picture: pygame.Surface, dim: float) -> None:
    """Let a picture down into the night."""
    if dim <= 0:
        return
    light = round(255 * max(0.0, 1 - dim))
    picture.fill((light, light, light), special_flags=pygame.BLEND_RGB_MULT)
    night = pygame.Color(NIGHT).lerp("black", max(0.0, 1 - dim))
    picture.fill((night.r, night.g, night.b), special_flags=pygame.BLEND_RGB_ADD)
