"""What moves on a map, shape by shape: from picture to picture only what changed is drawn anew."""

from __future__ import annotations

from collections.abc import Generator

import pygame

from game.widgets.map import overlay, svg
from game.widgets.map.camera import View
from game.widgets.map.colours import Inks
from game.widgets.map.layers import Layers

SLICE = 20_000
"""Letters of shapes that are drawn at a time: some milliseconds of work."""

Shape = tuple[pygame.Surface, tuple[int, int]]
"""A picture with transparency, and where its corner goes."""


VIEWS = 2
"""Maps whose shapes are remembered: no screen on which something moves has more."""


class Moving:
    """The shapes of the last views as they were drawn last."""

    def __init__(self) -> None:
        self._seen: dict[tuple[View, Inks], dict[Layers, Shape | None]] = {}

    def drawn(self, layers: Layers, view: View, inks: Inks) -> Generator[None, None, list[Shape]]:
        """Return all shapes that move and are in sight, lowest first, drawn slice by slice."""
        known = self._seen.get((view, inks), {})
        shapes: dict[Layers, Shape | None] = {}
        letters = 0
        for single in overlay.singles(layers.moving()):
            if single in known:
                shapes[single] = known[single]
                continue
            found = overlay.piece(single, view, inks)
            shapes[single] = svg.cropped(*found) if found else None
            letters += sum(map(len, found[0])) if found else 0
            if letters > SLICE:
                letters = 0
                yield
        self._keep((view, inks), shapes)
        return [shape for shape in shapes.values() if shape]

    def _keep(self, of: tuple[View, Inks], shapes: dict[Layers, Shape | None]) -> None:
        """Remember the shapes of a view, and those of the views before it as far as they go."""
        self._seen.pop(of, None)
        self._seen[of] = shapes
        while len(self._seen) > VIEWS:
            del self._seen[next(iter(self._seen))]
