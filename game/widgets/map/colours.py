"""The colours of the map, as the look's tokens give them."""

from __future__ import annotations

from game.widgets.map.layers import Tone

INK = "#1d1713"
LAND = "#d9c69b"
SEA = "#20302f"
WAVE = "#35504e"
SLEEPER = "#c9b78e"
NIGHT = "#15110e"

TONES: dict[Tone, str] = {
    "ink": INK,
    "red": "#a8281e",
    "ochre": "#c08a2e",
    "moss": "#55682c",
    "slate": "#3f6084",
    "muted": "#54472f",
}
