"""Every line of a campaign, walked depth first, so that lines share their beginnings; or some.

Many lines are computed at once, in batches; at most a batch for each telegram is in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.atlas.batch import Answered, Batch, advance, open_to, root
from game.atlas.columns import Column, Numbers, stacked, whole
from game.atlas.ground import Ground, ground_of
from game.atlas.reckoning import Curves, first_of, named
from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.simulation.arrays import Words, drawn
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


def walk(campaign: Campaign, reading: str | None = None, luck: Luck = EXPECTED) -> Iterator[Walked]:
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
    for batch in finished(ground, MOST, brief=False):
        yield from _ended(ground, batch)


def roam(campaign: Campaign, reading: str, seeds: range) -> Iterator[Walked]:
    """Yield a line for each seed, with its weather and with answers drawn from what is open.

    Raises:
        UnknownReadingError, EndlessError, StrandedError: as `walk`.
    """
    for part in (seeds[start : start + MOST] for start in range(0, len(seeds), MOST)):
        drawn_from = np.array(part, dtype=np.uint64)
        ground = ground_of(campaign, reading, drawn_from)
        yield from _ended(ground, wandered(ground, drawn_from, brief=False))


def wandered(ground: Ground, seeds: Words, *, brief: bool = True) -> Batch:
    """Return a whole line for each seed, with answers drawn from what is open.

    Args:
        ground: the ground, whose own seeds are those of the weather.
        seeds: those of the answers.
        brief: leave out what was told on the way.
    """
    every = np.arange(len(seeds))
    with np.errstate(all="ignore"):
        batch = root(ground, len(seeds))
        for turn in range(len(ground.turns)):
            are_open = open_to(ground, batch)
            lots = drawn(seeds, ANSWER, turn) % are_open.sum(axis=1).astype(np.uint64)
            chosen = np.argmax(are_open.cumsum(axis=1) > lots[:, None], axis=1)
            batch = advance(ground, batch, every, chosen, brief=brief)
    return batch


def finished(ground: Ground, most: int, *, brief: bool = True) -> Iterator[Batch]:
    """Yield every whole line in batches of `most`; `brief` leaves out what is told of the way."""
    with np.errstate(all="ignore"):
        start = root(ground)
    yield from _below(ground, start, most, brief=brief)


def _below(ground: Ground, batch: Batch, most: int, *, brief: bool) -> Iterator[Batch]:
    """Yield every whole line that begins with one of a batch's, in batches."""
    if len(batch.choices) == len(ground.turns):
        yield batch
        return
    parents, chosen = np.nonzero(open_to(ground, batch))
    for start in range(0, len(parents), most):
        part = slice(start, start + most)
        # entered anew for each batch: a generator must not leave numpy silenced while it waits
        with np.errstate(all="ignore"):
            further = advance(ground, batch, parents[part], chosen[part], brief=brief)
        yield from _below(ground, further, most, brief=brief)


def measured(ground: Ground, batch: Batch) -> tuple[Numbers, list[Column]]:
    """Return the number of each line's ending, and each axis."""
    curves, outline = _curves(ground, batch), ground.campaign.outline
    with np.errstate(all="ignore"):
        endings = first_of([curves.holds(one.when) for one in outline.endings])
        return endings, [curves.measure(one.measure) for one in outline.axes]


def _curves(ground: Ground, batch: Batch) -> Curves:
    names = {name: column for column, name in enumerate(ground.kept)}
    chronicle = ground.number(ground.campaign.outline.chronicle)
    return Curves(names, batch.past, chronicle, batch.choices.shape[1])


def _ended(ground: Ground, batch: Batch) -> Iterator[Walked]:
    outline, lines = ground.campaign.outline, len(batch.told)
    endings, axes = measured(ground, batch)
    curves = _curves(ground, batch)
    with np.errstate(all="ignore"):
        told = [curves.holds(one.when) for one in outline.epilogue]
    epilogues = named(stacked(told, lines), [one.id for one in outline.epilogue])
    numbers = (_by_line(one, lines) for one in (axes, batch.least, batch.most))
    for answers, ending, *rest in zip(batch.told, endings, epilogues, *numbers, strict=True):
        yield Walked(answers, outline.endings[ending].id, *rest)


def _by_line(columns: Sequence[Column], lines: int) -> list[tuple[float, ...]]:
    """Return one tuple a line out of several columns."""
    rows = stacked([whole(one, lines) for one in columns], lines)
    return list(map(tuple, rows.tolist()))
