"""The shelf of saves, with real files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.files.saves import Saves
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.menus.shelf import MOST
from game.screens.screen import Office
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import Player, campaign_by_keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the saves are."""
    return tmp_path / "saves"


def on_disk(campaign: Campaign, folder: Path) -> Office:
    """Return an office that saves into a folder, without sound."""
    office = office_on_disk(campaign, Settings(), Sound(folder), folder)
    office.chance = False
    return office


def save(campaign: Campaign, folder: Path, name: str, *line: str) -> Path:
    """Write a save of a player who has given some answers."""
    made = begin(campaign, chance=False)
    for one in line:
        made = made.answer(ResponseId(one))
    return Saves(folder).write(campaign, Desk(made, Stage.SITUATION), name)


def titled(office: Office) -> Player:
    """Return a player before the title of an office."""
    return Player(office, office.title())


def test_without_saves_there_is_nothing_to_continue_or_load(
    harbour: Campaign, folder: Path
) -> None:
    player = titled(on_disk(harbour, folder))

    assert "continue" not in player.names
    assert "load" not in player.names


def test_a_campaign_leaves_a_save_for_each_answer(harbour: Campaign, folder: Path) -> None:
    campaign_by_keys(Player(on_disk(harbour, folder)), ("wait", "wait"))

    assert [path.stem[-2:] for path in sorted(folder.glob("auto-*.json"))] == ["-0", "-1", "-2"]


def test_a_new_campaign_never_writes_over_an_older_one(harbour: Campaign, folder: Path) -> None:
    player = Player(on_disk(harbour, folder))
    campaign_by_keys(player, ("wait", "wait"))

    player.press("return")

    assert len(list(folder.glob("auto-*-0.json"))) == 2


def test_continue_goes_on_where_the_last_player_stopped(harbour: Campaign, folder: Path) -> None:
    Player(on_disk(harbour, folder)).press("return", "return", "return", "return", "return", "2")

    player = titled(on_disk(harbour, folder)).press("return")

    assert player.top.name == "council"
    assert player.desk.noted.asked == ("how-sure",)


def test_saves_are_listed_with_where_the_player_was(harbour: Campaign, folder: Path) -> None:
    save(harbour, folder, "mine", "wait")
    player = titled(on_disk(harbour, folder)).click("load")

    assert "telegram 2: the second winter, situation" in player.text
    assert "yours" in player.text


def test_a_save_is_loaded_with_a_click(harbour: Campaign, folder: Path) -> None:
    save(harbour, folder, "mine", "wait")

    player = titled(on_disk(harbour, folder)).click("load").click("row:mine.json")

    assert player.top.name == "situation"
    assert player.desk.playthrough.line == ("wait",)


def test_a_save_is_loaded_with_keys(harbour: Campaign, folder: Path) -> None:
    save(harbour, folder, "mine", "wait")

    player = titled(on_disk(harbour, folder)).tab_to("load").press("return", "tab", "return")

    assert player.desk.playthrough.line == ("wait",)


def test_a_save_is_deleted_only_after_a_second_press_of_the_key(
    harbour: Campaign, folder: Path
) -> None:
    path = save(harbour, folder, "mine")
    player = titled(on_disk(harbour, folder)).click("load").tab_to("row:mine.json")

    player.press("delete")
    asked, still_there = player.text, path.exists()
    player.press("delete")

    assert "really delete" in asked
    assert still_there
    assert not path.exists()
    assert "there are no saves yet." in player.text


def test_a_save_is_deleted_with_two_clicks(harbour: Campaign, folder: Path) -> None:
    path = save(harbour, folder, "mine")
    player = titled(on_disk(harbour, folder)).click("load").click("delete:mine.json")
    still_there = path.exists()

    player.click("delete:mine.json")

    assert still_there
    assert not path.exists()


def test_another_save_asks_again(harbour: Campaign, folder: Path) -> None:
    first, second = save(harbour, folder, "first"), save(harbour, folder, "second")
    player = titled(on_disk(harbour, folder)).click("load")

    player.tab_to("row:first.json").press("delete").tab_to("row:second.json").press("delete")

    assert first.exists()
    assert second.exists()


def test_what_was_deleted_cannot_be_continued(harbour: Campaign, folder: Path) -> None:
    save(harbour, folder, "mine")
    player = titled(on_disk(harbour, folder)).click("load").tab_to("row:mine.json")

    player.press("delete", "delete", "escape")

    assert player.top.name == "title"
    assert "continue" not in player.names


def test_a_file_that_is_no_save_is_named_and_set_aside(harbour: Campaign, folder: Path) -> None:
    save(harbour, folder, "mine")
    (folder / "torn.json").write_text('{"kind": "six-tele', encoding="utf-8")

    player = titled(on_disk(harbour, folder)).click("load")

    assert "torn.json is not a save: it is not whole." in player.text
    assert (folder / "set-aside" / "torn.json").exists()


def test_a_save_of_a_changed_campaign_says_what_changed_and_goes_on(
    harbour: Campaign, folder: Path
) -> None:
    path = save(harbour, folder, "mine", "wait")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"wait"', '"swim"'), encoding="utf-8")

    player = titled(on_disk(harbour, folder)).press("return")
    notice = player.text
    player.press("escape")

    assert "the campaign has changed since this save" in notice
    assert "telegram 1 has no response 'swim'" in notice
    assert player.top.name == "situation"
    assert player.desk.playthrough.line == ()


def test_a_save_of_another_campaign_is_not_played(harbour: Campaign, folder: Path) -> None:
    path = save(harbour, folder, "mine", "wait")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"harbour"', '"island"'), encoding="utf-8")

    player = titled(on_disk(harbour, folder)).press("return")
    notice = player.text
    player.press("escape")

    assert "this save cannot be played here" in notice
    assert player.top.name == "title"


def test_the_player_saves_from_the_menu(harbour: Campaign, folder: Path) -> None:
    player = titled(on_disk(harbour, folder)).press("return", "return", "escape")

    player.click("save")

    assert "saved as save-" in player.text
    assert len(list(folder.glob("save-*.json"))) == 1


def test_a_folder_that_cannot_be_written_is_told_at_once_and_stops_nobody(
    harbour: Campaign, folder: Path
) -> None:
    folder.write_text("not a folder", encoding="utf-8")
    player = titled(on_disk(harbour, folder)).press("return")
    warned = player.text

    player.press("escape")

    assert "this step is not saved" in warned
    assert player.top.name == "opening"


def test_what_could_not_be_saved_is_saved_at_the_end_if_there_is_room_again(
    harbour: Campaign, folder: Path
) -> None:
    folder.write_text("not a folder", encoding="utf-8")
    player = titled(on_disk(harbour, folder)).press("return", "escape")
    folder.unlink()

    player.app.keeping.leave()

    assert len(list(folder.glob("auto-*.json"))) == 1


def test_the_menu_says_when_it_cannot_save(harbour: Campaign, folder: Path) -> None:
    player = titled(on_disk(harbour, folder)).press("return", "return", "escape")
    shutil.rmtree(folder)
    folder.write_text("not a folder", encoding="utf-8")

    player.click("save")

    assert "it could not be saved" in player.text
    assert player.press("escape").top.name == "situation"


def test_down_goes_from_save_to_save_also_in_a_long_list(harbour: Campaign, folder: Path) -> None:
    """And along the buttons that stand beside them, if the focus is on one."""
    for number in range(9):
        save(harbour, folder, f"mine-{number}")
    player = titled(on_disk(harbour, folder)).click("load").press("4")
    assert player.sheet.scrolls[0].most > 0
    rows = [name for name in player.names if name.startswith("row:")]

    player.tab_to(rows[0]).press("down", "down")

    assert player.top.hand.focus == rows[2]
    assert player.press("right", "up").top.hand.focus == rows[1].replace("row:", "name:")


def test_down_shows_the_words_below_the_last_save_before_it_leaves_the_list(
    harbour: Campaign, folder: Path
) -> None:
    """They tell of what was set aside, and who has only arrows is to read them too."""
    for number in range(9):
        save(harbour, folder, f"mine-{number}")
    (folder / "rubbish.json").write_text("rubbish", encoding="utf-8")
    player = titled(on_disk(harbour, folder)).click("load").press("4")
    last = [name for name in player.names if name.startswith("row:")][-1]
    player.tab_to(last)

    player.press("down")

    part = player.sheet.scrolls[0]
    assert player.top.hand.focus == last
    assert player.top.hand.offsets[part.name] == part.most
    assert player.press("down").top.hand.focus != last


def test_a_save_that_cannot_be_deleted_stays_in_the_list_and_it_is_said_why(
    harbour: Campaign, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(harbour, folder, "mine")
    player = titled(on_disk(harbour, folder)).click("load")
    monkeypatch.setattr(Saves, "remove", refuse)

    player.click("delete:mine.json").click("delete:mine.json")

    assert "row:mine.json" in player.names
    assert "it could not be deleted: held by another program." in player.text


def refuse(*_: object) -> None:
    raise PermissionError(13, "held by another program")


def test_enter_on_delete_asks_first_too(harbour: Campaign, folder: Path) -> None:
    path = save(harbour, folder, "mine")
    player = titled(on_disk(harbour, folder)).click("load").tab_to("delete:mine.json")

    player.press("return")

    assert path.exists()
    assert "really delete" in player.text


def test_a_folder_with_nothing_but_damage_can_be_looked_at(harbour: Campaign, folder: Path) -> None:
    folder.mkdir()
    (folder / "torn.json").write_text("{", encoding="utf-8")

    player = titled(on_disk(harbour, folder)).click("load")

    assert "torn.json is not a save" in player.text
    assert "there are no saves yet." in player.text


def test_of_many_saves_the_newest_are_shown_and_older_ones_when_asked(
    harbour: Campaign, folder: Path
) -> None:
    for number in range(MOST + 3):
        save(harbour, folder, f"save-{number:02}", "wait")
    player = titled(on_disk(harbour, folder)).click("load")
    first = [one for one in player.names if one.startswith("row:")]
    player.click("older")
    then = [one for one in player.names if one.startswith("row:")]

    assert (len(first), len(then)) == (MOST, MOST + 3)
    assert "older" not in player.names
