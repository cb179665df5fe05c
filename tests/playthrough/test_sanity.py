"""What must hold on every line of the shipped campaign, whatever is answered and drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.model import Equation, ShownAs, Stock
from game.campaign.scenario import Command, Response
from game.campaign.words import Month, OrderId
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.replay import come_to, play
from game.simulation.chance import Luck
from game.simulation.course import Course
from game.simulation.resolve import machine, ordered, resolve
from tests.exhaustive import examples

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


@settings(max_examples=examples(40))
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
@settings(max_examples=examples(15))
def test_a_larger_commitment_never_loses_fewer_men(
    shipped: Campaign, order: str, lost: str, size: int, more: int
) -> None:
    """At no time."""
    small = ordered_course(shipped, order, size).curve(lost)
    large = ordered_course(shipped, order, size + more).curve(lost)
    assert all(b >= a - 1e-6 for a, b in zip(small, large, strict=True))


@pytest.mark.parametrize("order", ["raid_teams", "offensive"])
@given(st.floats(0, 80), st.floats(0, 40))
@settings(max_examples=examples(15))
def test_more_raids_never_mean_fewer_reprisals(
    shipped: Campaign, order: str, size: float, more: float
) -> None:
    """Nor fewer villagers killed or driven off."""
    small, large = (ordered_course(shipped, order, n, 2) for n in (size, size + more))
    for quantity in ("reprisals", "villagers_lost"):
        assert sum(large.curve(quantity)) >= sum(small.curve(quantity)) - 1e-6


@settings(max_examples=examples(25))
@given(PICKS, READINGS)
def test_every_man_who_is_sent_is_on_the_march_has_arrived_or_is_lost(
    shipped: Campaign, picks: tuple[int, ...], reading: str
) -> None:
    """Of each expedition, until the gate to the Northeast opens; and the army is its parts."""
    course = course_of(shipped, picks, reading, 1, chance=False)
    away = ("mongolia_marching", "mongolia_arrived", "parties_marching", "manchuria_marching")
    parts = ("era_home", "wall_men", "n4a_men", *away, "manchuria_men", "south_men")
    moved = ("manchuria_sent", "manchuria_lost", "mongolia_sent", "mongolia_lost")
    others = ("regulars", "small_parties", "parties_back")
    columns = {name: course.names[name] for name in (*parts, *moved, *others)}
    sent = {"manchuria": 0.0, "mongolia": 0.0}
    for row in course.rows[: Month(1945, 8).since(course.first)]:
        now = {name: row[column] for name, column in columns.items()}
        assert now["regulars"] == pytest.approx(sum(now[name] for name in parts))
        marched = now["manchuria_marching"] + now["manchuria_men"] + now["manchuria_lost"]
        assert marched == pytest.approx(sent["manchuria"], abs=1e-3)
        marched = now["mongolia_marching"] + now["mongolia_arrived"] + now["parties_marching"]
        assert marched + now["mongolia_lost"] == pytest.approx(sent["mongolia"], abs=1e-3)
        sent["manchuria"] += now["manchuria_sent"]
        parties = min(now["small_parties"], 0.01 * now["era_home"]) - now["parties_back"]
        sent["mongolia"] += now["mongolia_sent"] + parties


COMMITMENTS = {
    "mongolia_force": ("mongolia_lost", "losses_total"),
    "manchuria_force": ("manchuria_lost", "losses_total"),
    "wall_force": ("wall_lost", "losses_total"),
    "wall_post": ("wall_lost", "losses_total"),
    "small_parties": ("mongolia_lost", "losses_total"),
    "south_force": ("losses_total",),
    "offensive": ("provoked", "era_toll", "losses_total"),
    "raid_teams": ("provoked",),
}
"""What must not be less, at the chronicle, when more is sent or dared."""
SHRINKS = 1e-3
"""The part of all losses that an answer may spare later: a smaller army loses fewer men in the
years after. No single expedition is spared anything."""


@settings(max_examples=examples(30))
@given(PICKS, READINGS, st.data())
def test_an_answer_that_commits_more_never_costs_less(
    shipped: Campaign, picks: tuple[int, ...], reading: str, data: st.DataObject
) -> None:
    """Whatever else is answered: the same line, with one command of it made larger."""
    line = _line_of(shipped, picks, reading)
    given_commands = [
        (turn, number, command)
        for turn, response in enumerate(line)
        for number, command in enumerate(response.commands)
        if command.order in COMMITMENTS
    ]
    assume(given_commands)
    turn, number, command = data.draw(st.sampled_from(given_commands))
    more = replace(command, size=command.size * data.draw(st.floats(1.05, 2)))
    commands = (*line[turn].commands[:number], more, *line[turn].commands[number + 1 :])
    larger = [*line[:turn], replace(line[turn], commands=commands), *line[turn + 1 :]]
    small, large = (_answered(shipped, reading, answers) for answers in (line, larger))
    for quantity in COMMITMENTS[command.order]:
        spared = SHRINKS if quantity == "losses_total" else 1e-9
        assert _cost(large, quantity) >= _cost(small, quantity) * (1 - spared), quantity


def _line_of(campaign: Campaign, picks: tuple[int, ...], reading: str) -> list[Response]:
    """Return the responses of a line picked by numbers."""
    made = begin(campaign, chance=False, reading=reading)
    found = []
    for pick in picks:
        offers = [one for one in play(campaign, made).offers if one.refusal is None]
        found.append(offers[pick % len(offers)].response)
        made = made.answer(found[-1].id)
    return found


def _answered(campaign: Campaign, reading: str, line: list[Response]) -> Course:
    """Run the months with the commands of some responses, up to the chronicle."""
    engine, luck = machine(campaign.model, reading), Luck(1, on=False)
    state, whole = engine.begin(), None
    for scenario, response in zip(campaign.scenarios, line, strict=True):
        course, state = resolve(engine, state, scenario.month, luck)
        whole = whole.joined(course) if whole else course
        state = ordered(engine, state, response.commands)
    course, _ = resolve(engine, state, campaign.outline.chronicle, luck)
    return whole.joined(course) if whole else course


def _cost(course: Course, quantity: str) -> float:
    return sum(course.curve("reprisals")) if quantity == "provoked" else course.curve(quantity)[-1]


def test_no_answer_moves_tokyo_in_1941_by_more_than_a_few_points(shipped: Campaign) -> None:
    """Japan's choice was made for other reasons."""
    made = begin(shipped, chance=False)
    first, second = (one.decision.responses for one in shipped.scenarios[:2])
    lines = [made.answer(one.id).answer(other.id) for one in first for other in second]
    played = [one for one in (play(shipped, line) for line in lines) if not one.stopped]
    for month in (Month(1941, number) for number in range(7, 13)):
        points = [one.course.at(month, "north") for one in played]
        assert max(points) - min(points) < 4


@settings(max_examples=examples(10))
@given(PICKS, READINGS, st.integers(0, 999))
def test_a_line_replayed_gives_the_same_bytes(
    shipped: Campaign, picks: tuple[int, ...], reading: str, seed: int
) -> None:
    """Every value of every month, and the mark of every state."""
    line = tuple(one.id for one in _line_of(shipped, picks, reading))
    made = replace(begin(shipped, seed=seed, reading=reading), line=line)
    first = play(shipped, made)
    play.cache_clear()
    come_to.cache_clear()
    again = play(shipped, made)

    assert repr(again.course.rows) == repr(first.course.rows)
    assert [one.fingerprint for one in again.steps] == [one.fingerprint for one in first.steps]


@pytest.mark.parametrize("reading", ["record", "popular", "moscow"])
def test_history_is_not_the_best_on_every_axis(shipped: Campaign, reading: str) -> None:
    """There is no winning answer."""
    made = replace(begin(shipped, chance=False, reading=reading), line=history(shipped))
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
