"""Whoever knows another tool's formulas is told what is written here."""

from __future__ import annotations

import pytest

from game.campaign import idioms
from game.campaign.formula import FUNCTIONS, LUCK, WINDOW, FormulaError, formula, measure


@pytest.mark.parametrize(
    ("text", "column", "what", "cure"),
    [
        ("IF THEN ELSE(a > 1, 2, 3)", 0, "IF THEN ELSE", "write when(condition, a, b)"),
        ("if_then_else(a, 2, 3)", 0, "no function", "write when(condition, a, b)"),
        ("INTEG(a, 2)", 0, "no function", "make a stock of it"),
        ("1 + SMOOTH(a, 2)", 4, "no function", "(target - itself) / months"),
        ("PULSE(3, 1)", 0, "no function", "write a series, or an order"),
        ("ln(a)", 0, "no function", "write log(a)"),
        ("round(a)", 0, "no function", "shown_as"),
        ("a ^ 2", 2, "'^' is no part", "write ** for a power"),
        ("a = b", 2, "'=' is no part", "write == to compare"),
        ("a − b", 2, "'−' is no part", "write the minus of the keyboard"),
        ("5 %", 2, "'%' is no part", "0.05 for 5 %"),
        ("(a + min(a, b)", 0, "( that is not closed", "write the )"),
        ("a + b)", 5, ") without its (", "take it out"),
        ("water level + 1", 0, "two names side by side", "underscore"),
        ("Rain * 2", 0, "'Rain' is not part", "small letters"),
        ("1 +", 0, "not a formula", "write for instance"),
    ],
)
def test_a_formula_of_another_tool_is_answered_in_place_with_a_cure(
    text: str, column: int, what: str, cure: str
) -> None:
    with pytest.raises(FormulaError) as caught:
        formula(text)

    assert what in caught.value.what
    assert cure in caught.value.cure
    assert caught.value.column == column


@pytest.mark.parametrize("function", sorted(LUCK))
def test_a_draw_in_the_wrong_place_says_where_it_may_stand(function: str) -> None:
    with pytest.raises(FormulaError, match="is not for this formula") as caught:
        measure(f"{function}(1)")

    assert "`equals`" in caught.value.cure


@pytest.mark.parametrize("function", sorted(WINDOW))
def test_a_measure_in_a_formula_says_that_a_month_is_looked_at(function: str) -> None:
    with pytest.raises(FormulaError, match="is not for this formula") as caught:
        formula(f"{function}(a) > 1", luck=True)

    assert "one month" in caught.value.cure


def test_no_word_of_another_tool_is_one_of_ours() -> None:
    assert not set(idioms.FUNCTIONS) & (set(FUNCTIONS) | set(LUCK) | set(WINDOW))
