"""The atlas as a table: a row for each line, of plain words and numbers."""

from __future__ import annotations

from game.atlas.answers import before, numbers_of
from game.atlas.spread import Line, Spread
from game.atlas.tally import LEVELS, at_levels
from game.atlas.walk import Walked
from game.campaign.campaign import Campaign
from game.frozen import dataclass
from game.playthrough.playthrough import letters


@dataclass(frozen=True, slots=True)
class Basis:
    """What an atlas rests on."""

    reading: str
    draws: int = 0
    """Draws of each line; without any, only expected values."""
    seed: int = 1
    """Of the first draw."""


def header(campaign: Campaign, basis: Basis) -> tuple[str, ...]:
    """Return the names of the columns."""
    axes = [str(one.id) for one in campaign.outline.axes]
    names = ["line", "answers", "version", "reading", "ending", *axes]
    if basis.draws:
        names += ["draws", "seed", "could_be_played", "same_ending"]
        names += [f"{axis}_p{round(level * 100):02d}" for axis in axes for level in LEVELS]
    return tuple(names)


def row(campaign: Campaign, basis: Basis, walked: Walked, spread: Spread | None) -> tuple[str, ...]:
    """Return the row of one line; `spread` is its draws, if there are any."""
    words = [letters(campaign, walked.line), ",".join(walked.line), str(campaign.outline.version)]
    words += [basis.reading, walked.ending, *map(_written, walked.axes)]
    if spread is not None:
        same = spread.endings.get(walked.ending, 0.0)
        words += [str(basis.draws), str(basis.seed)]
        words += [_written(float(spread.was_open.mean())), _written(same)]
        words += [_written(v) for axis in spread.axes for v in at_levels(axis, LEVELS).tolist()]
    return tuple(words)


def passed(campaign: Campaign, line: Line) -> float:
    """Return which part of all lines, open or not, comes before `line` in a walk."""
    return before(campaign, numbers_of(campaign, line))


def _written(value: float) -> str:
    return f"{value:.9g}"
