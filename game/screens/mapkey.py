"""The key of the map: every sign drawn, named and explained."""

from __future__ import annotations

from game.campaign.geography import Sign
from game.screens.cartography import AREAS, LINES
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Office
from game.widgets.map.colours import PLAIN, STARK
from game.widgets.map.key import Sample, sample
from game.widgets.map.layers import Tone
from game.words import mapwords

SAMPLES: dict[Sign, tuple[Sample, Tone | None]] = {
    Sign.HOME: ("star", "red"),
    Sign.PLACE: ("dot", "ink"),
    **{Sign(str(kind)): (drawn, None) for kind, drawn in LINES.items()},
    Sign.ROAD: ("route", "muted"),
    Sign.FRONT: ("front", "red"),
    **{Sign(str(kind)): (drawn, None) for kind, drawn in AREAS.items()},
    Sign.BASE: ("grown", "moss"),
    Sign.CUT: ("cut", "red"),
    Sign.COLUMN: ("column", "red"),
    Sign.THREAT: ("arrow", "ochre"),
}
"""From a sign to how it is drawn on the map, and in which colour."""


class KeyScreen(OverlayScreen):
    """A paper with a name of its own, so that its key also puts it away."""

    name = "key"


def key_of_the_map(office: Office) -> KeyScreen:
    """Return the paper that explains the signs of the campaign's map."""
    inks = STARK if office.settings.contrast else PLAIN
    parts = tuple(
        Told(
            row.title, f"{row.looks} {row.text}".rstrip(), drawing=sample(*SAMPLES[row.sign], inks)
        )
        for row in mapwords.key(office.campaign)
    )
    return KeyScreen(office, "The key of the map", parts)
