"""Whole campaigns, each read once in a process: nothing changes them, so all tests share them.

What the game remembers of a campaign is then found by every test that looks at the same one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.campaign.campaign import Campaign
from game.files import paths
from game.files.folder import read_folder

HARBOUR = Path(__file__).parent / "campaigns" / "harbour"


def shipped() -> Campaign:
    """Return the campaign that comes with the game."""
    return whole(paths.campaign())


@cache
def whole(folder: Path) -> Campaign:
    """Return the campaign in a folder."""
    found = read_folder(folder)
    assert found.campaign is not None, "\n".join(map(str, found.problems))
    return found.campaign
