"""After the answer: the months, the ledger and the record."""

from __future__ import annotations

from typing import cast

from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage
from game.screens.stages.consequences import ConsequencesScreen
from game.words import wording
from tests.screens.player import Player, at_desk, seated


def months(player: Player) -> float:
    """Return how many months have gone by on the screen."""
    return cast("ConsequencesScreen", player.top).passed


def margin(player: Player) -> list[int]:
    """Return how far each dispatch that is shown begins to the right of the month above them."""
    month = wording.month(cast("ConsequencesScreen", player.top).shown_month)
    edge = player.spot(month).rect.x
    return [spot.rect.x - edge for spot in player.sheet.spots if spot.state == "invented"]


def test_the_months_pass_by_themselves(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).wait(2)

    assert 2 < months(player) < 3


def test_the_months_can_be_held_and_go_on(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).wait(1).press("p").wait(2)
    held = months(player)

    player.press("p").wait(1)

    assert 1 < held < 2
    assert months(player) > held + 1


def test_the_months_can_be_taken_one_by_one(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).wait(1).press("p")

    player.press("n", "n")

    assert months(player) == 3


def test_the_news_of_a_month_taken_by_itself_come_all_the_way(harbour: Campaign) -> None:
    """Time is held, but what slides in is not left half outside the paper."""
    player = seated(harbour, 0, Stage.CONSEQUENCES).wait(1).press("p")

    beside = [margin(player.press("n").wait(1)) for _ in range(3)]

    assert any(beside)
    assert not any(map(any, beside))


def test_news_that_are_on_their_way_when_time_is_held_still_come(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES)
    assert any(any(margin(player.wait(0.05))) for _ in range(99))

    player.press("p").wait(1)

    assert months(player) % 1 < 0.6
    assert not any(margin(player))


def test_a_month_taken_by_itself_is_heard(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).press("p")
    player.heard.clear()

    player.press("n")

    assert player.heard in (["month"], ["dispatch"])


def test_the_months_can_be_skipped_and_the_ledger_opened(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).press("return", "return")

    assert "months later" in player.text
    assert player.press("m").top.name == "consequences"
    assert months(player) == 0


def test_a_row_of_the_ledger_says_what_it_hangs_on(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).press("return", "return")

    player.click("why:dike")

    assert player.top.name == "reasons"
    assert "gangs raise it; the sea wears it down." in player.text


def test_each_month_that_comes_is_heard(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).wait(3)

    assert "month" in player.heard


# --- the record ---


def test_the_record_leads_back_to_the_ledger_and_not_to_the_months(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD).press("l")

    assert player.desk.stage is Stage.CONSEQUENCES
    assert "months later" in player.text
    assert player.press("return").top.name == "record"


def test_the_record_sets_the_two_tellings_side_by_side(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD)

    assert "the town is said to have prayed." in player.text
    assert "the book of tides has no bells in it." in player.text


def test_the_record_says_how_far_the_player_has_left_the_path(harbour: Campaign) -> None:
    player = at_desk(harbour, ("ten-gangs",), Stage.RECORD)

    assert "your answer differs from history." in player.text
