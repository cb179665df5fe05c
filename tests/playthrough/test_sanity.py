"""What must hold on every line of the shipped campaign, whatever is answered and drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.model import Equation, ShownAs, Stock
from game.campaign.scenario import Command
from game.campaign.words import Month, OrderId
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.replay import play
from game.simulation.chance import Luck
from game.simulation.course import Course
from game.simulation.resolve import machine, ordered, resolve

SIGNED = {"north_pull", "kmt_pressure", "kmt_lift"}
"""Quantities that may lie below zero: balances and differences."""
PICKS = st.tuples(*[st.integers(0, 5)] * 6)
READINGS = st.sampled_from(["record", "popular", "moscow"])


def course_of(
    campaign: Campaign, picks: tuple[int, ...], reading: str, seed: int, chance: bool
) -> Course:
    """Play a line picked by numbers, taking the next open response where one is closed."""
    made = begin(campaign, seed=seed, chance=chance, reading=reading)
    for pick in picks:
        offers = [one for one in play(campaign, made).offers if one.refusal is None]
        made = made.answer(offers[pick % len(offers)].response.id)
    return play(campaign, made).course


@settings(max_examples=40)
@given(PICKS, READINGS, st.integers(0, 999), st.booleans())
def test_every_value_stays_in_its_bounds(
    shipped: Campaign, picks: tuple[int, ...], reading: str, seed: int, chance: bool
) -> None:
    """Nothing negative, shares up to one, scales up to a hundred, soldiers conserved."""
    course = course_of(shipped, picks, reading, seed, chance)
    things: tuple[Equation | Stock, ...] = (*shipped.model.equations, *shipped.model.stocks)
    for one in things:
        curve = course.curve(one.id)
        assert min(curve) >= -1e-6 or one.id in SIGNED, one.id
        assert max(curve) <= 1 + 1e-9 or one.unit != "share", one.id
        bounded = one.shown_as is ShownAs.POINTS and one.unit == "points"
        assert max(curve) <= 100 + 1e-6 or not bounded, one.id
    _conserved(course)


def _conserved(course: Course) -> None:
    names = ("regulars", "recruits", "departures", "ne_sending")
    regulars, recruits, departures, sent = map(course.curve, names)
    for month in range(len(regulars) - 1):
        moved = recruits[month] - departures[month] - sent[month]
        assert regulars[month + 1] - regulars[month] == pytest.approx(moved, abs=1)


def ordered_course(campaign: Campaign, order: str, size: float, months: int = 1) -> Course:
    """The model with one order from July 1941 on."""
    engine = machine(campaign.model, "record")
    luck = Luck(1, on=False)
    before, state = resolve(engine, engine.begin(), Month(1941, 7), luck)
    command = Command(order=OrderId(order), size=size, months=months)
    course, _ = resolve(engine, ordered(engine, state, (command,)), Month(1945, 8), luck)
    return before.joined(course)


@pytest.mark.parametrize(
    ("order", "lost"),
    [
        ("mongolia_force", "mongolia_lost"),
        ("manchuria_force", "manchuria_lost"),
        ("wall_force", "wall_lost"),
    ],
)
@given(st.integers(500, 12000), st.integers(0, 6000))
@settings(max_examples=15)
def test_a_larger_commitment_never_loses_fewer_men(
    shipped: Campaign, order: str, lost: str, size: int, more: int
) -> None:
    """At no time."""
    small = ordered_course(shipped, order, size).curve(lost)
    large = ordered_course(shipped, order, size + more).curve(lost)
    assert all(b >= a - 1e-6 for a, b in zip(small, large, strict=True))


@pytest.mark.parametrize("order", ["raid_teams", "offensive"])
@given(st.floats(0, 80), st.floats(0, 40))
@settings(max_examples=15)
def test_more_raids_never_mean_fewer_reprisals(
    shipped: Campaign, order: str, size: float, more: float
) -> None:
    """Nor fewer villagers killed or driven off."""
    small, large = (ordered_course(shipped, order, n, 2) for n in (size, size + more))
    for quantity in ("reprisals", "villagers_lost"):
        assert sum(large.curve(quantity)) >= sum(small.curve(quantity)) - 1e-6


def test_no_first_answer_moves_tokyo_by_more_than_a_few_points(shipped: Campaign) -> None:
    """Japan's choice of 1941 was made for other reasons."""
    made = begin(shipped, chance=False)
    lines = [made.answer(one.id) for one in shipped.scenarios[0].decision.responses]
    for month in (Month(1941, number) for number in (8, 9, 10)):
        points = [play(shipped, one).course.at(month, "north") for one in lines]
        assert max(points) - min(points) < 4


def test_history_is_not_the_best_on_every_axis(shipped: Campaign) -> None:
    """There is no winning answer."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    theirs = _goods(shipped, made)
    others = [
        _goods(shipped, replace(made, line=(*made.line[:turn], one.id, *made.line[turn + 1 :])))
        for turn, scenario in enumerate(shipped.scenarios)
        for one in scenario.decision.responses
    ]
    best = [max(column) for column in zip(*[one for one in others if one], strict=True)]
    assert any(top > mine for top, mine in zip(best, theirs, strict=True))


def _goods(campaign: Campaign, made: Playthrough) -> tuple[float, ...]:
    reached = play(campaign, made).reached
    signs = {"more": 1, "less": -1, "neither": 0}
    return tuple(value * signs[axis.wanted] for axis, value in reached.axes) if reached else ()
