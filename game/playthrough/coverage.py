"""What a player has seen of a campaign so far, counted without giving away what is left."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.playthrough.desk import Desk, Stage
from game.playthrough.replay import play
from game.playthrough.resume import resume


@dataclass(frozen=True, slots=True)
class Seen:
    """Answers given and endings reached, by their ids."""

    answers: frozenset[str] = frozenset()
    """Each as `scenario/response`."""
    endings: frozenset[str] = frozenset()

    def __or__(self, other: Seen) -> Seen:
        """Return what was seen in either."""
        return Seen(self.answers | other.answers, self.endings | other.endings)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    seen: int
    of: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a campaign was seen."""

    endings: Share
    answers: tuple[Share, ...]
    """For each telegram."""

    @property
    def answers_in_all(self) -> Share:
        """Of all telegrams together."""
        return Share(sum(one.seen for one in self.answers), sum(one.of for one in self.answers))


def seen_at(campaign: Campaign, desk: Desk) -> Seen:
    """Return what a desk has seen; the ending only once its chronicle was reached."""
    found = resume(campaign, desk).desk
    if found is None:
        return Seen()
    replay = play(campaign, found.playthrough)
    answers = frozenset(f"{step.scenario.id}/{step.response.id}" for step in replay.steps)
    if found.stage is not Stage.CHRONICLE or replay.reached is None:
        return Seen(answers)
    return Seen(answers, frozenset((str(replay.reached.ending.id),)))


def coverage(campaign: Campaign, seen: Seen) -> Coverage:
    """Return how much was seen of what the campaign has today."""
    endings = {str(one.id) for one in campaign.outline.endings}
    answers = [
        {f"{scenario.id}/{one.id}" for one in scenario.decision.responses}
        for scenario in campaign.scenarios
    ]
    return Coverage(
        Share(len(endings & seen.endings), len(endings)),
        tuple(Share(len(one & seen.answers), len(one)) for one in answers),
    )
