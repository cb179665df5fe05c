"""The reading and chance, chosen in the terminal before the first telegram."""

from __future__ import annotations

import pytest

from tests.terminal.typist import Sit


def test_the_readings_are_listed_and_the_one_in_force_is_marked(sit: Sit) -> None:
    said = sit().types("", "reading").text

    assert "1. The engineer (this one) 2. The fisherman reading and a number" in said


def test_another_reading_is_played_and_says_what_it_holds(sit: Sit) -> None:
    typist = sit().types("", "reading 2")

    assert typist.desk.playthrough.reading == "fisherman"
    assert "The reading: The fisherman. The sea is worse" in typist.text


def test_chance_is_turned_off_and_on(sit: Sit) -> None:
    off = sit().types("", "chance off").desk.playthrough.chance
    on = sit().types("", "chance off", "chance ON").desk.playthrough.chance

    assert (off, on) == (False, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("reading 9", "Write reading and a number from 1 to 2."),
        ("reading two", "Write reading and a number from 1 to 2."),
        ("chance", "Write chance on or chance off."),
        ("chance maybe", "Write chance on or chance off."),
    ],
)
def test_what_cannot_be_chosen_is_told(sit: Sit, typed: str, said: str) -> None:
    assert said in sit().types("", typed).text


@pytest.mark.parametrize("typed", ["reading 2", "chance off"])
def test_once_the_first_telegram_is_near_it_is_too_late(sit: Sit, typed: str) -> None:
    typist = sit().types("", "", typed)

    assert "chosen before its first telegram" in typist.text
    assert typist.desk.playthrough.reading == "engineer"
