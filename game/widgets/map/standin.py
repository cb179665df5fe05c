"""What is seen of a map that is not drawn yet: the last one, stretched if it had another size."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.widgets.map import flight
from game.widgets.map.camera import View
from game.widgets.map.scene import Kept, Scene, dimmed
from game.widgets.shelf import Shelf


class Seen(NamedTuple):
    """A map and what it shows."""

    view: View
    scene: Scene
    picture: pygame.Surface


class StandIn:
    """Finds what stands in among the pictures that are kept.

    Of one that was stretched it keeps a quarter itself: the work on the map that is wanted may
    drive out all that is sharp.
    """

    def __init__(self, shelf: Shelf[Kept]) -> None:
        self._shelf = shelf
        self.spare: Seen | None = None

    def paint(
        self, surface: pygame.Surface, rect: pygame.Rect, scene: Scene, beside: int = 1
    ) -> None:
        """Paint a picture of this size, if possible the same one or seen from there; else another.

        Args:
            surface: what is painted on, inside its clip.
            rect: where the map goes.
            scene: what is to be seen.
            beside: how many maps are painted in turn, so that each stands in for itself.
        """
        kept = [key for key in self._shelf if key.kind == "picture" and key.view.size == rect.size]
        near = [key for key in kept if key.view.camera == scene.camera] or kept
        same = [key for key in near if key.scene and key.scene.layers == scene.layers]
        alike = same[-1:] or near[-beside:]
        if alike and (picture := self._shelf.get(alike[0])):
            surface.blit(picture, rect)
        else:
            self._stretch(surface, rect, scene)

    def drop(self) -> None:
        """Keep nothing: there is a sharp one now."""
        self.spare = None

    def _stretch(self, surface: pygame.Surface, rect: pygame.Rect, scene: Scene) -> None:
        """Paint the best map of another size as this one shows it: for a window that is dragged.

        A brighter one is let down into the night; a darker one stays dark until its map is there.
        No picture of this size is made for it: that would be one more beside all that is kept.
        """
        view, seen = View(scene.camera, rect.size), rect.clip(surface.get_rect())
        best = self._best(view, scene)
        if best is None or not seen:
            return
        self._keep(best)
        target = surface.subsurface(seen)
        target.set_clip(surface.get_clip().move(-seen.x, -seen.y))
        part = view.part((seen.x - rect.x, seen.y - rect.y), seen.size)
        flight.stretched(best.picture, best.view, target, part)
        flight.drawn_out(target, flight.covered(best.view, part), scene.inks)
        if best.scene.dim < scene.dim:
            dimmed(target, scene, (scene.dim - best.scene.dim) / (1 - best.scene.dim))

    def _keep(self, seen: Seen) -> None:
        """Keep a map at half its size, unless it is what is kept already."""
        small = flight.halved(seen.view)
        if not (self.spare and self.spare.view in (seen.view, small)) or (
            self.spare.scene != seen.scene
        ):
            picture = pygame.transform.smoothscale(seen.picture, small.size)
            self.spare = Seen(small, seen.scene, picture)

    def _best(self, view: View, scene: Scene) -> Seen | None:
        """The picture in these inks that shows most of a view.

        Of several that show as much, one with the same light, then one with the same layers; of
        these a sharp one, the last.
        """
        kept = {key: key.scene for key in self._shelf if key.scene and key.inks == scene.inks}
        worth = {key: _worth(key.view, of, view, scene) for key, of in kept.items()}
        best = max(reversed(worth), key=lambda key: worth[key], default=None)
        spare = self.spare if self.spare and self.spare.scene.inks == scene.inks else None
        if spare and (best is None or _worth(*spare[:2], view, scene) > worth[best]):
            return spare
        picture = self._shelf.get(best) if best else None
        return Seen(best.view, kept[best], picture) if best and picture else None


def _worth(its: View, of: Scene, view: View, scene: Scene) -> tuple[float, bool, bool]:
    """How well a picture stands in: what it shows of the view, its light, what lies on it."""
    return round(flight.share(its, view), 1), of.dim == scene.dim, of.layers == scene.layers
