"""Every line under every reading, counted and compared in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

from game.atlas.counts import Counts
from game.atlas.rivals import Behind, Rivals, behind
from game.atlas.walk import Walked, walk
from game.campaign.campaign import Campaign
from game.campaign.words import Id

Watch = Callable[[str, int], None]
"""Is told the reading and how many of its lines were walked, now and then."""
OFTEN = 5000
"""Lines between two such words."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What all lines of a campaign come to, chance off."""

    readings: dict[Id, Counts]
    behind: tuple[Behind, ...]
    """Responses that are behind another under every reading."""

    @property
    def whole(self) -> Counts:
        """Return the counts of all readings together."""
        return reduce(Counts.joined, self.readings.values())

    def most_to(self, ending: Id) -> int:
        """Return how many lines lead to an ending, under the reading where most do."""
        return max(one.endings[ending] for one in self.readings.values())


def survey(campaign: Campaign, watch: Watch) -> Survey:
    """Walk every line under every reading.

    Raises:
        EndlessError: when a quantity of a line has no finite value.
    """
    counts_of, leads = {}, []
    for reading in campaign.model.readings:
        counts, rivals = Counts(), Rivals(campaign)
        for one in _watched(walk(campaign, reading.id), reading.id, watch):
            counts.add(one)
            rivals.add(one)
        counts_of[reading.id] = counts
        leads.append(rivals.finish())
    return Survey(counts_of, tuple(behind(leads)))


def _watched(lines: Iterator[Walked], reading: str, watch: Watch) -> Iterator[Walked]:
    number = 0
    for number, one in enumerate(lines, 1):
        yield one
        if number % OFTEN == 0:
            watch(reading, number)
    watch(reading, number)
