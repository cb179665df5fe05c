"""Signs as a printer sets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.punctuation import printed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Yan'an", "Yan’an"),
        ("the soldiers' food", "the soldiers’ food"),
        ("'3ET3' is no code", "‘3ET3’ is no code"),
        ("(the 'popular' story)", "(the ‘popular’ story)"),
    ],
)
def test_an_apostrophe_is_curved_and_a_quotation_opens_and_closes(typed: str, shown: str) -> None:
    assert printed(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("1941-1943", "1941–1943"), ("1940-41 fewer", "1940–41 fewer"), ("(1945-49)", "(1945–49)")],
)
def test_between_two_years_stands_a_dash(typed: str, shown: str) -> None:
    assert printed(typed) == shown


@pytest.mark.parametrize(
    "text", ["1941-07", "1941-07-02", "2345-6789-WXYZ", "8ET3-8WPH", "old-fashioned", "pp. 12-34"]
)
def test_months_days_codes_and_words_keep_their_hyphens(text: str) -> None:
    assert printed(text) == text


@given(st.text(alphabet="a '-1945(") | st.text())
def test_one_character_stands_for_one_and_twice_is_as_once(text: str) -> None:
    shown = printed(text)
    assert len(shown) == len(text)
    assert printed(shown) == shown
