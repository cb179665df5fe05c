"""What a walk prepares once: the model over columns, what is ordered when, what is asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.atlas.columns import Column, Numbers, Row, whole
from game.campaign.campaign import Campaign
from game.campaign.formula import Formula, Measure
from game.campaign.scenario import Scenario
from game.campaign.words import Month, ResponseId
from game.frozen import dataclass
from game.playthrough.replay import window_of
from game.simulation.arithmetic import NoValueError
from game.simulation.arrays import Words, scalars, spread_out
from game.simulation.course import Window
from game.simulation.months import Given, Tapes, Wanted
from game.simulation.recording import total
from game.simulation.resolve import Machine, machine
from game.simulation.tape import Room

EACH = "each"
"""The luck of lines that have a seed each: what is recorded of a month holds for any seeds."""
Schedule: TypeAlias = NDArray[np.float64]
"""What the responses to a telegram order: (response, month of the model, order)."""


class EndlessError(NoValueError):
    """A quantity that has no finite value on a line."""

    def __init__(self, quantity: str, line: tuple[ResponseId, ...]) -> None:
        super().__init__(f"{quantity} has no finite value after the answers: {_listed(line)}")
        self.quantity = quantity


class StrandedError(ValueError):
    """A line on which every response to the next telegram is closed."""

    def __init__(self, scenario: Scenario, line: tuple[ResponseId, ...]) -> None:
        super().__init__(f"every response is closed after the answers: {_listed(line)}")
        self.scenario = scenario


def _listed(line: tuple[ResponseId, ...]) -> str:
    return ", ".join(line) or "none"


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One telegram, ready to be answered by many lines."""

    scenario: Scenario
    window: Window
    schedule: Schedule


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A campaign under one reading and one luck, ready to be walked."""

    campaign: Campaign
    engine: Machine
    seeds: Words | int | None
    """One for all lines, which then meet the same weather; one for each, spread out; or none."""
    names: dict[str, int]
    """From a quantity that the campaign asks for to its place in a row."""
    kept: tuple[str, ...]
    """Quantities that endings, axes and the epilogue measure over all months."""
    turns: tuple[Turn, ...]
    tapes: Tapes
    room: Room = field(default_factory=Room)

    def month(self, number: int, stocks: Row, choices: Numbers) -> tuple[Row, Row]:
        """Return the row of a month, counted from the model's first, and the next stocks.

        Raises:
            EndlessError: when a quantity has no finite value on a line.
        """
        given = Given(
            model=self.campaign.model,
            month=number,
            length=choices.shape[1],
            stocks=stocks,
            series=self.engine.series[number],
            orders=self.orders(number, choices),
            parameters=scalars(self.engine.parameters),
            seeds=self.seeds,
        )
        columns = [self.engine.names[name] for name in self.names]
        whole_sum, *found = self._computed(
            given, "month", lambda row, later: [total(row), *(row[one] for one in columns), *later]
        )
        if not np.isfinite(whole_sum).all():  # one look at all is cheaper than one at each
            self._check_finite(self._computed(given, "values", lambda row, _: row), choices)
        return tuple(found[: len(columns)]), tuple(found[len(columns) :])

    def _computed(self, given: Given, name: str, wanted: Wanted) -> list[Column]:
        tape = self.tapes.tape(given, name, wanted)
        return given.play(tape, lambda _: np.empty(given.length), self.room)

    def _check_finite(self, values: Sequence[Column], choices: Numbers) -> None:
        for name, column in self.engine.names.items():
            finite = np.isfinite(whole(values[column], choices.shape[1]))
            if not finite.all():
                raise EndlessError(name, self.line(choices[:, np.argmin(finite)]))

    def line(self, choices: Numbers) -> tuple[ResponseId, ...]:
        """Return the responses of one line."""
        given = zip(self.turns, choices.tolist(), strict=False)
        return tuple(turn.scenario.decision.responses[chosen].id for turn, chosen in given)

    def number(self, month: Month) -> int:
        """Return how many months after the model's first a month lies."""
        return month.since(self.campaign.model.first)

    def orders(self, number: int, choices: Numbers) -> list[Column]:
        """Return the size of each order in a month, for lines with the answers `choices`."""
        sizes: list[Column] = [np.float64(0.0)] * len(self.campaign.model.orders)
        for turn, chosen in zip(self.turns, choices, strict=False):
            given = turn.schedule[:, number]
            for order in np.flatnonzero(given.any(axis=0)):
                sizes[order] = sizes[order] + given[chosen, order]
        return sizes


def ground_of(campaign: Campaign, reading: str, seeds: Words | int | None) -> Ground:
    """Return a campaign ready to be walked, with one seed for all lines, one for each, or none.

    Raises:
        UnknownReadingError: when the model has no such reading.
    """
    names = {name: column for column, name in enumerate(sorted(_asked(campaign)))}
    return Ground(
        campaign,
        machine(campaign.model, reading),
        spread_out(seeds) if isinstance(seeds, np.ndarray) else seeds,
        names,
        tuple(sorted(_quantities(_summed_up(campaign)))),
        tuple(
            Turn(one, window_of(campaign, number), _schedule(campaign, one))
            for number, one in enumerate(campaign.scenarios)
        ),
        _tapes(campaign, reading, EACH if isinstance(seeds, np.ndarray) else seeds),
    )


@lru_cache(maxsize=4)
def _tapes(_campaign: Campaign, _reading: str, _luck: int | str | None) -> Tapes:
    """Return the months recorded so far: many lines are walked in parts, and some walked again."""
    return Tapes()


def _asked(campaign: Campaign) -> frozenset[str]:
    """Return every quantity that the campaign asks for beside the model."""
    asked = [*_summed_up(campaign), *(one.when for one in campaign.outline.happenings)]
    for scenario in campaign.scenarios:
        asked += _of_scenario(scenario)
    shown = {str(one.quantity) for one in campaign.outline.indicators}
    return (_quantities(asked) - {"value"}) | shown


def _summed_up(campaign: Campaign) -> Iterator[Formula | Measure | None]:
    """Yield what is asked at the end, over all months."""
    outline = campaign.outline
    yield from (one.when for one in outline.endings)
    yield from (one.when for one in outline.epilogue)
    yield from (one.measure for one in outline.axes)


def _of_scenario(scenario: Scenario) -> Iterator[Formula | Measure | None]:
    for response in scenario.decision.responses:
        yield from (one.that for one in response.requires)
    for row in scenario.consequences.ledger:
        yield row.measure
        yield from (case.when for case in row.cases)


def _quantities(asked: Iterable[Formula | Measure | None]) -> frozenset[str]:
    """Return the quantities that some formulas and measures name."""
    return frozenset(name for one in asked if one for name in one.names)


def _schedule(campaign: Campaign, scenario: Scenario) -> Schedule:
    model, responses = campaign.model, scenario.decision.responses
    columns = {order.id: column for column, order in enumerate(model.orders)}
    given = np.zeros((len(responses), model.last.since(model.first) + 1, len(columns)))
    for row, response in zip(given, responses, strict=True):
        for command in response.commands:
            start = scenario.month.since(model.first) + command.after
            row[start : start + command.months, columns[command.order]] += command.size
    return given
