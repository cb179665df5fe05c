"""Answering a telegram again in the terminal."""

from __future__ import annotations

import pytest

from game.playthrough.desk import Stage
from tests.terminal.typist import AGAIN, TO_RECORD, Sit


@pytest.mark.parametrize(("typed", "line"), [("again", ("wait",)), ("again 1", ())])
def test_a_telegram_is_answered_again(sit: Sit, typed: str, line: tuple[str, ...]) -> None:
    typist = sit().types(*TO_RECORD, *AGAIN, typed)

    assert typist.desk.stage is Stage.DECISION
    assert typist.desk.playthrough.line == line
    assert "The saves of the playthrough so far stay." in typist.text


@pytest.mark.parametrize("number", ["0", "3", "x", "²"])
def test_a_telegram_that_is_not_answered_is_no_choice(sit: Sit, number: str) -> None:
    typist = sit().types(*TO_RECORD, *AGAIN, f"again {number}")

    assert typist.desk.stage is Stage.CHRONICLE
    assert "Write again and a number from 1 to 2" in typist.text


def test_nothing_is_answered_at_the_title(sit: Sit) -> None:
    assert "No telegram is answered yet." in sit().types("again").text
