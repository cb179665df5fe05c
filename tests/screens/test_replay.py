"""Answering a telegram again: from every stage, keeping the old playthrough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.files.saves import read
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.screen import AtDesk
from game.window.gallery import desk_at
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import Player, campaign_by_keys, seated

Way = Callable[[Player], Player]

WAYS: dict[str, tuple[Stage, Way]] = {
    "key": (Stage.RECORD, lambda one: one.press("shift+t")),
    "ledger": (Stage.CONSEQUENCES, lambda one: one.press("shift+t")),
    "menu": (Stage.RECORD, lambda one: one.press("f10").click("replay")),
    "chronicle": (Stage.CHRONICLE, lambda one: one.click("replay:1")),
    "what was said": (Stage.RECORD, lambda one: one.press("b").click("Answer again")),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_last_answer_is_one_key_and_enter_away(harbour: Campaign, way: str) -> None:
    stage, leads = WAYS[way]
    player = leads(seated(harbour, 1, stage)).press("return")

    assert player.top.name == "decision"
    assert player.desk.playthrough.line == desk_at(harbour, 1, stage).playthrough.line[:1]


def test_an_earlier_answer_is_chosen_by_its_number(harbour: Campaign) -> None:
    player = seated(harbour, 1, Stage.CHRONICLE).press("shift+t", "1")

    assert (player.top.name, player.desk.turn) == ("decision", 0)
    assert player.desk.playthrough.line == ()


def test_escape_leaves_everything_as_it_is(harbour: Campaign) -> None:
    player = seated(harbour, 1, Stage.RECORD).press("shift+t", "escape")

    assert player.top.name == "record"
    assert len(player.kept) == 1


def test_before_the_first_answer_there_is_nothing_to_answer_again(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM).press("shift+t")

    assert player.app.notice.text == "No telegram is answered yet."


def test_what_is_said_before_the_first_telegram_offers_nothing_to_answer(
    harbour: Campaign,
) -> None:
    player = seated(harbour, 1, Stage.RECORD).press("b").click("chapter:0")

    assert "Answer again" not in [spot.label for spot in player.sheet.spots]


def test_the_saves_of_the_old_playthrough_stay_as_they_were(
    harbour: Campaign, tmp_path: Path
) -> None:
    folder = tmp_path / "saves"
    office = office_on_disk(harbour, Settings(), Sound(folder), folder)
    office.chance = False
    player = Player(office)
    campaign_by_keys(player, ("wait", "wait"))
    before = {path: path.read_bytes() for path in folder.glob("auto-*.json")}

    player.press("shift+t", "2", "shift+t", "1")
    made = sorted(set(folder.glob("auto-*.json")) - set(before))

    assert {path: path.read_bytes() for path in before} == before
    assert [(read(one).desk.playthrough.line, read(one).desk.stage) for one in made] == [
        (("wait",), Stage.DECISION),
        ((), Stage.DECISION),
    ]


def test_two_answers_to_one_telegram_are_two_playthroughs(
    harbour: Campaign, tmp_path: Path
) -> None:
    folder = tmp_path / "saves"
    office = office_on_disk(harbour, Settings(), Sound(folder), folder)
    office.chance = False
    player = Player(office)
    campaign_by_keys(player, ("wait", "wait"))

    player.press("shift+t", "2")
    campaign_by_keys(player, ("wait", "pray"))
    lines = {read(path).desk.playthrough.line for path in folder.glob("auto-*-2.json")}

    assert lines == {("wait", "wait"), ("wait", "pray")}
    assert isinstance(player.top, AtDesk)
