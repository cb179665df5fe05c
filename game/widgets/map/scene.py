"""What decides how a map looks, and what a kept picture of one shows."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

import pygame

from game.frozen import dataclass
from game.widgets.map.camera import Camera, View
from game.widgets.map.colours import PLAIN, Inks
from game.widgets.map.layers import Layers


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
    is_alive: bool = False
    """Whether something moves on it while the camera stands, or is otherwise on the map beside it:
    its ground is kept for that."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a kept picture shows."""

    kind: Literal["picture", "ground", "soft", "wide"]
    """A finished map; land, sea and what stands still on them; without names and with soft edges;
    the whole theatre at half its size."""
    view: View
    scene: Scene | None = None
    """Its layers, letters and light; only for a finished map."""
    still: Layers | None = None
    """What stands still; only for the ground."""
    inks: Inks = PLAIN


def dimmed(picture: pygame.Surface, scene: Scene, share: float) -> None:
    """Let a picture down into the night of a scene, by a share of the way there."""
    if share <= 0:
        return
    light = round(255 * max(0.0, 1 - share))
    picture.fill((light, light, light), special_flags=pygame.BLEND_RGB_MULT)
    night = pygame.Color(scene.inks.night).lerp("black", max(0.0, 1 - share))
    picture.fill((night.r, night.g, night.b), special_flags=pygame.BLEND_RGB_ADD)
