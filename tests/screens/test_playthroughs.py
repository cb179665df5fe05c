"""The shelf of playthroughs: each once, with its name, its ending, its code; and what was seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.files.saves import Keeper, Saves
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.menus.shelf import ShelfScreen
from game.screens.screen import ShelfRow
from game.window.gallery import MemoryShelf
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import Player, office


def desk(campaign: Campaign, *line: str, stage: Stage = Stage.SITUATION) -> Desk:
    """Return a desk after some answers."""
    made = begin(campaign, chance=False)
    for one in line:
        made = made.answer(ResponseId(one))
    return Desk(made, stage)


OVER = Stage.CHRONICLE
LINES: tuple[tuple[tuple[str, ...], Stage], ...] = (
    (("pray",), Stage.SITUATION),
    (("wait", "wait"), OVER),
    (("wait",), Stage.SITUATION),
    ((), Stage.OPENING),
)


def at_shelf(campaign: Campaign, *, own: bool = False) -> Player:
    """Return a player before two playthroughs: one over, one begun, with the saves on the way."""
    rows = tuple(
        ShelfRow(
            f"s{n}",
            f"Save {n}",
            "1 May",
            not (own and n == 2),
            desk(campaign, *line, stage=stage),
            (),
        )
        for n, (line, stage) in enumerate(LINES)
    )
    at = office(campaign)
    at.shelf = MemoryShelf(rows)
    return Player(at, ShelfScreen(at))


def rows(player: Player) -> list[str]:
    """Return the keys of the rows that are seen."""
    return [one.removeprefix("row:") for one in player.names if one.startswith("row:")]


def test_each_playthrough_stands_there_once(harbour: Campaign) -> None:
    assert rows(at_shelf(harbour)) == ["s0", "s1"]


def test_a_save_of_the_players_own_always_stands_there(harbour: Campaign) -> None:
    assert rows(at_shelf(harbour, own=True)) == ["s0", "s1", "s2"]


@pytest.mark.parametrize(
    ("which", "left"),
    [("2", ["s1"]), ("3", ["s2"]), ("4", ["s0", "s1", "s2", "s3"]), ("1", ["s0", "s1", "s2"])],
)
def test_a_filter_shows_some(harbour: Campaign, which: str, left: list[str]) -> None:
    assert rows(at_shelf(harbour, own=True).press(which)) == left


def test_a_filter_that_lets_nothing_through_says_so(harbour: Campaign) -> None:
    assert "there are none of these" in at_shelf(harbour).press("3").text


def test_a_row_tells_its_ending_and_its_code(harbour: Campaign) -> None:
    said = at_shelf(harbour).spot("row:s1").label
    endings = [str(one.title) for one in harbour.outline.endings]

    assert any(one in said for one in endings)
    assert "2 of 2 answers" in said


def test_deleting_a_playthrough_takes_the_saves_on_its_way_and_no_others(
    harbour: Campaign,
) -> None:
    player = at_shelf(harbour).click("delete:s1").click("delete:s1")

    assert [one.key for one in player.office.shelf.rows()] == ["s0", "s3"]


def test_deleting_one_of_every_save_takes_that_one(harbour: Campaign) -> None:
    player = at_shelf(harbour).press("4").click("delete:s2").click("delete:s2")

    assert [one.key for one in player.office.shelf.rows()] == ["s0", "s1", "s3"]


def test_a_playthrough_is_given_a_name_by_keys(harbour: Campaign) -> None:
    player = at_shelf(harbour).tab_to("row:s1").press("shift+n", *"bold", "return")

    assert "bold" in player.text
    assert player.spot("row:s1").label.startswith("Load bold, Save 1")
    assert player.top.hand.focus == "row:s1"


def test_a_playthrough_is_given_a_name_by_mouse(harbour: Campaign) -> None:
    player = at_shelf(harbour).click("name:s0").press(*"abc", "backspace").click("Keep the name")

    assert player.spot("row:s0").label.startswith("Load ab, ")


def test_escape_gives_no_name(harbour: Campaign) -> None:
    player = at_shelf(harbour).click("name:s0").press(*"abc", "escape")

    assert player.top.name == "shelf"
    assert player.spot("row:s0").label.startswith("Load Save 0")


# --- on disk ---


def on_disk(campaign: Campaign, folder: Path) -> Player:
    """Return a player before the saves in a folder."""
    at = office_on_disk(campaign, Settings(), Sound(folder), folder)
    return Player(at, ShelfScreen(at))


def test_a_name_is_still_there_next_time(harbour: Campaign, tmp_path: Path) -> None:
    Saves(tmp_path).write(harbour, desk(harbour, "wait"), "mine")
    on_disk(harbour, tmp_path).click("name:mine.json").press(*"bold", "return")

    assert "bold" in on_disk(harbour, tmp_path).text


def test_a_name_that_cannot_be_kept_is_told(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    Saves(tmp_path).write(harbour, desk(harbour, "wait"), "mine")
    player = on_disk(harbour, tmp_path).click("name:mine.json").press(*"bold")
    monkeypatch.setattr("game.files.remembered.write_whole", full)
    player.press("return")

    assert player.app.notice.text == "The name could not be kept: No space left on device."


def test_what_was_seen_outlives_the_saves(harbour: Campaign, tmp_path: Path) -> None:
    keeper = Keeper(Saves(tmp_path), harbour)
    keeper.keep(desk(harbour, "wait", "wait", stage=OVER))
    player = on_disk(harbour, tmp_path)
    before = player.text
    for path in tmp_path.glob("*.json"):
        path.unlink()

    told = "seen so far: 1 of 3 endings, 2 of"
    assert told in before
    assert told in on_disk(harbour, tmp_path).text


def test_what_was_seen_is_counted_from_saves_without_the_file(
    harbour: Campaign, tmp_path: Path
) -> None:
    Saves(tmp_path).write(harbour, desk(harbour, "wait"), "mine")

    assert "seen so far: 0 of 3 endings, 1 of" in on_disk(harbour, tmp_path).text


def test_a_damaged_file_is_told_on_the_shelf(harbour: Campaign, tmp_path: Path) -> None:
    (tmp_path / "shelf.kept").write_text("{")

    assert "shelf.kept could not be read" in on_disk(harbour, tmp_path).text


# --- saves of an edited campaign ---


@pytest.mark.parametrize(
    ("line", "edits", "words"),
    [
        (
            ("wait", "pray"),
            ("second-winter.yaml", "    pray:\n", "    hope:\n"),
            "it plays up to telegram 2 and stops there. telegram 2 has no response 'pray'",
        ),
        (
            ("wait", "ten-gangs"),
            ("second-winter.yaml", "size: 10, after: 1", "size: 11, after: 1"),
            "from telegram 2 on the same answers lead elsewhere: the model has changed.",
        ),
    ],
    ids=["renamed", "parameter"],
)
def test_a_row_says_where_and_why_an_old_save_stops(
    harbour: Campaign,
    changed: Callable[..., Campaign],
    tmp_path: Path,
    line: tuple[str, ...],
    edits: tuple[str, str, str],
    words: str,
) -> None:
    folder = tmp_path / "saves"
    Saves(folder).write(harbour, desk(harbour, *line, stage=OVER), "mine")

    assert words in on_disk(changed(*edits), folder).text


@pytest.mark.parametrize(
    "edits",
    [
        ("second-winter.yaml", "      title: Pray\n", "      title: Ask heaven\n"),
        ("first-winter.yaml", "      title: Wait\n", "      title: Stay\n"),
    ],
)
def test_other_words_break_no_save(
    harbour: Campaign,
    changed: Callable[..., Campaign],
    tmp_path: Path,
    edits: tuple[str, str, str],
) -> None:
    folder = tmp_path / "saves"
    Saves(folder).write(harbour, desk(harbour, "wait", "pray", stage=OVER), "mine")
    player = on_disk(changed(*edits), folder)

    assert "changed" not in player.text
    assert player.click("row:mine.json").top.name == "chronicle"


def test_a_save_of_another_campaign_says_so_in_its_row(harbour: Campaign, tmp_path: Path) -> None:
    path = Saves(tmp_path).write(harbour, desk(harbour, "wait"), "mine")
    body = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(body | {"campaign": "island"}), encoding="utf-8")

    assert "it belongs to the campaign 'island'" in on_disk(harbour, tmp_path).text
