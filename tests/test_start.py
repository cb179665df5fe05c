"""The beginning of the program: without words the game, with words what they say."""

from __future__ import annotations

from argparse import Namespace

import pytest

from game import cli, start
from game.commands.carrying import ALONE


def begun(monkeypatch: pytest.MonkeyPatch, *words: str) -> dict[str, object]:
    """Return what is asked to be carried out when some words follow the program's name."""
    asked: list[Namespace] = []

    def carry_out(given: Namespace) -> int:
        asked.append(given)
        return 0

    for module in (start, cli):
        monkeypatch.setattr(module, "carry_out", carry_out)
    monkeypatch.setattr("sys.argv", ["six-telegrams", *words])

    assert start.main() == 0
    return vars(asked[0])


def test_without_words_the_game_is_played_as_after_the_word_play(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = begun(monkeypatch)

    assert alone == ALONE
    assert begun(monkeypatch, "play") == {**alone, "command": "play"}


def test_with_a_word_its_command_is_carried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert begun(monkeypatch, "schema", "there")["module"] == "schema"
