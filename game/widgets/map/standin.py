"""What is seen of a map that is not drawn yet: the last one, stretched if it had another size."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pygame

from game.widgets.map import flight
from game.widgets.map.camera import View
from game.widgets.map.scene import Kept, Scene, dimmed
from game.widgets.shelf import Shelf


class Spare(NamedTuple):
    """A stretched map; it stands in until there is a sharp one, whatever else is dropped."""

    view: View
    scene: Scene
    """What it stands in for."""
    dim: float
    """How dark it is: darker than the scene if it was made from a darker one."""
    picture: pygame.Surface


class StandIn:
    """Finds what stands in among the pictures that are kept; keeps one that it stretched."""

    def __init__(self, shelf: Shelf[Kept]) -> None:
        self._shelf = shelf
        self.spare: Spare | None = None

    def found(self, view: View, scene: Scene, beside: int = 1) -> pygame.Surface | None:
        """A picture of this size, if possible the same one or seen from there, or one stretched.

        Args:
            view: what is to be seen.
            scene: what lies on it, and in which light.
            beside: how many maps are painted in turn, so that each stands in for itself.
        """
        kept = [key for key in self._shelf if key.kind == "picture" and key.view.size == view.size]
        near = [key for key in kept if key.view.camera == view.camera] or kept
        same = [key for key in near if key.scene and key.scene.layers == scene.layers]
        if alike := same[-1:] or near[-beside:]:
            return self._shelf.get(alike[0])
        return self._stretched(view, scene)

    def drop(self) -> None:
        """Keep no stretched one: there is a sharp one now."""
        self.spare = None

    def _stretched(self, view: View, scene: Scene) -> pygame.Surface | None:
        """The last map of another size as this one shows it: for a window that is dragged.

        A brighter one is let down into the night; a darker one stays dark until its map is there.
        """
        if self.spare and (self.spare.view, self.spare.scene) == (view, scene):
            return self.spare.picture
        best = self._best(view, scene)
        if best is None:
            return None
        its, dim, source = best
        picture = pygame.Surface(view.size)
        flight.blank(picture, scene.inks)
        flight.stretched(source, its, picture, view)
        if dim < scene.dim:
            dimmed(picture, scene, (scene.dim - dim) / (1 - dim))
        self.spare = Spare(view, scene, max(dim, scene.dim), picture)
        return picture

    def _best(self, view: View, scene: Scene) -> tuple[View, float, pygame.Surface] | None:
        """The picture in these inks that shows most of a view, and how dark it is.

        Of several that show as much, one with the same light, then one with the same layers; of
        these a sharp one, the last.
        """
        kept = {key: key.scene for key in self._shelf if key.scene and key.inks == scene.inks}
        worth = {key: _worth(key.view, of, view, scene) for key, of in kept.items()}
        best = max(reversed(worth), key=lambda key: worth[key], default=None)
        spare = self.spare
        if spare and spare.scene.inks == scene.inks:
            of_it = _worth(spare.view, replace(spare.scene, dim=spare.dim), view, scene)
            if best is None or of_it > worth[best]:
                return spare.view, spare.dim, spare.picture
        picture = self._shelf.get(best) if best else None
        return (best.view, kept[best].dim, picture) if best and picture else None


def _worth(its: View, of: Scene, view: View, scene: Scene) -> tuple[float, bool, bool]:
    """How well a picture stands in: what it shows of the view, its light, what lies on it."""
    return round(flight.share(its, view), 1), of.dim == scene.dim, of.layers == scene.layers
