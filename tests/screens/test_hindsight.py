"""What is known today is told after the answer, and on no screen before it."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from tests.screens.player import Player, seated

BEFORE = (Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL, Stage.DECISION)


def record_of(campaign: Campaign, turn: int) -> list[str]:
    """Return every text of a telegram's record."""
    scenario = campaign.scenarios[turn]
    record = scenario.record
    claims = (record.answered, record.told, record.documents)
    known_now = (one.now for one in scenario.situation.dispatches)
    return [
        *(str(one.text) for one in (*claims, *known_now)),
        *(str(one.text) for one in (*record.paragraphs, *record.weak)),
    ]


@pytest.mark.parametrize("turn", range(6))
@pytest.mark.parametrize("stage", BEFORE)
def test_nothing_of_the_record_is_told_before_the_answer(
    shipped: Campaign, turn: int, stage: Stage
) -> None:
    player = seated(shipped, turn, stage, Settings(motion=False))
    told = told_by(player)

    assert [text for text in record_of(shipped, turn) if text.casefold() in told] == []


def told_by(player: Player) -> str:
    """Return all that a screen shows or reads out, also when what only tells is pressed."""
    texts = [player.text]
    for name in [one for one in player.names if one.startswith(("slip:", "voice:", "ask:"))]:
        player.top.act(name)
        texts.append(player.text)
    labels = " ".join(spot.label for spot in player.sheet.spots)
    return " ".join((*texts, labels.casefold()))


def test_the_record_itself_does_tell_it(shipped: Campaign) -> None:
    told = told_by(seated(shipped, 0, Stage.RECORD))

    assert [text for text in record_of(shipped, 0) if text.casefold() not in told] == []
