"""Every line of a campaign, walked depth first, so that lines share their beginnings; or some.

Many lines are computed at once, in batches; at most a batch for each telegram is in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from game.atlas.batch import Answered, Batch, advance, open_to, root
from game.atlas.columns import Column, stacked, whole
from game.atlas.ground import Ground, ground_of
from game.atlas.reckoning import Curves, first_of, named
from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.simulation.arrays import drawn
from game.simulation.chance import Luck, key_of

MOST = 4096
"""Lines in a batch: enough that numpy's overhead is small, few enough for the cache."""
EXPECTED = Luck(1, on=False)
ANSWER = key_of("an answer of a line that roams")


@dataclass(frozen=True, slots=True)
class Walked:
    """One whole line and where it led."""

    answers: tuple[Answered, ...]
    ending: Id
    epilogue: tuple[Id, ...]
    axes: tuple[float, ...]
    """The value of each axis, in the campaign's order."""
    least: tuple[float, ...]
    """The least value of each indicator from the first telegram to the chronicle."""
    most: tuple[float, ...]
    """The greatest."""

    @property
    def line(self) -> tuple[ResponseId, ...]:
        """Return the responses."""
        return tuple(one.response for one in self.answers)


def lines_at_most(campaign: Campaign) -> int:
    """Return how many lines there would be if no response were ever closed."""
    return prod(len(one.decision.responses) for one in campaign.scenarios)


def walk(
    campaign: Campaign,
    reading: str | None = None,
    luck: Luck = EXPECTED,
    *,
    most: int = MOST,
) -> Iterator[Walked]:
    """Yield every line that can be played, in the order of the responses.

    Args:
        campaign: whose lines they are.
        reading: of the model; none for its first one.
        luck: when it is on, every line meets the weather of its seed.
        most: lines in a batch; fewer take less memory and more time.

    Raises:
        UnknownReadingError: when the model has no such reading.
        EndlessError: when a quantity of a line has no finite value.
        StrandedError: when every response to a telegram is closed on a line.
    """
    seed = luck.seed if luck.on else None
    ground = ground_of(campaign, reading or campaign.model.readings[0].id, seed)
    with np.errstate(all="ignore"):
        start = root(ground)
    yield from _below(ground, start, most)


def roam(campaign: Campaign, reading: str, seeds: range) -> Iterator[Walked]:
    """Yield a line for each seed, with its weather and with answers drawn from what is open.

    Raises:
        UnknownReadingError, EndlessError, StrandedError: as `walk`.
    """
    for part in (seeds[start : start + MOST] for start in range(0, len(seeds), MOST)):
        drawn_from = np.array(part, dtype=np.uint64)
        ground, every = ground_of(campaign, reading, drawn_from), np.arange(len(part))
        with np.errstate(all="ignore"):
            batch = root(ground, len(part))
            for turn in range(len(ground.turns)):
                are_open = open_to(ground, batch)
                lots = drawn(drawn_from, ANSWER, turn) % are_open.sum(axis=1).astype(np.uint64)
                chosen = np.argmax(are_open.cumsum(axis=1) > lots[:, None], axis=1)
                batch = advance(ground, batch, every, chosen)
        yield from _ended(ground, batch)


def _below(ground: Ground, batch: Batch, most: int) -> Iterator[Walked]:
    """Yield every line that begins with one of a batch's."""
    if len(batch.choices) == len(ground.turns):
        yield from _ended(ground, batch)
        return
    parents, chosen = np.nonzero(open_to(ground, batch))
    for start in range(0, len(parents), most):
        part = slice(start, start + most)
        # entered anew for each batch: a generator must not leave numpy silenced while it waits
        with np.errstate(all="ignore"):
            further = advance(ground, batch, parents[part], chosen[part])
        yield from _below(ground, further, most)


def _ended(ground: Ground, batch: Batch) -> Iterator[Walked]:
    outline, lines = ground.campaign.outline, len(batch.told)
    names = {name: column for column, name in enumerate(ground.kept)}
    curves = Curves(names, batch.past, ground.number(outline.chronicle), lines)
    with np.errstate(all="ignore"):
        endings = first_of([curves.holds(one.when) for one in outline.endings])
        told = [curves.holds(one.when) for one in outline.epilogue]
        axes = [curves.measure(one.measure) for one in outline.axes]
    epilogues = named(stacked(told, lines), [one.id for one in outline.epilogue])
    numbers = (_by_line(one, lines) for one in (axes, batch.least, batch.most))
    for answers, ending, *rest in zip(batch.told, endings, epilogues, *numbers, strict=True):
        yield Walked(answers, outline.endings[ending].id, *rest)


def _by_line(columns: Sequence[Column], lines: int) -> list[tuple[float, ...]]:
    """Return one tuple a line out of several columns."""
    rows = stacked([whole(one, lines) for one in columns], lines)
    return list(map(tuple, rows.tolist()))
