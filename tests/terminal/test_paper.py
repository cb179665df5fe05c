"""Wrapping and pages."""

from __future__ import annotations

import hypothesis.strategies as some
import pytest
from hypothesis import example, given

from game.terminal.paper import NARROWEST, WIDEST, Paper, columns, fit, pages, passage, wrap


@given(some.text(), some.integers(2, 100))
@example(" 毛", 2)
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert max(map(columns, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_leading_spaces_are_kept_on_every_line() -> None:
    assert wrap("    one two three", 10) == ["    one", "    two", "    three"]


def test_chinese_characters_take_two_columns() -> None:
    assert wrap("毛泽东毛泽东", 8) == ["毛泽东毛", "泽东"]


@pytest.mark.parametrize(
    ("columns", "lines", "paper"),
    [
        (None, None, Paper(WIDEST, 0)),
        (0, 0, Paper(WIDEST, 0)),
        (200, 24, Paper(WIDEST, 21)),
        (3, 2, Paper(NARROWEST, 8)),
    ],
)
def test_a_terminal_of_any_size_gives_paper(
    columns: int | None, lines: int | None, paper: Paper
) -> None:
    assert fit(columns, lines) == paper


def test_a_passage_is_not_parted_unless_it_must_be() -> None:
    found = pages([passage("a", "b"), passage("c", "d"), passage(*"efghijkl")], Paper(20, 5))

    assert found == [["a", "b", ""], ["c", "d", ""], [*"efghijkl", ""]]


def test_paper_without_end_is_one_page() -> None:
    assert len(pages([passage("a")] * 100, Paper(20, 0))) == 1
