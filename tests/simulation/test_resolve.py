"""Months computed one after another."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.scenario import Command
from game.campaign.words import Month, OrderId
from game.simulation.chance import Luck
from game.simulation.program import compiled
from game.simulation.resolve import (
    Machine,
    State,
    UnknownReadingError,
    machine,
    ordered,
    parameters_of,
    resolve,
)

Change = Callable[..., Campaign]
GANGS = OrderId("gangs")
LEVY = OrderId("levy")


@pytest.fixture(scope="module")
def engine(harbour: Campaign) -> Machine:
    """The harbour's model, as the engineer reads it."""
    return machine(harbour.model, "engineer")


def test_a_stock_starts_where_the_parameter_says(engine: Machine) -> None:
    """In the model's first month."""
    state = engine.begin()

    assert state == State(Month(1900, 7), (300.0, 2_000_000.0, 60.0))


def test_a_stock_moves_by_its_change(engine: Machine) -> None:
    """Without orders the sea wears the dike down by half a centimetre a month."""
    course, state = resolve(engine, engine.begin(), Month(1900, 9), Luck(1, on=False))

    assert course.curve("crest") == (300.0, 299.5)
    assert state.stocks[0] == 299.0
    assert state.month == Month(1900, 9)


def test_an_order_works_from_its_start_for_its_duration(engine: Machine) -> None:
    """Two months after it was given, for three months."""
    command = Command(order=GANGS, size=4.0, after=2, months=3)
    state = ordered(engine, engine.begin(), (command,))

    course, later = resolve(engine, state, Month(1901, 3), Luck(1, on=False))

    assert course.curve("gangs") == (0, 0, 4, 4, 4, 0, 0, 0)
    assert later.active == ()


def test_orders_of_one_kind_add_up(engine: Machine) -> None:
    """Two commands in one month."""
    commands = (Command(order=GANGS, size=1.0), Command(order=GANGS, size=2.0))
    course, _ = resolve(
        engine, ordered(engine, engine.begin(), commands), Month(1900, 8), Luck(1, on=False)
    )

    assert course.curve("gangs") == (3.0,)


@given(st.integers(0, 10**18), st.integers(1, 29))
def test_a_run_in_two_pieces_is_the_run_in_one(harbour: Campaign, seed: int, cut: int) -> None:
    """The state is complete: what is not in it does not matter."""
    engine, luck = machine(harbour.model, "fisherman"), Luck(seed)
    start = ordered(engine, engine.begin(), (Command(order=LEVY, size=9.0, after=3, months=20),))
    whole, end = resolve(engine, start, Month(1903, 1), luck)

    before, middle = resolve(engine, start, Month(1900, 7).plus(cut), luck)
    after, same_end = resolve(engine, middle, Month(1903, 1), luck)

    assert before.joined(after) == whole
    assert same_end == end


@given(st.integers(0, 10**18), st.floats(0, 20))
def test_two_lines_with_one_seed_meet_the_same_weather(
    harbour: Campaign, seed: int, size: float
) -> None:
    """They differ by the order alone."""
    engine, luck = machine(harbour.model, "engineer"), Luck(seed)
    idle, _ = resolve(engine, engine.begin(), Month(1903, 1), luck)
    command = Command(order=GANGS, size=size, months=30)
    busy, _ = resolve(engine, ordered(engine, engine.begin(), (command,)), Month(1903, 1), luck)

    assert busy.curve("surge") == idle.curve("surge")
    assert busy.curve("storm") == idle.curve("storm")
    assert all(map(math.isfinite, busy.curve("purse")))


def test_two_seeds_meet_different_weather(engine: Machine) -> None:
    """Otherwise luck would be none."""
    one, _ = resolve(engine, engine.begin(), Month(1903, 1), Luck(1))
    two, _ = resolve(engine, engine.begin(), Month(1903, 1), Luck(2))

    assert one.curve("surge") != two.curve("surge")


def test_a_fingerprint_is_the_same_on_every_machine(engine: Machine) -> None:
    """A golden value: whoever changes it makes every save say that it leads elsewhere."""
    command = Command(order=GANGS, size=4.0, after=2, months=9)
    state = ordered(engine, engine.begin(), (command,))
    _, later = resolve(engine, state, Month(1901, 1), Luck(7))

    assert later.fingerprint() == "e5e14a19aa81"


def test_a_fingerprint_knows_the_orders_to_come(engine: Machine) -> None:
    """A hidden difference is how replays part."""
    state = engine.begin()
    later = ordered(engine, state, (Command(order=GANGS, size=4.0, after=9),))

    assert later.fingerprint() != state.fingerprint()


def test_a_fingerprint_does_not_see_the_sign_of_nought(engine: Machine) -> None:
    """-0.0 is 0.0."""
    state = engine.begin()
    ends = [replace(state, stocks=(nought, 1.0, 2.0)).fingerprint() for nought in (0.0, -0.0)]

    assert ends[0] == ends[1]


def test_a_reading_changes_its_parameters_only(harbour: Campaign) -> None:
    """The fisherman fears storms more."""
    engineer = parameters_of(harbour.model, "engineer")

    assert parameters_of(harbour.model, "fisherman") == engineer | {"storm_chance": 0.4}


def test_an_unknown_reading_is_named_with_the_known_ones(harbour: Campaign) -> None:
    """The error helps."""
    with pytest.raises(UnknownReadingError, match="'poet'; it has: engineer, fisherman"):
        machine(harbour.model, "poet")


@pytest.mark.parametrize(
    ("quantity", "values"),
    [
        ("tide", [220, 230, 240, 250, 260, 270, 280, 270, 260, 250, 240, 230, 220]),
        ("winter", [0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0]),
    ],
)
def test_a_series_is_read_between_its_points(
    engine: Machine, quantity: str, values: list[float]
) -> None:
    """Evenly or in steps; a point that is not used does not count."""
    course, _ = resolve(engine, engine.begin(), Month(1901, 8), Luck(1))

    assert course.curve(quantity) == pytest.approx(values)


def test_beyond_its_ends_a_series_keeps_the_nearest_value(changed: Change) -> None:
    """Before the first point and after the last."""
    campaign = changed("model.yaml", "first: 1900-07", "first: 1900-01")
    engine = machine(campaign.model, "engineer")
    course, _ = resolve(engine, engine.begin(), Month(1903, 1), Luck(1))

    assert course.curve("tide")[:8] == (220,) * 7 + (230,)
    assert course.curve("tide")[-12:] == (290,) * 12


def test_equations_are_sorted_by_need(harbour: Campaign) -> None:
    """Each after what it needs; the names of a month follow the file."""
    names = compiled(harbour.model).names

    assert names[:3] == ("crest", "purse", "trust")
    assert names.index("storm") < names.index("surge") < names.index("damage")


def test_every_draw_of_a_formula_is_its_own(changed: Change) -> None:
    """Two draws in one formula are told apart by their number, in stocks too."""
    campaign = changed(
        "model.yaml", "noise(surge_spread)", "noise(surge_spread) - noise(surge_spread)"
    )
    engine = machine(campaign.model, "engineer")
    course, _ = resolve(engine, engine.begin(), Month(1900, 9), Luck(3))

    assert [kind for kind, _ in engine.program.lucky] == ["chance", "noise", "noise"]
    assert len({key for _, key in engine.program.lucky}) == 3
    assert course.curve("surge")[0] != 220


def test_a_model_may_do_without_series(harbour: Campaign) -> None:
    """What is not there is not unpacked."""
    stocks = tuple(replace(one, change=one.starts) for one in harbour.model.stocks[2:])
    model = replace(harbour.model, series=(), equations=(), stocks=stocks)
    engine = machine(model, "engineer")
    course, _ = resolve(engine, engine.begin(), Month(1900, 10), Luck(1))

    assert course.curve("trust") == (60, 120, 180)
