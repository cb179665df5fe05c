"""What is heard in a campaign: an ambience for each stage, and when the music darkens."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.formula import Formula
from game.frozen import dataclass


class Ambience(StrEnum):
    """What is heard around a place."""

    SILENCE = "silence"
    """Nothing."""
    CAVE = "cave"
    """A room dug into a hill: an oil lamp near, wind outside."""
    RADIO_ROOM = "radio-room"
    """A receiver: static that comes and goes, a carrier that drifts, Morse far away."""
    TELEPRINTER = "teleprinter"
    """An office: a teleprinter in the next room, in bursts, and a clock."""
    NIGHT = "night"
    """Out of doors on a summer night: crickets, air in the grass."""
    WIND = "wind"
    """Wind over bare hills, gusting, now and then a whistle."""
    SEA = "sea"
    """Waves that come in on a shore."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Which ambience is heard at which stage of a telegram."""

    situation: Ambience | None = None
    """While the dispatches are read."""
    telegram: Ambience | None = None
    """While the telegram is decoded."""
    council: Ambience | None = None
    """While the council speaks."""
    decision: Ambience | None = None
    """Until the answer is sent."""
    consequences: Ambience | None = None
    """While the months pass, and at the ledger."""
    record: Ambience | None = None
    """While the record is read."""


NOTHING_AROUND = Around()
"""What is heard where nobody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soundscape:
    """What is heard besides what happens."""

    title: Ambience = Ambience.SILENCE
    """On the title screen."""
    opening: Ambience = Ambience.SILENCE
    """On pages of the opening that have none of their own."""
    around: Around = NOTHING_AROUND
    """At the stages of every telegram; a stage that is left out is silent."""
    chronicle: Ambience = Ambience.SILENCE
    """At the end."""
    strained: Formula | None = None
    """The music is strained while this holds, of quantities that indicators show ..."""
    grave: Formula | None = None
    """... and grave while this holds, whatever the other says; else it is calm."""


SILENT = Soundscape()
"""That of a campaign that says nothing about it."""
