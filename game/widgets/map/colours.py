"""The colours of the map: the look's tokens, and a set with more contrast."""

from __future__ import annotations

from typing import NamedTuple

from game.widgets.map.layers import Tone


class Inks(NamedTuple):
    """Everything the map is printed with, as `#rrggbb`."""

    ink: str = "#1d1713"
    land: str = "#d9c69b"
    sea: str = "#20302f"
    wave: str = "#35504e"
    sleeper: str = "#c9b78e"
    """The light between the rails of a double railway."""
    pale: str = "#cdbb92"
    """Names on the sea."""
    night: str = "#15110e"
    red: str = "#a8281e"
    ochre: str = "#c08a2e"
    moss: str = "#55682c"
    pine: str = "#3b4a19"
    """Names on moss."""
    slate: str = "#3f6084"
    muted: str = "#54472f"

    def tone(self, tone: Tone) -> str:
        """Return a colour by its name."""
        return str(getattr(self, tone))


PLAIN = Inks()
STARK = Inks(
    ink="#000000", land="#fbf3dd", sea="#061312", wave="#2c4a47", sleeper="#fbf3dd",
    pale="#ffffff", night="#000000", red="#a0140c", ochre="#e09a20", moss="#37500f",
    pine="#1f2f05", slate="#204a78", muted="#2a2118",
)  # fmt: skip
