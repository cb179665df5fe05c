"""What every test gets: no window, no sound, a home of its own, and the same luck in CI."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from game.campaign.campaign import Campaign
from game.folder import read_folder

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

hypothesis.settings.register_profile("here", deadline=None, max_examples=60)
hypothesis.settings.register_profile(
    "ci", deadline=None, max_examples=60, derandomize=True, database=None
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")

TESTS = Path(__file__).parent
HARBOUR = TESTS / "campaigns" / "harbour"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the player's own files."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))


@pytest.fixture(scope="session")
def harbour() -> Campaign:
    """A small whole campaign of an invented town."""
    found = read_folder(HARBOUR)
    assert found.campaign is not None, "\n".join(map(str, found.problems))
    return found.campaign


@pytest.fixture
def harbour_folder(tmp_path: Path) -> Path:
    """A copy of the harbour's files that a test may change."""
    return Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))


Edit = Callable[..., Campaign]
"""From (file, old text, new text) three by three to the changed harbour."""


@pytest.fixture
def changed(harbour_folder: Path) -> Edit:
    """The harbour with some words of its files exchanged: `changed("model.yaml", old, new)`."""

    def exchange(*edits: str) -> Campaign:
        for name, old, new in zip(edits[::3], edits[1::3], edits[2::3], strict=True):
            path = harbour_folder / name
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        found = read_folder(harbour_folder)
        assert found.campaign is not None, "\n".join(map(str, found.problems))
        return found.campaign

    return exchange
