"""What is noted while a program runs with slots in place of arrays, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from game.campaign.formula import formula
from game.simulation import chance
from game.simulation.arithmetic import python_source, value_of
from game.simulation.arrays import Values, spread_out
from game.simulation.recording import FUNCTIONS, Recording, Slot, Value, luck
from game.simulation.tape import AnyArray, Room, Tape, tape_of

A = np.array([-2.0, 0.0, 0.5, 1.0, 3.5, 80.0])
NOUGHT = np.float64(0.0)

FORMULAS = [
    "a + 2 * b - a / b",
    "a * 0 + 0 * a + 0 + a - 0 + a / 1 + a * 1 + 1 * a + (1 - a)",
    "a ** 2 + abs(a) ** 0.5 + abs(a) ** 1.5 + a ** 6 + b ** 2 + 2 ** a + a ** 9",
    "abs(a) ** 0.3 + 7 / (a + 9)",
    "(a < b) + (a <= b) + (a > b) + (a >= b) + (a == b) + (a != b) + (b > 1)",
    "a > 0 and b > 2 and a < 9",
    "a > 2 or b > 9 or a < 0",
    "b > 9 or b < 4 and b",
    "not a > 2",
    "not b",
    "when(a == 0, 7, b / a)",
    "when(b > 2, a, 0 - a) + when(b > 9, a, 2 * a)",
    "when(a > 0, log(abs(a) + (a <= 0)), 0 - 1)",
    "min(a, b, 2) + max(a, b, 0) + min(0, a) + min(0, abs(a)) + clamp(a, 1, b)",
    "min(a, a * 2, a * 3) + max(a, abs(a), 0 - 3) + max(b, 2) + min(b, 2)",
    "exp(a / 90) + sqrt(abs(a)) + exp(b)",
    "(a + b) * (a + b) + (a + b)",
]


def recorded(text: str, values: dict[str, Value]) -> Value:
    """Return what a formula is when it is computed with slots and numbers."""
    source = python_source(formula(text).tree, lambda name: f"of[{name!r}]", arrays=True)
    found: Value = eval(source, {**FUNCTIONS, "of": values})
    return found


def played(tape: Tape, *arrays: AnyArray) -> list[Values]:
    """Do what a tape says."""
    length = len(arrays[0])
    place = [np.empty(length) for _ in tape.results]
    return tape.run(arrays, place.__getitem__, Room().floats(tape.room, length))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_is_recorded_computes_what_each_number_does(text: str) -> None:
    """Whatever stays one number for all stays right too."""
    each = [value_of(formula(text), {"a": float(a), "b": 3.5}.__getitem__) for a in A]
    recording = Recording()

    with np.errstate(all="ignore"):
        result = recorded(text, {"a": recording.input(), "b": np.float64(3.5)})
        (together,) = played(tape_of(recording, [result]), A)

    assert np.broadcast_to(together, A.shape) == pytest.approx(each, rel=1e-12)


@pytest.mark.parametrize(
    "text", ["a * 0", "0 * a * 3", "min(b, a * 2)", "max(b, 0 - 1)", "when(b, a, 3)", "b / (1 + b)"]
)
def test_what_cannot_vary_stays_one_number(text: str) -> None:
    """An order that was not given, and all that follows from it."""
    values: dict[str, Value] = {"a": Recording().input(nonnegative=True), "b": NOUGHT}

    assert not isinstance(recorded(text, values), Slot)


@pytest.mark.parametrize(
    ("text", "nonnegative"),
    [
        ("a + 1", True),
        ("a - 1", False),
        ("1 - a", False),
        ("a * a / 3", True),
        ("a * (0 - 2)", False),
        ("exp(0 - a)", True),
        ("max(a - 1, 0)", True),
        ("min(a, 2)", True),
        ("min(a, a - 1)", False),
        ("when(a > 1, a, 2)", True),
        ("a > 1", True),
        ("log(a)", False),
    ],
)
def test_what_is_never_below_nought_is_known(text: str, nonnegative: bool) -> None:
    """As far as it can be seen without looking at the numbers."""
    slot = recorded(text, {"a": Recording().input(nonnegative=True)})

    assert isinstance(slot, Slot)
    assert slot.nonnegative == nonnegative


def test_the_same_thing_is_done_once() -> None:
    """However often it is asked for; and what is not asked for is not done at all."""
    recording = Recording()
    values: dict[str, Value] = {"a": recording.input()}
    twice = recorded("(a + 1) * (a + 1)", values)
    recorded("log(a)", values)

    tape = tape_of(recording, [twice])

    assert [doing.__name__ for doing, _ in tape.moves] == ["add", "multiply"]
    assert tape.room == 1


def test_a_result_may_be_asked_for_twice_or_be_what_was_given() -> None:
    """Each goes to a place of its own."""
    recording = Recording()
    slot = recording.input()
    double = recorded("a + a", {"a": slot})

    values = played(tape_of(recording, [double, slot, NOUGHT, double]), A)

    assert [np.ndim(one) for one in values] == [1, 1, 0, 1]
    assert [one.tolist() for one in values] == [(A + A).tolist(), A.tolist(), 0.0, (A + A).tolist()]
    assert values[0] is not values[3]
    assert values[1] is not A


SEEDS = np.array([0, 1, 2, 77, 10**18 - 1, 2**63], dtype=np.uint64)
SHARES = np.array([0.0, 0.2, 0.5, 0.8, 1.0, 1.5])
LUCKY = [("noise", 5), ("chance", 6)]


def of_each(ones: Sequence[chance.Luck]) -> list[list[float]]:
    """Return a noise and a chance as single playthroughs draw them in month 3."""
    pairs = list(zip(ones, SHARES.tolist(), strict=True))
    return [
        [one.noise(5, 3)(share) for one, share in pairs],
        [one.chance(6, 3)(share) for one, share in pairs],
    ]


def test_each_seed_has_its_own_luck() -> None:
    """Bit by bit that of a single playthrough."""
    recording = Recording()
    seeds = (recording.input(), recording.input(), recording.input())
    size = recording.input()

    results = [draw(size) for draw in luck(seeds, LUCKY, 3)]
    words = Room().words(len(SEEDS))
    found = played(tape_of(recording, results), spread_out(SEEDS), *words, SHARES)

    assert [one.tolist() for one in found] == of_each([chance.Luck(int(seed)) for seed in SEEDS])


@pytest.mark.parametrize("seed", [None, 77])
def test_one_luck_may_hold_for_all(seed: int | None) -> None:
    """Or none: then everything is as it must be expected."""
    recording = Recording()
    size = recording.input()
    one = chance.Luck(seed or 0, on=seed is not None)

    results = [draw(size) for draw in luck(seed, LUCKY, 3)]
    found = played(tape_of(recording, results), SHARES)

    expected = of_each([one] * len(SHARES))
    assert [np.broadcast_to(values, SHARES.shape).tolist() for values in found] == expected


def test_without_a_deviation_nothing_is_drawn() -> None:
    """Nor without a chance."""
    recording = Recording()
    seeds = (recording.input(), recording.input(), recording.input())

    assert [draw(NOUGHT) for draw in luck(seeds, LUCKY, 3)] == [0.0, 0.0]
    assert recording.steps == []


def test_room_grows_with_what_needs_it() -> None:
    """Longer arrays, or more of them."""
    room = Room()

    few, many = room.floats(2, 5), room.floats(3, 9)

    assert [len(one) for one in few] == [5, 5]
    assert [len(one) for one in (*many, *room.words(9))] == [9] * 5
    assert [len(one) for one in room.floats(2, 4)] == [4, 4]
