"""A save at a glance: what today's campaign says of it, and which saves are one playthrough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.playthrough.code import code_of
from game.playthrough.coverage import Share
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import Reached, play
from game.playthrough.resume import Notice, resume


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known of a save without taking it up."""

    desk: Desk | None
    """Where play would go on, if it can be played here."""
    answers: Share
    code: str
    """Its run code; empty where it has none, or where its answers are no longer all there."""
    reached: Reached | None
    """Where it led, once its chronicle was read."""
    notices: tuple[Notice, ...]
    """What has changed since it was written."""


def glance(campaign: Campaign, desk: Desk, fingerprints: tuple[str, ...] = ()) -> Glance:
    """Return what today's campaign says of a save."""
    found = resume(campaign, desk, fingerprints)
    if found.desk is None:
        return Glance(None, Share(0, 0), "", None, found.notices)
    made = found.desk.playthrough
    over = found.desk.stage is Stage.CHRONICLE
    return Glance(
        found.desk,
        Share(len(made.line), len(campaign.scenarios)),
        code_of(campaign, made) or "" if made.line == desk.playthrough.line else "",
        play(campaign, made).reached if over else None,
        found.notices,
    )


def on_the_way(all_made: Iterable[Playthrough]) -> frozenset[Playthrough]:
    """Return every playthrough that one of these leads on from: those with fewer answers."""
    return frozenset(
        replace(one, line=one.line[:count]) for one in all_made for count in range(len(one.line))
    )
