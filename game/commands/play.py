"""`play`: the game in a window, or in the terminal."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from game.campaign.campaign import Campaign


def run(given: Namespace) -> int:
    """Play until the player leaves; return the exit status."""

    @lru_cache(maxsize=1)
    def read() -> tuple[Campaign, str]:
        from game.commands.campaigns import load, reading_of  # noqa: PLC0415 - a window comes first

        campaign = load(given.campaign)
        return campaign, reading_of(campaign, given)

    if given.code:
        _refuse_none(read()[0], given.code)
    if given.text:
        from game.terminal.start import play_in_terminal  # noqa: PLC0415 - only what is used is read

        return play_in_terminal(read()[0], given, read()[1])
    named = bool(given.code) or given.campaign is not None or given.reading is not None
    if named:
        read()  # a wrong name is told before a window opens
    from game.window.play import play_in_window, with_code  # noqa: PLC0415 - the terminal needs no pygame

    return play_in_window(
        read,
        cover=not named,
        saves=given.saves,
        seed=given.seed,
        chance=given.chance,
        first=with_code(given.code),
    )


def _refuse_none(campaign: Campaign, code: str) -> None:
    """Tell a wrong run code before anything opens.

    Raises:
        Refused: when it is none of this campaign.
    """
    from game.commands.lines import decoded  # noqa: PLC0415 - only what is used is read

    decoded(campaign, code)
