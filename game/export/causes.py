"""The arrows of a model, and which way each one pushes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.campaign.campaign import Campaign
from game.campaign.formula import Formula
from game.campaign.model import Equation, Model, Stock
from game.frozen import dataclass
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.simulation.course import Course
from game.simulation.plainly import Values, by_python
from game.simulation.resolve import parameters_of

EVERY = 4
"""Months between two looks at a course: an arrow's way changes slowly."""
NUDGE = 0.01
"""How far a cause is moved, as a share of the most it ever is."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A quantity whose formula names another."""

    cause: str
    effect: str


def arrows(model: Model) -> tuple[Arrow, ...]:
    """Return an arrow from each quantity to those whose formulas name it, effects in order.

    Parameters, and what a stock owes to itself, are left out: they would hide the rest.
    """
    parts = (model.orders, model.series, model.equations, model.stocks)
    known = {str(one.id) for part in parts for one in part}
    followed: tuple[Equation | Stock, ...] = (*model.equations, *model.stocks)
    return tuple(
        Arrow(cause, str(one.id))
        for one in followed
        for cause in rule_of(one).names
        if cause in known and cause != str(one.id)
    )


def rule_of(one: Equation | Stock) -> Formula:
    """Return the formula that a quantity follows: its value, or what a stock changes by."""
    return one.equals if isinstance(one, Equation) else one.change


def signs(campaign: Campaign) -> dict[Arrow, str]:
    """Return for each arrow whether more of the cause makes the effect more or less.

    `+` where it never makes it less, `−` where it never makes it more, `±` where it depends, and
    nothing where it was never felt. The formulas are asked along history's answers and along one
    line for each answer that a council could give; a stock is asked by what it changes by.
    """
    model = campaign.model
    courses = [one for one in _courses(campaign) if one.rows]
    followed: tuple[Equation | Stock, ...] = (*model.equations, *model.stocks)
    rules = {str(one.id): rule_of(one) for one in followed}
    steps = {name: NUDGE * _most(courses, name) or 1.0 for name in courses[0].names}
    moments = list(_moments(courses, parameters_of(model, model.readings[0].id)))
    return {
        one: _sign(_push(rules[one.effect], one.cause, steps[one.cause], moments))
        for one in arrows(model)
    }


def _courses(campaign: Campaign) -> Iterable[Course]:
    """Yield the course of history's line, and of a line for each place on the list of answers."""
    start = begin(campaign, chance=False)
    made = start
    for response in history(campaign):
        made = made.answer(response)
    yield play(campaign, made).course
    for number in range(max(len(one.decision.responses) for one in campaign.scenarios)):
        made = start
        for _ in campaign.scenarios:
            offers = [one for one in play(campaign, made).offers if one.refusal is None]
            made = made.answer(offers[number % len(offers)].response.id)
        yield play(campaign, made).course


def _most(courses: Sequence[Course], name: str) -> float:
    return max(abs(value) for course in courses for value in course.curve(name))


def _moments(courses: Sequence[Course], parameters: dict[str, float]) -> Iterable[Values]:
    for course in courses:
        for row in course.rows[::EVERY]:
            yield parameters | {name: row[column] for name, column in course.names.items()}


def _push(rule: Formula, cause: str, step: float, moments: Sequence[Values]) -> Iterable[float]:
    """Yield what a little more of `cause` does to a formula in each moment."""
    for values in moments:
        before = by_python(rule, values)
        pushed = by_python(rule, {**values, cause: values[cause] + step}) - before
        yield pushed if abs(pushed) > 1e-12 * (1 + abs(before)) else 0.0


def _sign(pushes: Iterable[float]) -> str:
    ways = {value > 0 for value in pushes if value}
    return {(): "", (True,): "+", (False,): "−"}.get(tuple(ways), "±")
