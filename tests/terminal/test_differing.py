"""Lines side by side in the terminal."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from game.simulation.arithmetic import NoValueError
from tests.terminal.typist import AGAIN, TO_RECORD, Sit

CHRONICLE = (*TO_RECORD, *AGAIN)


def test_your_line_stands_beside_historys(sit: Sit) -> None:
    """Stage by stage, with the reasons."""
    said = sit().types(*CHRONICLE, "differ").text

    assert "Yours: AA. The other: AC (history's answers)." in said
    assert "2. The second winter. Here they part." in said
    assert "both: A. Wait" in said
    assert "no axis differs" in said
    assert "the other: C. Pray" in said
    assert "Why. the dike" in said


def test_it_stands_beside_any_line_of_letters(sit: Sit) -> None:
    """In small letters too."""
    said = sit().types(*CHRONICLE, "differ ba").text

    assert "The other: BA." in said
    assert "1. The first winter. Here they part." in said
    assert "Safety: yours 2" in said


@pytest.mark.parametrize("given", ["AAA", "AX", "A"])
def test_what_is_no_line_is_told_how_to_write_one(sit: Sit, given: str) -> None:
    assert "letters such as AC" in sit().types(*CHRONICLE, f"differ {given}").text


def test_a_line_that_cannot_be_played_says_why(sit: Sit) -> None:
    said = sit().types(*CHRONICLE, "differ BB").text

    assert "BB cannot be played: " in said


def test_the_answer_that_mattered_most_is_named_for_every_axis(sit: Sit) -> None:
    said = sit().types(*CHRONICLE, "differ one").text

    assert "Safety: answer" in said
    assert "Thrift: answer" in said
    assert "Under every reading: direction" in said


@pytest.mark.parametrize("before", [(), TO_RECORD])
def test_lines_are_held_side_by_side_at_the_chronicle_only(
    sit: Sit, before: tuple[str, ...]
) -> None:
    """Earlier it would name what history did."""
    typist = sit().types(*before, "differ")

    assert "Lines are held side by side at the chronicle." in typist.text


def test_where_the_model_has_no_value_on_the_way_it_says_so(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = Mock(side_effect=NoValueError("no value there"))
    monkeypatch.setattr("game.terminal.differing.contrast", none)

    assert "no value there" in sit().types(*CHRONICLE, "differ").text
