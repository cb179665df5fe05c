"""What came of the estimates, beside the points that pupils had spread over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from game.campaign.campaign import Campaign
from game.campaign.scenario import Estimate
from game.campaign.words import Id
from game.playthrough.replay import Step, came_of, estimate, play
from game.room.events import PupilId
from game.room.once import once
from game.room.pupils import POINTS
from game.room.room import Room, Round
from game.room.views import Came


def came_true(campaign: Campaign, room: Room, step: Step, asked: Estimate) -> int:
    """Return the number of the answer that came true, from 0."""
    return came_of(asked, estimate(play(campaign, room.desk.playthrough), step, asked))


def expected(now: Round, asked: Estimate) -> tuple[float, ...] | None:
    """Return how the class spread its points on average, as shares of 1; nothing without any."""
    spread = [points for (_, key), points in now.points.items() if key == asked.id]
    if not spread:
        return None
    return tuple(sum(column) / (POINTS * len(spread)) for column in zip(*spread, strict=True))


def came(campaign: Campaign, room: Room, turn: int, pupil: PupilId | None) -> tuple[Came, ...]:
    """Return each estimate of an answered telegram, with a pupil's own points if one is named."""
    found = _came(campaign, room, turn)
    if pupil is None:
        return tuple(found.values())
    points = room.round_of(turn).points
    return tuple(replace(one, mine=points.get((pupil, key))) for key, one in found.items())


@once
def _came(campaign: Campaign, room: Room, turn: int) -> Mapping[Id, Came]:
    """Return each estimate of an answered telegram by its id, with nobody's own points."""
    step = play(campaign, room.desk.playthrough).steps[turn]
    now = room.round_of(turn)
    return MappingProxyType(
        {
            asked.id: Came(
                asked.ask,
                tuple(one.text for one in asked.answers),
                came_true(campaign, room, step, asked),
                None,
                expected(now, asked),
            )
            for asked in step.scenario.decision.estimates
        }
    )
