"""The player's saves."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.files.paths import saves as folder
from game.files.saves import (
    KEPT,
    LARGEST,
    DamagedSaveError,
    Keeper,
    Saves,
    on_the_way,
    read,
    text_of,
    title_of,
)
from game.playthrough.desk import Desk, Guess, Notes, Stage
from game.playthrough.playthrough import begin
from game.playthrough.resume import resume

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))


@pytest.fixture
def desk(harbour: Campaign) -> Desk:
    """A desk in the middle of the second telegram."""
    made = begin(harbour, seed=7, reading="fisherman").answer(GANGS)
    notes = (Notes((Id("how-long"),), (Guess(Id("crest"), 2, 75),)), Notes())
    return Desk(made, Stage.COUNCIL, notes)


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    """An empty folder of saves."""
    return Saves(tmp_path / "saves")


def body(campaign: Campaign, desk: Desk) -> dict[str, Any]:
    """Return what stands in a save."""
    found: dict[str, Any] = json.loads(text_of(campaign, desk))
    return found


def test_a_save_comes_back_as_it_was(harbour: Campaign, desk: Desk, saves: Saves) -> None:
    """And plays on."""
    saves.write(harbour, desk, "mine")
    ((save,), aside) = saves.all()
    resumed = resume(harbour, save.desk, save.fingerprints)

    assert aside == ()
    assert save.desk == desk
    assert save.title == "Telegram 2: The second winter, council"
    assert not save.automatic
    assert (resumed.desk, resumed.notices) == (desk, ())


def test_an_autosave_is_one_file_for_each_answer(
    harbour: Campaign, desk: Desk, saves: Saves
) -> None:
    """Written again at every stage."""
    saves.keep(harbour, replace(desk, stage=Stage.SITUATION), "run1")
    saves.keep(harbour, desk, "run1")
    answered = replace(desk, playthrough=desk.playthrough.answer(WAIT), stage=Stage.RECORD)
    saves.keep(harbour, answered, "run1")
    found, _ = saves.all()

    assert sorted(one.path.name for one in found) == ["auto-run1-1.json", "auto-run1-2.json"]
    assert all(one.automatic for one in found)


def test_a_campaign_begun_otherwise_before_any_answer_leaves_no_empty_one_behind(
    harbour: Campaign, saves: Saves
) -> None:
    """Under another reading, or another luck; what has an answer is left alone."""
    keeper = Keeper(saves, harbour)
    for made in (begin(harbour, seed=7), begin(harbour, seed=7, reading="fisherman")):
        keeper.keep(Desk(made, Stage.OPENING))
    keeper.keep(Desk(made.answer(GANGS), Stage.CONSEQUENCES))
    keeper.keep(Desk(begin(harbour, seed=8), Stage.OPENING))

    ends = [(save.desk.playthrough.seed, save.desk.playthrough.line) for save in saves.all()[0]]

    assert sorted(ends) == [(7, ()), (7, (GANGS,)), (8, ())]


def test_old_autosaves_on_the_way_give_way(harbour: Campaign, desk: Desk, saves: Saves) -> None:
    """The player's own never do."""
    own = saves.write(harbour, desk)
    os.utime(own, (1, 1))
    for number in range(KEPT + 5):
        path = saves.path / f"auto-long-{number + 1}.json"
        path.write_text("{}")
        os.utime(path, (number + 1, number + 1))
    saves.keep(harbour, desk, "new")

    names = {path.name for path in saves.path.glob("*.json")}

    assert len(names) == KEPT + 3
    assert {own.name, "auto-new-1.json", f"auto-long-{KEPT + 5}.json"} <= names
    assert "auto-long-4.json" not in names
    assert "auto-long-5.json" in names


def test_the_last_autosave_of_a_playthrough_is_kept_for_ever(
    harbour: Campaign, desk: Desk, saves: Saves
) -> None:
    """However many others there are since; a run in which nothing was answered is none."""
    saves.path.mkdir(parents=True)
    for number in range(3 * KEPT):
        for answers in (0, 1):
            path = saves.path / f"auto-old{number}-{answers}.json"
            path.write_text("{}")
            os.utime(path, (number + 1, number + 1))
    saves.keep(harbour, desk, "new")
    names = {path.name for path in saves.path.glob("*.json")}

    assert {f"auto-old{number}-1.json" for number in range(3 * KEPT)} <= names
    assert len(names) == 3 * KEPT + KEPT + 1


def test_an_autosave_with_a_strange_name_gives_way_like_one_without_an_answer(
    saves: Saves,
) -> None:
    strange, last = saves.path / "auto-mine.json", saves.path / "auto-run-10.json"

    assert on_the_way([strange, saves.path / "auto-run-9.json", last]) == [
        strange,
        saves.path / "auto-run-9.json",
    ]


def test_thinning_out_is_no_reason_to_fail(
    harbour: Campaign, desk: Desk, saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window may be thinning out at the same moment."""

    def gone(_self: Path, _pattern: str) -> list[Path]:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "glob", gone)

    assert saves.keep(harbour, desk, "run").is_file()


def test_the_newest_save_comes_first(harbour: Campaign, desk: Desk, saves: Saves) -> None:
    """By the time that stands in it."""
    for name, time in (("b", "2026-01-02T00:00:00+00:00"), ("a", "2026-01-03T00:00:00")):
        (saves.write(harbour, desk, name)).write_text(
            json.dumps(body(harbour, desk) | {"saved_at": time})
        )

    assert [one.path.stem for one in saves.all()[0]] == ["a", "b"]


def test_a_save_is_removed_when_the_player_says_so(
    harbour: Campaign, desk: Desk, saves: Saves
) -> None:
    """Twice is not an error."""
    saves.write(harbour, desk)
    ((save,), _) = saves.all()
    saves.remove(save)
    saves.remove(save)

    assert saves.all() == ((), ())


@pytest.mark.parametrize(
    ("stage", "title"),
    [
        (Stage.OPENING, "Before the first telegram"),
        (Stage.CHRONICLE, "The chronicle"),
        (Stage.RECORD, "Telegram 1: The first winter, record"),
    ],
)
def test_a_save_is_titled_by_where_the_player_was(
    harbour: Campaign, desk: Desk, stage: Stage, title: str
) -> None:
    """In a few words."""
    assert title_of(harbour, replace(desk, stage=stage)) == title


WRONG: dict[str, object] = {
    "kind": "another game",
    "format": 2,
    "saved_at": "yesterday",
    "title": None,
    "campaign": "../up",
    "version": -1,
    "line": ["no id!"],
    "seed": True,
    "chance": 1,
    "reading": 7,
    "fingerprints": "abc",
    "stage": "lunch",
    "notes": [3],
}


@pytest.mark.parametrize("key", WRONG)
def test_a_save_with_a_wrong_part_is_set_aside(
    harbour: Campaign, desk: Desk, saves: Saves, key: str
) -> None:
    """With the reason, and never deleted."""
    path = saves.write(harbour, desk, "mine")
    text = json.dumps(body(harbour, desk) | {key: WRONG[key]})
    path.write_text(text)
    found, (aside,) = saves.all()

    assert found == ()
    assert aside.name == "mine.json"
    assert aside.why
    assert aside.place.read_text() == text
    assert saves.all() == ((), ())


@pytest.mark.parametrize("key", WRONG)
def test_a_save_with_a_missing_part_is_set_aside(
    harbour: Campaign, desk: Desk, saves: Saves, key: str
) -> None:
    """As one with a wrong part."""
    path = saves.write(harbour, desk, "mine")
    path.write_text(json.dumps({k: v for k, v in body(harbour, desk).items() if k != key}))

    assert [one.name for one in saves.all()[1]] == ["mine.json"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("saved_at", "0001-01-01T00:00:00+14:00"),
        ("notes", [{"asked": [], "guesses": [[]]}]),
        ("notes", [{"asked": [], "guesses": [["crest", 99, 50]]}]),
        ("notes", [{"asked": "x", "guesses": []}]),
        ("line", ["wait"] * 101),
        ("seed", 10**19),
        ("fingerprints", [1]),
        ("line", [["wait"]]),
        ("campaign", "a" * 61),
    ],
)
def test_odd_values_are_damage_and_not_a_traceback(
    harbour: Campaign, desk: Desk, saves: Saves, key: str, value: object
) -> None:
    """Times before all time, guesses of nothing, lists without end."""
    path = saves.write(harbour, desk, "mine")
    path.write_text(json.dumps(body(harbour, desk) | {key: value}))

    with pytest.raises(DamagedSaveError, match="a part of it is missing or wrong"):
        read(path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not whole"),
        (b'{"kind": "six-tele', "not whole"),
        (b"\xff\xfe", "not whole"),
        (b"[" * 90_000, "not whole"),
        (b'{"kind": ' + b"1" * 9_000 + b"}", "not whole"),
        (b"[]", "not written by this game"),
        (b" " * (LARGEST + 1), "too large"),
    ],
)
def test_a_file_that_is_no_save_is_named_and_set_aside(saves: Saves, data: bytes, why: str) -> None:
    """Half a file, another game's, a huge one."""
    saves.path.mkdir()
    (saves.path / "odd.json").write_bytes(data)
    found, (aside,) = saves.all()

    assert found == ()
    assert why in aside.why
    assert aside.place.read_bytes() == data


def test_a_folder_in_the_place_of_a_save_is_set_aside(saves: Saves) -> None:
    """With what is in it."""
    (saves.path / "odd.json" / "inside").mkdir(parents=True)
    _, (aside,) = saves.all()

    assert "cannot be read" in aside.why
    assert (aside.place / "inside").is_dir()


def test_what_cannot_be_moved_stays_and_is_named(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that may only be read."""
    saves.path.mkdir()
    (saves.path / "odd.json").write_text("{")

    def refuse(_path: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr("game.files.saves.set_aside", refuse)
    _, (aside,) = saves.all()

    assert aside.place == saves.path / "odd.json"


def test_a_title_with_half_a_letter_can_be_shown(
    harbour: Campaign, desk: Desk, saves: Saves
) -> None:
    """Lone surrogates would stop the terminal."""
    path = saves.write(harbour, desk, "mine")
    path.write_text(json.dumps(body(harbour, desk) | {"title": "a\ud800" + "b" * 999}))

    assert read(path).title == "a?" + "b" * 198


def test_there_are_no_saves_before_the_first(saves: Saves) -> None:
    """Nor is a folder made."""
    assert saves.all() == ((), ())
    assert not saves.path.exists()
    assert folder().name == "saves"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(sorted(WRONG)),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["asked", "guesses"]), inner)
            ),
            max_leaves=6,
        ),
        min_size=1,
    )
)
def test_whatever_stands_in_a_save_it_is_read_or_damaged(
    harbour: Campaign, tmp_path: Path, changes: dict[str, object]
) -> None:
    """And what is read plays as far as it can."""
    folder = Saves(tmp_path / "any")
    path = folder.write(harbour, Desk(begin(harbour)), "any")
    path.write_text(json.dumps(body(harbour, Desk(begin(harbour))) | changes))
    found, aside = folder.all()
    resumed = [resume(harbour, one.desk, one.fingerprints) for one in found]

    assert len(resumed) + len(aside) == 1
    assert all(one.why for one in aside)


def test_a_save_of_a_changed_campaign_says_why_it_stops(
    harbour: Campaign, desk: Desk, saves: Saves, changed: Callable[..., Campaign]
) -> None:
    """From the disk to the notice."""
    saves.write(harbour, desk)
    ((save,), _) = saves.all()
    campaign = changed("first-winter.yaml", "that: purse > 1000000", "that: purse > 9000000")
    resumed = resume(campaign, save.desk, save.fingerprints)

    assert [type(one).__name__ for one in resumed.notices] == ["ClosedResponse"]
