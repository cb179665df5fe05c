"""What every test gets: no window, no sound, a home of its own, and the same luck in CI."""

from __future__ import annotations

import gc
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis.vendor import pretty

from game import errand
from game.campaign.campaign import Campaign
from game.files.folder import read_folder
from game.files.garbage import put_out_of_reach
from game.scenarios.problem import Problem
from tests import whole
from tests.exhaustive import DAILY, THOROUGH, few
from tests.whole import HARBOUR

gc.disable()  # until every test is known; then see `pytest_collection_finish`
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
for apart in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ.pop(apart, None)

ALIKE: dict[str, Any] = (
    {"derandomize": True, "database": None} if os.environ.get("CI") == "true" else {}
)
"""In CI each run tries the same examples; here each tries others, and first what failed last."""
hypothesis.settings.register_profile(DAILY, deadline=None, max_examples=few(60), **ALIKE)
hypothesis.settings.register_profile(THOROUGH, deadline=None, max_examples=60, **ALIKE)
hypothesis.settings.load_profile(DAILY)

# a property that fails prints its example; a campaign printed field by field would drown it
pretty.for_type_by_name(
    Campaign.__module__, Campaign.__name__, lambda one, to, _cycle: to.text(repr(one))
)

TESTS = Path(__file__).parent
HOMED = ("USERPROFILE", "APPDATA", "LOCALAPPDATA") if os.name == "nt" else ("HOME",)
"""What says where a player's folders are, once nothing says so of each folder."""
HOMES = count()
"""Numbers of the homes that are made only if a test keeps something there unasked."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the real windows: they wait much, and no process should do so alone at the end.

    After them comes what looks at the gallery: together, so that one process makes it for all.
    """
    first = ("window", "gallery")
    items.sort(key=lambda one: [one.get_closest_marker(name) is None for name in first])


def pytest_collection_finish() -> None:
    """Look for cycles seldom, and not among what stays: a tenth of the time went there."""
    put_out_of_reach()
    gc.set_threshold(1_000_000, 20, 20)
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look for what nobody closed, once; pytest does so five times over all that stays."""
    gc.collect()
    put_out_of_reach()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let pictures be kept anew (`tests/screens/test_pictures.py`)."""
    parser.addoption("--keep-pictures", action="store_true", help="keep what is drawn now")


@pytest.fixture(autouse=True)
def _home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No test sees the player's own files. A folder is made only for a test that asks for one.

    Nor does any test wait for a disk to have written: none is unplugged here.
    """
    if "tmp_path" in request.fixturenames:
        home = request.getfixturevalue("tmp_path") / "home"
    else:
        home = tmp_path_factory.getbasetemp() / f"home-{next(HOMES)}"
    for name in HOMED:
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(autouse=True)
def _nothing_under_way() -> Iterator[None]:
    """Let no test see what another began beside the game: one thing is done after the other."""
    yield
    for one in threading.enumerate():
        if one.name == errand.NAME:
            one.join(60)


@pytest.fixture(scope="session")
def harbour() -> Campaign:
    """A small whole campaign of an invented town."""
    return whole.whole(HARBOUR)


@pytest.fixture(scope="session")
def shipped() -> Campaign:
    """The campaign that comes with the game."""
    return whole.shipped()


@pytest.fixture
def harbour_folder(tmp_path: Path) -> Path:
    """A copy of the harbour's files that a test may change."""
    return Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))


def exchange(folder: Path, *edits: str) -> None:
    """Exchange words in a folder's files: (file, old text, new text), three by three."""
    for name, old, new in zip(edits[::3], edits[1::3], edits[2::3], strict=True):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def changed(harbour_folder: Path) -> Callable[..., Campaign]:
    """The harbour with some words exchanged: (file, old text, new text), three by three."""

    def change(*edits: str) -> Campaign:
        exchange(harbour_folder, *edits)
        found = read_folder(harbour_folder)
        assert found.campaign is not None, "\n".join(map(str, found.problems))
        return found.campaign

    return change


@pytest.fixture
def mistaken(harbour_folder: Path) -> Callable[..., list[Problem]]:
    """The problems of the harbour with some words exchanged: (file, old text, new text), ..."""

    def change(*edits: str) -> list[Problem]:
        exchange(harbour_folder, *edits)
        return list(read_folder(harbour_folder).problems)

    return change
