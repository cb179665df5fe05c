"""The shelf in the terminal: names, endings, codes, and what was seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.typist import AGAIN, TO_RECORD, Sit


def test_the_list_tells_code_and_ending_and_what_was_seen(sit: Sit) -> None:
    typist = sit().types(*TO_RECORD, *AGAIN, "l")

    assert "Seen so far: 1 of 3 endings, 2 of" in typist.text
    assert "The chronicle, " in typist.last


def test_a_playthrough_is_given_a_name_and_loses_it(sit: Sit) -> None:
    typist = sit().types("", "l", "name 1 Slow and steady", "name 1")

    assert "1. Slow and steady, " in typist.text
    assert "1. Slow and steady, " not in typist.last


@pytest.mark.parametrize("typed", ["name", "name x", "name 99 Bold"])
def test_a_name_needs_the_number_of_a_save(sit: Sit, typed: str) -> None:
    assert "Write name, the number of a save, and words." in sit().types("", "l", typed).text


def test_names_are_given_in_the_list_only(sit: Sit) -> None:
    assert "name works only in the list of saves" in sit().types("", "name 1 Bold").text


def test_a_name_that_cannot_be_kept_is_told(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.files.remembered.write_whole", full)

    assert "The name could not be kept: No space" in sit().types("", "l", "name 1 Bold").text


def test_a_damaged_file_is_told_once(sit: Sit) -> None:
    typist = sit()
    typist.folder.mkdir(parents=True, exist_ok=True)
    Path(typist.folder, "shelf.kept").write_text("{")
    typist.types("l", "l")

    assert typist.text.count("shelf.kept could not be read") == 1
