"""With motion switched off nothing flies, rises or types, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.flow import screen_for
from game.screens.stages.telegram import TelegramScreen
from game.window.gallery import office_in_memory
from tests.screens.player import Player, chart, seated

STILL = Settings(motion=False)


def test_without_motion_a_telegram_is_whole_at_once(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM, STILL)

    assert "raise your dike." in player.text
    assert player.press("return").top.name == "council"


def test_without_motion_the_cards_lie_where_they_belong(harbour: Campaign) -> None:
    still = seated(harbour, 0, Stage.DECISION, STILL)
    rested = seated(harbour, 0, Stage.DECISION).wait(3)

    assert still.spot("card:wait").rect == rested.spot("card:wait").rect


def test_without_motion_the_months_have_passed_at_once(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES, STILL).press("return")

    assert "months later" in player.text


@pytest.mark.parametrize("stage", [one for one in Stage if one is not Stage.CHRONICLE])
def test_without_motion_no_camera_flies(harbour: Campaign, stage: Stage) -> None:
    at = office_in_memory(harbour, STILL)
    turn = replace(Desk(begin(harbour, chance=False)), stage=stage)
    answered = replace(turn, playthrough=turn.playthrough.answer(ResponseId("wait")))
    after = stage in (Stage.CONSEQUENCES, Stage.RECORD)
    screen = screen_for(at, answered if after else turn, (harbour.geography.places[2].id,))
    player = Player(at, screen)
    at_once = chart(player).scene.camera

    assert chart(player.wait(3)).scene.camera == at_once


def test_without_motion_a_telegram_is_decoded_whatever_the_clock_says(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM, STILL)
    player.wait(0.1)

    assert cast("TelegramScreen", player.top).shown < cast("TelegramScreen", player.top).letters
    assert "raise your dike." in player.text
