"""What the player set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from game.keymap import KeyMap, rebound
from game.settings import (
    BOUNDS,
    CHOICES,
    READING,
    SPACINGS,
    SPEEDS,
    SWITCHES,
    TEXT_SIZES,
    VOLUMES,
    Settings,
    file,
    load,
    save,
)


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """Every one of them."""
    kept = Settings(
        text=150, spacing=150, face="sans", volume=0, speed=1000, reading=100,
        motion=False, contrast=True, fullscreen=True, borderless=True, width=1920, height=1080,
        left=-200, top=30,
        keys=rebound(KeyMap(), "skip", "z"),
    )  # fmt: skip
    save(kept, tmp_path / "settings.json")

    assert load(tmp_path / "settings.json") == kept


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    """The first time."""
    assert load(tmp_path / "settings.json") == Settings()
    assert file().name == "settings.json"


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "[" * 100_000, '"x"', "\x00"])
def test_a_damaged_file_gives_defaults_and_is_set_aside(tmp_path: Path, text: str) -> None:
    """It is never deleted."""
    path = tmp_path / "settings.json"
    path.write_text(text)

    assert load(path) == Settings()
    assert (tmp_path / "set-aside" / "settings.json").read_text() == text


def test_what_cannot_be_set_aside_gives_defaults_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that may only be read."""
    path = tmp_path / "settings.json"
    path.write_text("{")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)

    assert load(path) == Settings()


def test_a_disk_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    """The settings hold for this evening."""
    (tmp_path / "file").write_text("")
    save(Settings(), tmp_path / "file" / "settings.json")

    assert (tmp_path / "file").read_text() == ""


@pytest.mark.parametrize(
    "given",
    [
        {"text": 74},
        {"text": True},
        {"volume": 1.5},
        {"motion": 1},
        {"width": None},
        {"face": "comic"},
        {"face": []},
    ],
)
def test_a_value_without_sense_gives_its_default(tmp_path: Path, given: dict[str, object]) -> None:
    """The others are taken over."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(given | {"contrast": True}))

    assert load(path) == Settings(contrast=True)


def test_keys_without_sense_give_the_first_ones(tmp_path: Path) -> None:
    """The rest is taken over."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"keys": {"advance": []}, "text": 150}))

    assert load(path) == Settings(text=150)


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*SWITCHES, *BOUNDS, *CHOICES, "other"]),
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3)),
    )
)
def test_whatever_the_file_says_the_settings_make_sense(
    tmp_path: Path, given: dict[str, object]
) -> None:
    """Every number lies between its bounds."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(given))
    found = load(path)

    numbers = {name: getattr(found, name) for name in BOUNDS}
    known = {name: value for name, value in numbers.items() if value is not None}
    assert numbers.keys() - known.keys() <= {"left", "top"}
    assert all(BOUNDS[name][0] <= value <= BOUNDS[name][1] for name, value in known.items())
    assert all(isinstance(getattr(found, name), bool) for name in SWITCHES)
    assert all(getattr(found, name) in words for name, words in CHOICES.items())


def test_the_sizes_on_offer_lie_between_the_bounds() -> None:
    """And are in order."""
    assert (TEXT_SIZES[0], TEXT_SIZES[-1]) == BOUNDS["text"]
    assert (VOLUMES[0], VOLUMES[-1]) == BOUNDS["volume"]
    assert (SPEEDS[0], SPEEDS[-1]) == BOUNDS["speed"]
    assert (READING[0], READING[-1]) == BOUNDS["reading"]
    assert list(TEXT_SIZES) == sorted(TEXT_SIZES)
    assert list(SPACINGS) == sorted(SPACINGS)
