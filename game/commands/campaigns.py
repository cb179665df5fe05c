"""Which campaign and which assumptions a command line names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.campaign.campaign import Campaign
from game.errors import Refused
from game.files import copies
from game.files.paths import campaign as shipped_campaign

if TYPE_CHECKING:
    from argparse import Namespace


def load(folder: Path | None) -> Campaign:
    """Return the campaign in `folder`, or the shipped one.

    Raises:
        Refused: when it has problems; the message lists them.
    """
    folder = folder or shipped_campaign()
    key = copies.key_of(folder)
    if known := copies.find(key):
        return known
    from game.files.folder import read_folder  # noqa: PLC0415 - a copy needs no reader

    found = read_folder(folder)
    if found.campaign is None:
        listed = "\n".join(map(str, found.problems))
        message = f"the campaign cannot be played:\n{listed}"
        raise Refused(message)
    copies.keep(key, folder, found.campaign)
    return found.campaign


def reading_of(campaign: Campaign, given: Namespace) -> str:
    """Return the reading a command line names, or the campaign's first.

    Raises:
        Refused: when there is none of that name.
    """
    known = [str(one.id) for one in campaign.model.readings]
    if given.reading is None:
        return known[0]
    if given.reading not in known:
        message = f"no reading {given.reading!r}; write one of: {', '.join(known)}"
        raise Refused(message, 2)
    return str(given.reading)
