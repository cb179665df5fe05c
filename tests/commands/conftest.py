"""What every command gets: the copies of campaigns that the commands before it have kept."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def kept_copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of copies of all commands; to read the shipped campaign anew takes long."""
    return tmp_path_factory.mktemp("copies")


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch, kept_copies: Path, _home: None) -> None:
    """A command finds the copy of a campaign as at a player's home, and takes it if it is sound.

    A campaign that a test has changed has no copy: `tests/test_copies.py`.
    """
    monkeypatch.setattr("game.files.copies.place", lambda: kept_copies)
