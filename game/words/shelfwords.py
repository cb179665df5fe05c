"""What is said of saves on the shelf, and of how much was seen."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.playthrough.coverage import Coverage
from game.playthrough.glance import Glance
from game.words import wording


def told(campaign: Campaign, one: Glance) -> str:
    """Return the ending of a save if it is over, its run code, and what has changed since."""
    ending = str(one.reached.ending.title) if one.reached else ""
    changed = " ".join(wording.notice(campaign, notice, one.desk) for notice in one.notices)
    return " · ".join(filter(None, (ending, one.code, changed)))


def seen_so_far(found: Coverage) -> str:
    """Return how much was seen, as counts that give nothing away."""
    answers = found.answers_in_all
    endings = f"{found.endings.seen} of {found.endings.of} endings"
    return f"Seen so far: {endings}, {answers.seen} of {answers.of} answers given."
