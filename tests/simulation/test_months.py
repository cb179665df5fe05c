"""A month of many draws: what is noted once serves all that are alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.campaign.model import Model
from game.simulation import months
from game.simulation.arrays import Values
from game.simulation.months import Given, Tapes, watched
from game.simulation.recording import Value
from game.simulation.tape import Room
from tests.simulation.toys import equation, stock, toy

MODEL = toy(
    equation("sent", "min(march, barn / 10)"),
    equation("eaten", "min(1, purse)"),
    stock("barn", "50", "0 - sent - eaten"),
    stock("purse", "9", "0 - eaten"),
    orders=("march",),
)
BARN = np.array([50.0, 0.0])
NOUGHT = np.float64(0.0)


def given(barn: Values = BARN, march: Values = NOUGHT, model: Model = MODEL) -> Given:
    """Return the first month of two draws."""
    return Given(
        model=model,
        month=0,
        length=2,
        stocks=(barn, np.float64(9.0)),
        series=(),
        orders=(march,),
        parameters=(),
        seeds=None,
    )


def stocks(_: tuple[Value, ...], later: tuple[Value, ...]) -> tuple[Value, ...]:
    """Want the stocks of the next month."""
    return later


def test_only_stocks_beside_an_order_in_a_minimum_are_watched() -> None:
    """There it is good to know that they are not below nought."""
    assert watched(MODEL) == (True, False)


@pytest.mark.parametrize(
    ("barn", "signs"), [(BARN, True), (np.array([50.0, -1.0]), False), (NOUGHT, False)]
)
def test_the_sign_of_an_array_is_looked_at(barn: Values, signs: bool) -> None:
    """Numbers are known anyway."""
    assert given(barn).signs()[0] == signs


def test_a_month_like_another_is_not_recorded_again() -> None:
    """One with other numbers, or another sign, is."""
    tapes = Tapes()
    first = tapes.tape(given(), "stocks", stocks)

    assert tapes.tape(given(BARN * 2), "stocks", stocks) is first
    assert tapes.tape(given(-BARN), "stocks", stocks) is not first
    assert tapes.tape(given(march=np.float64(3.0)), "stocks", stocks) is not first
    assert tapes.tape(replace(given(), month=1), "stocks", stocks) is not first


def test_few_recordings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are made anew when they are wanted again."""
    monkeypatch.setattr(months, "MOST_TAPES", 1)
    tapes = Tapes()
    first = tapes.tape(given(), "stocks", stocks)

    tapes.tape(given(-BARN), "stocks", stocks)

    assert tapes.tape(given(), "stocks", stocks) is not first


def test_what_is_recorded_is_done_to_the_arrays() -> None:
    """An order that differs from draw to draw is an array, too."""
    some = given(march=np.array([2.0, 9.0]))
    tape = Tapes().tape(some, "stocks", stocks)

    barn, purse = some.play(tape, lambda _: np.empty(2), Room())

    assert [np.asarray(barn).tolist(), float(purse.item())] == [[47.0, -1.0], 8.0]
