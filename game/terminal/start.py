"""From a command line to the game in this terminal."""

from __future__ import annotations

import secrets
import shlex
from argparse import Namespace

from game.campaign.campaign import Campaign
from game.files import saves
from game.files.paths import saves as usual_saves
from game.playthrough.code import FRESH_SEEDS
from game.terminal import streams
from game.terminal.loop import Loop
from game.terminal.sitting import House


def play_in_terminal(campaign: Campaign, given: Namespace, reading: str) -> int:
    """Play in the terminal until the player leaves; return the exit status."""
    streams.forgiving()
    house = House(campaign, reading, lambda: seed_of(given), chance=given.chance)
    kept = saves.Saves(given.saves or usual_saves())
    first = f"code {given.code}" if given.code else ""
    return Loop(house, kept, streams.ends(), going_on(given), first).play()


def seed_of(given: Namespace) -> int:
    """Return the seed of a new campaign: the one that was asked for, or any."""
    return secrets.randbelow(FRESH_SEEDS) if given.seed is None else int(given.seed)


def going_on(given: Namespace) -> str:
    """Return the command that takes up the game later."""
    words = ["six-telegrams", "play", "--text"]
    for option in ("campaign", "saves"):
        value = getattr(given, option)
        words += [f"--{option}", str(value)] if value else []
    return shlex.join(words)
