"""Many lines that stand at the same telegram, and how they go on together.

A batch is a value: `open_to` says which answers its lines may give, `advance` carries some of them
out. All lines of a batch are computed by the same operations on columns.
"""

from __future__ import annotations

import numpy as np

from game.atlas.columns import Booleans, Numbers, Row, condition, picked, stacked
from game.atlas.ground import Ground, StrandedError, Turn
from game.atlas.reckoning import Curves, case_of, due, greatest, least, named
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.simulation.arrays import scalars


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a walked line and what followed. Lines with the same beginning share it."""

    response: ResponseId
    closed: tuple[ResponseId, ...]
    """The responses that the state forbade at this telegram."""
    happened: tuple[Id, ...]
    """The dispatches that came in the months after, in the order of the campaign's list."""
    cases: tuple[int, ...]
    """For each row of the ledger the number of its case, from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Lines that have answered the same number of telegrams."""

    told: tuple[tuple[Answered, ...], ...]
    """The answers of each line; of lines that were gone through in brief, none."""
    choices: Numbers
    """The numbers of those answers: (telegram, line)."""
    stocks: Row
    """Of the month of the next telegram."""
    present: Row
    """All that is asked for in that month, before anything is ordered in it."""
    past: tuple[Row, ...]
    """The kept quantities, for each month before it, or at the end for every month."""
    fired: Booleans
    """Which happenings have come: (happening, line)."""
    least: Row
    """The least value of each indicator since the first telegram, up to the chronicle."""
    most: Row
    """The greatest."""
    shown: Row
    """The indicators in the month of the next telegram, or at the chronicle."""


def root(ground: Ground, lines: int = 1) -> Batch:
    """Return lines that have answered nothing yet; more than one if each has its own seed."""
    stocks: Row = scalars(ground.engine.begin().stocks)
    choices = np.zeros((0, lines), dtype=np.int64)
    start = ground.number(ground.turns[0].window.first)
    past = []
    for number in range(start):
        row, stocks = ground.month(number, stocks, choices)
        past.append(_kept(ground, row))
    present, _ = ground.month(start, stocks, choices)
    fired = np.zeros((len(ground.campaign.outline.happenings), lines), dtype=np.bool_)
    shown = _shown(ground, present)
    return Batch(((),) * lines, choices, stocks, present, tuple(past), fired, shown, shown, shown)


def open_to(ground: Ground, batch: Batch) -> Booleans:
    """Return which responses are open: (line, response).

    Raises:
        StrandedError: when all are closed on a line.
    """
    scenario, lines = ground.turns[len(batch.choices)].scenario, batch.choices.shape[1]
    are_open = np.ones((lines, len(scenario.decision.responses)), dtype=np.bool_)
    for number, response in enumerate(scenario.decision.responses):
        for one in response.requires:
            are_open[:, number] &= condition(one.that, ground.names, batch.present, lines)
    some = are_open.any(axis=1)
    if not some.all():
        raise StrandedError(scenario, ground.line(batch.choices[:, np.argmin(some)]))
    return are_open


def advance(
    ground: Ground, batch: Batch, parents: Numbers, chosen: Numbers, *, brief: bool = False
) -> Batch:
    """Return the lines that go on from the lines `parents` with the responses `chosen`.

    Args:
        ground: what is walked.
        batch: lines that have answered one telegram less.
        parents: the number of the line each goes on from.
        chosen: the number of the response each gives.
        brief: leave out what is told of the way: dispatches, cases, closed responses.

    Raises:
        EndlessError: when a quantity of one of them has no finite value.
    """
    turn = ground.turns[len(batch.choices)]
    choices = np.vstack([batch.choices[:, parents], chosen])
    rows, stocks = _months(ground, turn, choices, picked(batch.stocks, parents))
    window = rows[: turn.window.last.since(turn.window.first) + 1]
    fired = batch.fired[:, parents]
    told: tuple[tuple[Answered, ...], ...] = ()
    if not brief:
        came = due(ground, window[1:], turn.window.first.plus(1), len(parents)) & ~fired
        told = _told(ground, batch, (parents, chosen), (came, window))
        fired = fired | came
    is_last = len(choices) == len(ground.turns)
    new = (_kept(ground, row) for row in (rows if is_last else rows[:-1]))
    shown = [_shown(ground, row) for row in window]
    return Batch(
        told,
        choices,
        stocks,
        rows[-1],
        (*(picked(row, parents) for row in batch.past), *new),
        fired,
        tuple(map(least, picked(batch.least, parents), *shown)),
        tuple(map(greatest, picked(batch.most, parents), *shown)),
        shown[-1],
    )


def _months(ground: Ground, turn: Turn, choices: Numbers, stocks: Row) -> tuple[list[Row], Row]:
    """Return the rows from an answer to the month of the next telegram, and that month's stocks.

    After the last answer: to the model's last month.
    """
    is_last = len(choices) == len(ground.turns)
    last = ground.campaign.model.last if is_last else turn.window.last
    rows, before = [], stocks
    for number in range(ground.number(turn.window.first), ground.number(last) + 1):
        before = stocks
        row, stocks = ground.month(number, stocks, choices)
        rows.append(row)
    return rows, before


def _told(
    ground: Ground,
    batch: Batch,
    answers: tuple[Numbers, Numbers],
    followed: tuple[Booleans, list[Row]],
) -> tuple[tuple[Answered, ...], ...]:
    """Return the answers of each line, the new one added."""
    (parents, chosen), (came, window) = answers, followed
    scenario = ground.turns[len(batch.choices)].scenario
    curves = Curves(ground.names, window, len(window) - 1, len(parents))
    cases = [case_of(row, curves) for row in scenario.consequences.ledger]
    responses = [one.id for one in scenario.decision.responses]
    closed = named(~open_to(ground, batch)[parents], responses)
    happened = named(came.T, [one.id for one in ground.campaign.outline.happenings])
    ledger = stacked(cases, len(parents)).tolist()
    return tuple(
        (*batch.told[parent], Answered(responses[choice], shut, news, tuple(entered)))
        for parent, choice, shut, news, entered in zip(
            parents.tolist(), chosen.tolist(), closed, happened, ledger, strict=True
        )
    )


def _kept(ground: Ground, row: Row) -> Row:
    return tuple(row[ground.names[name]] for name in ground.kept)


def _shown(ground: Ground, row: Row) -> Row:
    """Return the indicators of a month."""
    return tuple(row[ground.names[one.quantity]] for one in ground.campaign.outline.indicators)
