"""Every line under every reading, counted and compared in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

from game.atlas.answers import lines_at_most
from game.atlas.counts import Counts
from game.atlas.rivals import Behind, Rivals, behind
from game.atlas.walk import Walked, roam, walk
from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.frozen import dataclass

Watch = Callable[[str, float], None]
"""Is told what was walked, and which share of the whole that is."""
OFTEN = 1000
"""Lines between two such words."""
SEEDS = range(1, 4097)
"""Playthroughs with chance on, a reading: what only luck brings is looked for in them."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the lines of a campaign come to."""

    readings: dict[Id, Counts]
    """Every line, chance off, under each reading."""
    lucky: Counts
    """Some lines with chance on, under all readings."""
    behind: tuple[Behind, ...]
    """Responses that are behind another under every reading, chance off."""

    @property
    def whole(self) -> Counts:
        """Return the counts of all readings together, chance off."""
        return reduce(Counts.joined, self.readings.values())

    @property
    def met(self) -> Counts:
        """Return the counts of everything that was walked."""
        return self.whole.joined(self.lucky)

    def most_to(self, ending: Id) -> int:
        """Return how many lines lead to an ending, under the reading where most do."""
        return max(one.endings[ending] for one in self.readings.values())


def survey(campaign: Campaign, watch: Watch) -> Survey:
    """Walk every line under every reading, and some with chance on.

    Raises:
        EndlessError: when a quantity of a line has no finite value.
        StrandedError: when every response to a telegram is closed on a line.
    """
    readings, leads, lucky = campaign.model.readings, [], Counts()
    counts_of: dict[Id, Counts] = {}
    for number, reading in enumerate(readings):

        def told(lines: int, name: str = reading.id, done: int = number) -> None:
            part = (done + lines / lines_at_most(campaign)) / len(readings)
            watch(f"{name}: {lines:,} lines walked", part)

        counts, rivals = Counts(), Rivals(campaign)
        for one in _watched(walk(campaign, reading.id), told):
            counts.add(one)
            rivals.add(one)
        counts_of[reading.id] = counts
        leads.append(rivals.finish())
        for one in roam(campaign, reading.id, SEEDS):
            lucky.add(one)
    return Survey(counts_of, lucky, tuple(behind(leads)))


def _watched(lines: Iterator[Walked], told: Callable[[int], None]) -> Iterator[Walked]:
    for number, one in enumerate(lines, 1):
        yield one
        if number % OFTEN == 0:
            told(number)
