"""Run codes tell readings apart."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from game.campaign.marks import pair_of
from game.files.folder import read_folder
from tests.conftest import exchange


def test_two_readings_that_a_run_code_would_take_for_one_are_told(harbour_folder: Path) -> None:
    """Seldom: one pair of names in 961."""
    twin = next(name for n in count() if pair_of(name := f"poet-{n}") == pair_of("engineer"))
    exchange(harbour_folder, "model.yaml", "fisherman:", f"{twin}:")

    found = read_folder(harbour_folder)

    assert [one.code for one in found.problems] == ["S024"]
    assert found.problems[0].what == f"{twin!r} has the same mark in run codes as 'engineer'"
    assert found.problems[0].fix == "choose another id for the newer one"
