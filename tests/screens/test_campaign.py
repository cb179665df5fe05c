"""Whole campaigns, from the title to the chronicle."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.playthrough import history
from game.window.gallery import line_of
from tests.exhaustive import sampled
from tests.screens.player import (
    Player,
    campaign_by_keys,
    campaign_by_mouse,
    campaign_by_tab,
    office,
)

LINE = ("ten-gangs", "wait")
"""Open to a player who asks the engineer."""


def test_a_campaign_is_played_with_keys_alone(player: Player) -> None:
    campaign_by_keys(player, LINE)

    assert player.desk.playthrough.line == LINE
    assert player.desk.stage is Stage.CHRONICLE


def test_a_campaign_is_played_with_the_mouse_alone(player: Player) -> None:
    campaign_by_mouse(player, LINE)

    assert player.desk.playthrough.line == LINE
    assert player.desk.stage is Stage.CHRONICLE


def test_a_campaign_is_played_with_tab_and_space_alone(player: Player) -> None:
    campaign_by_tab(player, LINE)

    assert player.desk.playthrough.line == LINE


def test_the_shipped_campaign_is_played_as_in_history_with_keys(shipped: Campaign) -> None:
    player, line = Player(office(shipped)), history(shipped)

    campaign_by_keys(player, line)

    assert player.desk.playthrough.line == line
    assert player.text.count("as in history") == len(shipped.scenarios)


@pytest.mark.exhaustive
def test_the_shipped_campaign_is_played_otherwise_with_the_mouse(shipped: Campaign) -> None:
    player, line = Player(office(shipped)), line_of(shipped, len(shipped.scenarios))

    campaign_by_mouse(player, line)

    assert player.desk.playthrough.line == line
    assert line != history(shipped)


@pytest.mark.parametrize("name", sampled(["harbour", "shipped"], ["harbour"]))
def test_a_campaign_is_played_in_a_small_window_with_large_letters(
    name: str, request: pytest.FixtureRequest
) -> None:
    campaign: Campaign = request.getfixturevalue(name)
    player = Player(office(campaign, Settings(text=250)), size=(1024, 640))

    campaign_by_mouse(player, history(campaign))

    assert player.desk.stage is Stage.CHRONICLE


def test_every_stage_is_kept_on_the_way(player: Player) -> None:
    campaign_by_keys(player, LINE)

    assert [desk.stage for desk in player.kept] == [
        Stage.OPENING,
        *(Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL, Stage.COUNCIL),  # once for the question
        *(Stage.DECISION, Stage.CONSEQUENCES, Stage.RECORD),
        *(Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL),
        *(Stage.DECISION, Stage.CONSEQUENCES, Stage.RECORD),
        Stage.CHRONICLE,
    ]


def test_playing_again_begins_at_the_first_telegram_with_other_luck(player: Player) -> None:
    campaign_by_keys(player, LINE)
    before = player.desk.playthrough

    player.press("return")

    assert player.top.name == "situation"
    assert player.desk.playthrough.line == ()
    assert player.desk.playthrough.seed != before.seed


def test_the_chronicle_leads_to_the_title(player: Player) -> None:
    campaign_by_keys(player, LINE)

    player.press("escape")

    assert player.top.name == "title"


def test_the_years_after_are_read_and_put_away(player: Player) -> None:
    campaign_by_keys(player, LINE)
    player.press("y")
    read = player.text

    player.press("escape")

    assert "the town is still there." in read
    assert player.top.name == "chronicle"
