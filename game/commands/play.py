"""`play`: the game in a window, or in the terminal."""

from __future__ import annotations

from argparse import Namespace

from game.commands.campaigns import load, reading_of


def run(given: Namespace) -> int:
    """Play until the player leaves; return the exit status."""
    campaign = load(given.campaign)
    reading = reading_of(campaign, given)
    if given.text:
        from game.terminal.start import play_in_terminal  # noqa: PLC0415 - only what is used is read

        return play_in_terminal(campaign, given, reading)
    from game.window import play_in_window  # noqa: PLC0415 - the terminal needs no pygame

    return play_in_window(
        campaign, saves=given.saves, seed=given.seed, chance=given.chance, reading=reading
    )
