"""The painter: a camera and layers in, a picture of the map out; drawn once, then only copied.

A picture takes a tenth of a second or more. Whoever has a player to answer meanwhile has it
prepared slice by slice, and shows what stands in for it until it is there.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

import pygame

from game.widgets.blocks import give_back_at_once
from game.widgets.map import flight, overlay
from game.widgets.map.camera import View
from game.widgets.map.clipping import Point
from game.widgets.map.ground import Coasts, Ground
from game.widgets.map.layers import Layers, Mark
from game.widgets.map.lettering import Fonts, Lettering
from game.widgets.map.moving import Moving
from game.widgets.map.naming import Named, Naming
from game.widgets.map.scene import Kept, Scene, dimmed
from game.widgets.map.signs import Signs
from game.widgets.map.standin import StandIn
from game.widgets.map.writing import is_at_sea, lead
from game.widgets.shelf import Shelf

WINDOWS = 1.89
"""Room for pictures and for the work on them, in pictures as large as the window: in one of 4:3 the
map takes its largest share."""
_PIXEL = 4
EARLY = 3.25
"""Room for as many of its pictures a flight needs to begin before its goal is drawn: the start, the
wide one, and the work on the goal."""

NAMES_KEPT = 12
"""Views whose names are remembered."""

Slices = Generator[None, None, pygame.Surface]
"""Work in pieces of some hundredths of a second; at its end a picture."""


class MapPainter:
    """Paints scenes; keeps the last pictures, so that an unchanged map costs one blit.

    Args:
        coasts: gives land and lakes by the name of the coastlines.
        font: gives the face for a letter at a size in pixels.
    """

    def __init__(self, coasts: Coasts, font: Fonts) -> None:
        self._ground = Ground(coasts)
        self._lettering = Lettering(font)
        self._signs = Signs()
        self._moving = Moving()
        self._shelf: Shelf[Kept] = Shelf(round(WINDOWS * 1280 * 720 * _PIXEL))
        self._turns: dict[Mark, int] = {}
        self._names: dict[tuple[View, Layers, int, int], list[Named]] = {}
        self._asked: tuple[tuple[int, int], Scene, bool] | None = None
        self._work: Iterator[None] = iter(())
        self._is_done = self._may_fly = False
        self._in_air = False
        """Whether what was painted last is a frame of a flight."""
        self._stand_in = StandIn(self._shelf)

    def fit(self, window: tuple[int, int]) -> None:
        """Keep as much as goes with a window of a size."""
        self._shelf.room = round(WINDOWS * window[0] * window[1] * _PIXEL)

    def is_ready(self, size: tuple[int, int], scene: Scene, goal: Scene | None = None) -> bool:
        """Return whether a map, or a flight to `goal`, can be painted without any wait."""
        if goal is None:
            return Kept("picture", View(scene.camera, size), scene, inks=scene.inks) in self._shelf
        return self._asked == (size, goal, True) and self._is_done

    def may_fly(self, size: tuple[int, int], goal: Scene) -> bool:
        """Return whether a flight to `goal` may begin: the rest is prepared while it goes on."""
        return self._asked == (size, goal, True) and self._may_fly

    def paint(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        scene: Scene,
        goal: Scene | None = None,
        *,
        hasty: bool = False,
        beside: int = 1,
    ) -> None:
        """Fill `rect` (pixels of `surface`) with the map.

        Args:
            surface: what is painted on; nothing changes outside its clip.
            rect: where the map goes.
            scene: what is to be seen now.
            goal: what a flight ends with: its frames are stretched, with names of the first rank.
            hasty: paint what is at hand, if need be another map of this size or none.
            beside: how many maps are painted in turn, so that each stands in for itself.
        """
        if rect.width < 1 or rect.height < 1:
            return
        while goal and not (hasty or self.prepare(rect.size, scene, goal)):
            pass
        waits = hasty and not self.is_ready(rect.size, scene, goal)
        self._in_air = self._flies_on(rect.size, scene, goal) if waits else goal is not None
        if self._in_air:
            self._paint_in_flight(surface, rect, scene)
        elif waits:
            surface.fill(scene.inks.night, rect)
            self._stand_in.paint(surface, rect, scene, beside)
        else:
            surface.blit(self.picture(rect.size, scene), rect)

    def _flies_on(self, size: tuple[int, int], scene: Scene, goal: Scene | None) -> bool:
        """Whether a camera that waits is seen in the air: begun, broken off or just landed."""
        below = Kept("wide", flight.wide(scene.camera, size), inks=scene.inks)
        return self.may_fly(size, goal or scene) or (self._in_air and below in self._shelf)

    def picture(self, size: tuple[int, int], scene: Scene) -> pygame.Surface:
        """The sharp picture of a scene; it belongs to the painter and must not be drawn on."""
        return finished(self._picture(View(scene.camera, size), scene))

    def prepare(self, size: tuple[int, int], scene: Scene, goal: Scene | None = None) -> bool:
        """Do a slice of the work for a map, or for a flight to `goal`; return whether all is done.

        Args:
            size: of the map, in pixels.
            scene: what is to be seen now; before a flight, what it begins with.
            goal: what a flight ends with.
        """
        if self.is_ready(size, scene, goal):
            return True
        asked = (size, goal or scene, goal is not None)
        if self._asked != asked and (goal or self._is_done or self._asked != (size, scene, True)):
            give_back_at_once()  # one that landed early goes on with its work
            self._asked, self._work, self._may_fly = asked, self._steps(size, scene, goal), False
        self._is_done = next(self._work, self) is self
        return self._is_done

    def _steps(self, size: tuple[int, int], scene: Scene, goal: Scene | None) -> Iterator[None]:
        """All the work for a map or a flight."""
        if not (goal or scene).is_alive:
            self._moving = Moving()  # the shapes of a map that is not shown now take megabytes
        if goal is None:
            yield from self._picture(View(scene.camera, size), scene)
            return
        start, end = View(scene.camera, size), View(goal.camera, size)
        self._shelf.get(Kept("soft", start, inks=goal.inks))  # what is there is not driven out
        wide = yield from self._wide(size, goal)
        if not self._in_air and Kept("soft", start, inks=goal.inks) not in self._shelf:
            yield from self._soft(start, scene, wide)
        self._may_fly = self._shelf.room >= EARLY * size[0] * size[1] * _PIXEL
        plate = yield from self._soft(end, goal, wide)
        yield from self._wide(size, goal)  # in a narrow room it stays, whatever else goes
        yield from self._picture(end, goal, plate)

    def _picture(self, view: View, scene: Scene, plate: pygame.Surface | None = None) -> Slices:
        """Draw a scene, if it is not at hand."""
        key = Kept("picture", view, scene, inks=scene.inks)
        known = self._shelf.get(key)
        if known is not None:
            self._shelf.get(self._ground_of(view, scene))  # what moves on it will need it again
            return known
        picture = plate or (yield from self._plate(view, scene, keep=scene.is_alive))
        named = self._named(view, scene)
        yield
        self._turn(scene.layers, view)
        self._write(picture, named, scene, view)
        dimmed(picture, scene, scene.dim)
        self._stand_in.drop()
        return self._shelf.put(key, picture)

    def _still(self, view: View, scene: Scene, *, keep: bool) -> Slices:
        """Draw the ground and all that stands still on it, if it is not at hand."""
        key = self._ground_of(view, scene)
        known = self._shelf.get(key)
        if known is not None:
            return known
        pictures = 3 if keep else 2  # itself, the work on it, and the copy that is drawn on
        self._shelf.make_room(pictures * view.size[0] * view.size[1] * _PIXEL)
        pieces = [
            overlay.piece(one, view, scene.inks) for one in overlay.singles(scene.layers.still())
        ]
        printed = [piece for piece in pieces if piece]
        ground = yield from self._ground.drawn(view, scene.inks, printed)
        return self._shelf.put(key, ground) if keep else ground

    @staticmethod
    def _ground_of(view: View, scene: Scene) -> Kept:
        return Kept("ground", view, still=scene.layers.still(), inks=scene.inks)

    def _plate(self, view: View, scene: Scene, *, keep: bool) -> Slices:
        """Draw the ground with what moves on it, without names or signs.

        Args:
            view: what is to be seen.
            scene: what lies on it.
            keep: the ground too, and what moves, for the next picture of what moves on it.
        """
        ground = yield from self._still(view, scene, keep=keep)
        plate = ground
        if self._ground_of(view, scene) in self._shelf:  # what is kept must not be drawn on
            self._shelf.make_room(view.size[0] * view.size[1] * _PIXEL)
            plate = ground.copy()
        moving = self._moving if keep else Moving()
        for shape in (yield from moving.drawn(scene.layers, view, scene.inks)):
            plate.blit(*shape)
        return plate

    def _soft(self, view: View, scene: Scene, wide: pygame.Surface) -> Slices:
        """Draw a plate and keep a soft-edged copy of it for a flight; return the plate."""
        plate = yield from self._plate(view, scene, keep=False)
        self._shelf.make_room(2 * view.size[0] * view.size[1] * _PIXEL)
        below = flight.wide(scene.camera, view.size)
        soft = yield from flight.melted(plate, view, wide, below)
        self._shelf.put(Kept("soft", view, inks=scene.inks), soft)
        yield
        return plate

    def _wide(self, size: tuple[int, int], scene: Scene) -> Slices:
        """Draw the whole theatre at half the size, if it is not at hand."""
        view = flight.wide(scene.camera, size)
        key = Kept("wide", view, inks=scene.inks)
        known = self._shelf.get(key)
        if known is not None:
            return known
        plate = yield from self._plate(view, scene, keep=False)
        return self._shelf.put(key, plate)

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
            turn = self._turns.get(mark, 0)
            sign = self._signs.picture(mark.kind, mark.tone, size, inks, turn)
            self._sign(picture, sign, view.spot(mark.longitude, mark.latitude))
        for entry in named:
            name = entry.name
            if entry.leader:
                lead(picture, entry.leader, view, (inks.tone(name.caption.tone), inks.land))
            if name.sign:
                sign = self._signs.picture(name.sign, name.tone, size, inks)
                self._sign(picture, sign, name.at)
        for entry, sea in zip(named, at_sea, strict=True):
            caption = entry.name.caption
            if sea and caption.tone in ("ink", "muted"):
                caption = replace(caption, at_sea=True)
            written = self._lettering.picture(caption, inks)
            picture.blit(written, (entry.box[0], entry.box[1]))

    def _turn(self, layers: Layers, view: View) -> None:
        """Find out how the cuts lie. Flights take it over: it costs more than their frames."""
        self._turns = {
            mark: round(overlay.bearing(mark, layers, view))
            for mark in layers.marks
            if mark.kind == "cut"
        }

    @staticmethod
    def _sign(picture: pygame.Surface, sign: pygame.Surface, at: Point) -> None:
        """Put a sign's middle on a spot."""
        width, height = sign.get_size()
        picture.blit(sign, (round(at[0] - width / 2), round(at[1] - height / 2)))

    def _seen(self, kept: Kept | None) -> flight.Seen | None:
        """A kept picture and what is seen in it, if it is there."""
        picture = self._shelf.get(kept) if kept else None
        return (picture, kept.view) if kept and picture else None

    def _paint_in_flight(self, surface: pygame.Surface, rect: pygame.Rect, scene: Scene) -> None:
        """A frame from what was prepared: the wide picture, on it the finest one that helps."""
        target = surface.subsurface(rect.clip(surface.get_rect()))
        target.set_clip(surface.get_clip().move(-rect.x, -rect.y))
        view, inks = View(scene.camera, target.get_size()), scene.inks
        kept = [one for one in self._shelf if one.inks == inks]
        below = next((one for one in kept if _is_wide(one, view.size)), None)
        known = [one.view.camera for one in kept if _is_soft(one, view.size)]
        above = flight.helpful(known, view, below.view.camera if below else scene.camera)
        soft = [Kept("soft", View(one, view.size), inks=inks) for one in above]
        # the wide one is asked for last, and is then the last to be dropped
        seen = [found for one in (*soft, below) if (found := self._seen(one))]
        flight.laid(target, view, seen, inks)
        naming = Naming(self._lettering, scene.label_px, scene.foot)
        self._write(target, naming.named_in_flight(scene.layers.places, view), scene, view)
        dimmed(target, scene, scene.dim)


def _is_wide(kept: Kept, size: tuple[int, int]) -> bool:
    return kept.kind == "wide" and kept.view.size == (max(size[0] // 2, 1), max(size[1] // 2, 1))


def _is_soft(kept: Kept, size: tuple[int, int]) -> bool:
    return kept.kind == "soft" and kept.view.size == size


def finished(slices: Slices) -> pygame.Surface:
    """Do all of the work at once."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return] # what a generator returns
