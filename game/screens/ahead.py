"""What will soon be needed, made while nobody waits: each piece takes a few hundredths of a second.

A screen is loaded when it is first shown, so that the title comes soon. Once the title rests there
is time: then the key that leads to the next screen need not wait for it to be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from game.campaign.campaign import Campaign

MODULES = (
    "game.screens.overlay",
    "game.screens.opening",
    "game.screens.situation",
    "game.screens.telegram",
    "game.screens.encyclopaedia",
    "game.screens.pause",
    "game.screens.links",
    "game.screens.everywhere",
    "game.screens.council",
    "game.screens.decision",
    "game.simulation.arrows",
    "game.simulation.why",
    "game.playthrough.why",
    "game.playthrough.chain",
    "game.explaining",
    "game.screens.foresight",
    "game.screens.sending",
    "game.screens.consequences",
    "game.screens.record",
)
"""In the order in which they are needed; what is not here is needed late or by few."""


def pieces(campaign: Campaign) -> Iterator[None]:
    """Make one thing after the other: the screens, the links of the texts, the portraits."""
    for name in MODULES:
        import_module(name)
        yield
    from game.screens.links import links_of  # noqa: PLC0415 - see flow
    from game.screens.woodcut import woodcut  # noqa: PLC0415 - see flow

    links_of(campaign)
    yield
    for person in campaign.cast:
        woodcut(person)
        yield
