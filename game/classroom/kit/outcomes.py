"""What follows each response, for cards: from the same room that a screen shows.

On paper every telegram begins where history had come to: the earlier ones count as answered as they
were. What a class itself answered before is carried on by the screen only; the cards say so.
"""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.frozen import dataclass
from game.playthrough.desk import Stage
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.room.door import wall
from game.room.events import Answered, Opened, Turned
from game.room.room import Room, folded
from game.room.views import ConsequencesPage
from game.room.ways import Way


@dataclass(frozen=True, slots=True)
class Outcome:
    """One response to one telegram, and what follows it."""

    turn: int
    response: ResponseId
    page: ConsequencesPage


def opening(campaign: Campaign, turn: int) -> Opened:
    """Return how a room is opened that begins at a telegram, after history's earlier answers."""
    made = begin(campaign, chance=False)
    return Opened(
        code="KTMR",
        name="On paper",
        campaign=made.campaign,
        version=made.version,
        seed=made.seed,
        chance=False,
        reading=made.reading,
        way=Way.SLIPS,
        before=history(campaign, turn),
    )


def outcomes(campaign: Campaign, turn: int) -> tuple[Outcome, ...]:
    """Return what follows each response that may be sent when history's answers came before."""
    found = []
    for response in campaign.scenarios[turn].decision.responses:
        events = (opening(campaign, turn), Turned(Stage.DECISION), Answered(response.id))
        room = folded(events)
        if play(campaign, room.desk.playthrough).stopped is None:
            found.append(Outcome(turn, response.id, _page(campaign, room)))
    return tuple(found)


def _page(campaign: Campaign, room: Room) -> ConsequencesPage:
    page = wall(campaign, room, 0).page
    assert isinstance(page, ConsequencesPage), "an answer was just sent"
    return page
