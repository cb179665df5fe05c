"""A line of play that can be run in another world, under another assumption, with more orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.playthrough.playthrough import Playthrough, begin
from game.playthrough.replay import play
from game.playthrough.schedule import schedule
from game.simulation.chance import Luck
from game.simulation.course import Course
from game.simulation.resolve import Active, Machine, machine, resolve

UNTIL = Month(1948, 12)


@dataclass(frozen=True, repr=False)
class Line:
    """A line of play as it is run."""

    engine: Machine
    given: tuple[Active, ...]

    def run(self, *more: Active) -> Course:
        """Run the months, with more commands if there are any."""
        state = replace(self.engine.begin(), active=self.given + more)
        return resolve(self.engine, state, UNTIL, Luck(1, on=False))[0]

    def order(self, name: str, size: float, first: Month, months: int = 1) -> Active:
        """Return a command."""
        columns = [str(one.id) for one in self.engine.model.orders]
        return Active(columns.index(name), first, first.plus(months), size)

    def with_series(self, name: str, change: Callable[[float, Month], float]) -> Line:
        """Return the line in another world."""
        model = self.engine.model
        column = [str(one.id) for one in model.series].index(name)
        table = tuple(
            (*row[:column], change(row[column], model.first.plus(n)), *row[column + 1 :])
            for n, row in enumerate(self.engine.series)
        )
        return Line(replace(self.engine, series=table), self.given)

    def with_parameter(self, name: str, times: float) -> Line:
        """Return the line under another assumption."""
        known = [str(one.id) for one in self.engine.model.parameters]
        values = tuple(
            value * times if one == name else value
            for one, value in zip(known, self.engine.parameters, strict=True)
        )
        return Line(replace(self.engine, parameters=values), self.given)


def line_of(campaign: Campaign, picks: tuple[int, ...], reading: str) -> Line:
    """Return a line picked by numbers, taking the next open response where one is closed."""
    made = begin(campaign, chance=False, reading=reading)
    for pick in picks:
        offers = [one for one in play(campaign, made).offers if one.refusal is None]
        made = made.answer(offers[pick % len(offers)].response.id)
    return line_as(campaign, made)


def line_as(campaign: Campaign, made: Playthrough) -> Line:
    """Return a playthrough as it is run, without chance."""
    engine = machine(campaign.model, made.reading)
    return Line(engine, schedule(campaign, engine, made.line))
