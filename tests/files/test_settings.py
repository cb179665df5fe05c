"""What the player set."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from game.files.settings import (
    BOUNDS,
    CHOICES,
    PLACE,
    STEPS,
    SWITCHES,
    UNREADABLE,
    Settings,
    file,
    load,
    save,
    shares,
)
from game.keymap import KeyMap, rebound


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """Every one of them."""
    others: dict[str, Any] = {one: not getattr(Settings(), one) for one in SWITCHES}
    numbers = {name: steps[1] for name, steps in STEPS.items()}
    place = dict(zip(PLACE, (1920, 1080, -200, 30), strict=True))
    keys = rebound(KeyMap(), "skip", "z")
    kept = replace(Settings(), **others | numbers | place, keys=keys, face="sans")
    save(kept, tmp_path / "settings.json")

    assert load(tmp_path / "settings.json") == kept
    assert all(getattr(kept, one.name) != one.default for one in fields(Settings))


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    """The first time."""
    assert load(tmp_path / "settings.json") == Settings()
    assert file().name == "settings.json"


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "[" * 100_000, '"x"', "\x00"])
def test_a_damaged_file_gives_defaults_and_is_set_aside(tmp_path: Path, text: str) -> None:
    """It is never deleted, and the player is told."""
    path, told = tmp_path / "settings.json", list[str]()
    path.write_text(text)

    assert load(path, told.append) == Settings()
    assert (tmp_path / "set-aside" / "settings.json").read_text() == text
    place = tmp_path / "set-aside" / "settings.json"
    assert told == [UNREADABLE.format(place=place)]


def test_what_cannot_be_set_aside_gives_defaults_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that may only be read."""
    path, told = tmp_path / "settings.json", list[str]()
    path.write_text("{")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)

    assert load(path, told.append) == Settings()
    assert told == [UNREADABLE.format(place=path)]


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
    assert all((steps[0], steps[-1]) == BOUNDS[name] for name, steps in STEPS.items())
    assert all(list(steps) == sorted(steps) for steps in STEPS.values())


def test_every_first_value_is_on_offer() -> None:
    """So that less and more lead back to it."""
    assert all(getattr(Settings(), name) in steps for name, steps in STEPS.items())


def test_a_channel_is_as_loud_as_its_share_of_the_volume() -> None:
    """Each by itself."""
    given = Settings(volume=50, effects=100, ambience=40, music=0)

    assert shares(given) == pytest.approx({"effects": 0.5, "ambience": 0.2, "music": 0.0})


@pytest.mark.parametrize(
    ("given", "front"),
    [
        (Settings(mute=True), True),
        (Settings(volume=0), True),
        (Settings(background=False), False),
        (Settings(background=True, mute=True), False),
    ],
)
def test_silence_is_silence_on_every_channel(given: Settings, *, front: bool) -> None:
    """Muted, turned down, or behind another window."""
    assert set(shares(given, front=front).values()) == {0.0}


def test_the_game_may_be_heard_behind_another_window() -> None:
    """If it is set so."""
    given = Settings(background=True)

    assert shares(given, front=False) == shares(given, front=True)
