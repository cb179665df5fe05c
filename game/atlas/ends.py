"""Where lines end, as columns of numbers: every line, an even part of them, or a sample.

Up to `WALKED` lines are walked. Of more, answers are drawn from what is open, telegram by telegram.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.atlas.answers import WALKED, Answers, lines_at_most
from game.atlas.batch import Batch, advance, open_to, root
from game.atlas.columns import Numbers, whole
from game.atlas.ground import Ground, ground_of
from game.atlas.walk import finished, measured, wandered
from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.simulation.arrays import Floats

MOST = 50_000
"""Lines that are kept; of more every second is left out, or every fourth, and so on."""
TOGETHER = 2048
"""Lines in a batch: half as many as in a walk, for a third less memory."""
SAMPLE = 20_000
"""Lines of such a sample."""
Watch = Callable[[float], None]
"""Is told now and then which part is done."""


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Some lines of a campaign under one reading, and where they end, luck left out."""

    answers: NDArray[np.int8]
    """The number of each response, from 0: (line, telegram)."""
    endings: NDArray[np.int64]
    """The number of each line's ending."""
    figures: Floats
    """(figure, line): the axes in the campaign's order; then for each indicator in turn its value
    at the chronicle, its least and its greatest value since the first telegram."""
    lines: int
    """How many lines there are; if they were drawn, how many there are at most."""
    is_drawn: bool = False
    """Whether they are a sample, drawn by lot."""

    def picked(self, lines: slice | Numbers) -> Ends:
        """Return some of the lines."""
        found = self.answers[lines], self.endings[lines], self.figures[:, lines]
        return Ends(*found, self.lines, self.is_drawn)

    def joined(self, *others: Ends | None) -> Ends:
        """Return these lines and others, each once."""
        both = [self, *(one for one in others if one is not None)]
        answers = np.concatenate([one.answers for one in both])
        _, first = np.unique(answers, axis=0, return_index=True)
        return Ends(
            answers,
            np.concatenate([one.endings for one in both]),
            np.concatenate([one.figures for one in both], axis=1),
            self.lines,
            self.is_drawn,
        ).picked(np.sort(first))


def ends(campaign: Campaign, reading: str, watch: Watch) -> Ends:
    """Return where the lines of a campaign end.

    Raises:
        UnknownReadingError, EndlessError, StrandedError: as `walk`.
    """
    ground = ground_of(campaign, reading, None)
    if lines_at_most(campaign) > WALKED:
        return sampled(ground, SAMPLE, watch)
    return thinned(_told(ground, finished(ground, TOGETHER), watch), MOST)


def _told(ground: Ground, batches: Iterable[Batch], watch: Watch) -> Iterator[Ends]:
    """Yield where the lines of some batches end; each batch tells how far a walk has come."""
    sizes = [len(one.scenario.decision.responses) for one in ground.turns]
    for batch in batches:
        yield _ends_of(ground, batch)
        part = 0.0
        for size, given in zip(reversed(sizes), reversed(batch.choices[:, -1]), strict=True):
            part = (part + given) / size
        watch(float(part))


def thinned(parts: Iterable[Ends], most: int) -> Ends:
    """Return all lines of a walk, or every second, every fourth and so on, up to `most`."""
    kept: list[Ends] = []
    step, lines = 1, 0
    for part in parts:
        kept.append(part.picked(slice(-lines % step, None, step)))
        lines += len(part.endings)
        while (lines - 1) // step >= most:
            kept, step = [_whole(kept).picked(slice(None, None, 2))], 2 * step
    found = _whole(kept)
    return Ends(found.answers, found.endings, found.figures, lines)


def _whole(parts: Sequence[Ends]) -> Ends:
    return Ends(
        np.concatenate([one.answers for one in parts]),
        np.concatenate([one.endings for one in parts]),
        np.concatenate([one.figures for one in parts], axis=1),
        parts[0].lines,
    )


def sampled(ground: Ground, count: int, watch: Watch) -> Ends:
    """Return `count` lines at most, drawn telegram by telegram from what is open; each once."""
    parts = []
    for start in range(0, count, TOGETHER):
        seeds = np.arange(start + 1, min(start + TOGETHER, count) + 1, dtype=np.uint64)
        parts.append(_ends_of(ground, wandered(ground, seeds)))
        watch(min(start + TOGETHER, count) / count)
    first = Ends(
        parts[0].answers,
        parts[0].endings,
        parts[0].figures,
        lines_at_most(ground.campaign),
        is_drawn=True,
    )
    return first.joined(*parts[1:])


def along(campaign: Campaign, reading: str, lines: Iterable[Answers]) -> Ends | None:
    """Return where some whole lines end, of those that can be played; none if none can."""
    ground = ground_of(campaign, reading, None)
    wanted = np.array(sorted(set(lines)), dtype=np.int64)
    with np.errstate(all="ignore"):
        batch = root(ground, len(wanted))
        for turn in range(len(ground.turns) if len(wanted) else 0):
            are_open = open_to(ground, batch)[np.arange(len(wanted)), wanted[:, turn]]
            kept = np.flatnonzero(are_open)
            wanted = wanted[kept]
            if not len(kept):
                break
            batch = advance(ground, batch, kept, wanted[:, turn], brief=True)
    return _ends_of(ground, batch) if len(wanted) else None


def _ends_of(ground: Ground, batch: Batch) -> Ends:
    """Return where the lines of a batch end that has answered every telegram."""
    lines = batch.choices.shape[1]
    endings, axes = measured(ground, batch)
    shown = zip(batch.shown, batch.least, batch.most, strict=True)
    columns = [*axes, *(one for three in shown for one in three)]
    figures = np.array([whole(one, lines) for one in columns]).reshape(len(columns), lines)
    return Ends(batch.choices.T.astype(np.int8), endings, figures, lines)
