"""Formulas as other programs write them."""

from __future__ import annotations

import pytest

from game.campaign.formula import formula
from game.export.equations import number, plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a + 2 * b", "(A + (2 * B))"),
        ("a ** 2", "(A ^ 2)"),
        ("min(a, b, 3)", "MIN(A, MIN(B, 3))"),
        ("clamp(a, 0, 1)", "MIN(MAX(A, 0), 1)"),
        ("log(a)", "LN(A)"),
        ("when(a >= b, 1, b)", "(IF (A >= B) THEN 1 ELSE B)"),
        ("when(a, 1, 2)", "(IF (A <> 0) THEN 1 ELSE 2)"),
        ("a != b", "(IF (A <> B) THEN 1 ELSE 0)"),
        ("when(a and not b == 1, 1, 2)", "(IF ((A <> 0) AND (NOT (B = 1))) THEN 1 ELSE 2)"),
        ("noise(a)", "0"),
        ("chance(a)", "MIN(MAX(A, 0), 1)"),
    ],
)
def test_a_formula_is_written_in_the_notation_of_xmile(text: str, written: str) -> None:
    """Draws stand at their expected values."""
    assert number(formula(text, luck=True).tree, str.upper) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a and 1 / a > 2", "(IF (A <> 0) THEN (IF ((1 / A) > 2) THEN 1 ELSE 0) ELSE 0)"),
        ("a or 1 / a > 2", "(IF (A <> 0) THEN 1 ELSE (IF ((1 / A) > 2) THEN 1 ELSE 0))"),
    ],
)
def test_a_guard_still_guards(text: str, written: str) -> None:
    """Other programs may compute both sides of an `and`; we do not."""
    tree = formula(f"when({text}, 1, 0)").tree

    assert number(tree, str.upper) == f"(IF ({written} > 0) THEN 1 ELSE 0)"


@pytest.mark.parametrize("value", [0.0, 3.0, 0.1, 1e-7, 123456789.25, 1e15])
def test_a_number_is_read_as_it_was(value: float) -> None:
    """To the last bit."""
    assert float(plain(value)) == value
