"""How a campaign is played: chosen on the first page, before anything is answered."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.playthrough.coverage import Seen
from game.playthrough.desk import Stage
from game.window.gallery import MemoryShelf
from tests.screens.player import Player, office


def on_the_first_page(campaign: Campaign) -> Player:
    """Return a player who has begun a campaign."""
    return Player(office(campaign)).click("New campaign")


def test_the_first_page_leads_to_the_conditions_and_back(harbour: Campaign) -> None:
    player = on_the_first_page(harbour)

    page = player.click("How it is played").top.name
    back = player.press("escape").top.name

    assert (page, back) == ("conditions", "opening")
    assert "conditions" not in player.click("next").names


def test_a_campaign_is_played_under_the_reading_that_was_chosen(harbour: Campaign) -> None:
    other = harbour.model.readings[1]
    player = on_the_first_page(harbour).click("How it is played")

    player.click(str(other.title)).click("Done").click("next")

    assert player.desk.stage is Stage.SITUATION
    assert player.desk.playthrough.reading == other.id


def test_chance_is_let_in_and_turned_off_by_its_numbers(harbour: Campaign) -> None:
    player = on_the_first_page(harbour).click("How it is played")
    has_a_say, is_off = str(len(harbour.model.readings) + 1), str(len(harbour.model.readings) + 2)

    player.press(has_a_say, "escape").click("next")
    first = player.desk.playthrough.chance
    player.press("escape").click("To the title").click("New campaign").click("How it is played")
    player.press(has_a_say, is_off, "escape").click("next")

    assert (first, player.desk.playthrough.chance) == (True, False)


def test_what_the_first_reading_holds_is_told_after_a_first_end_only(harbour: Campaign) -> None:
    holds = " ".join(str(harbour.model.readings[0].text).split()).casefold()
    begun = on_the_first_page(harbour).click("How it is played")
    at = office(harbour)
    ended = replace(at, shelf=MemoryShelf((), Seen(endings=frozenset({"any"}))))

    told = Player(ended).click("New campaign").click("How it is played")

    assert holds not in begun.text
    assert "would tell you too much" in begun.text
    assert holds in told.text


def test_another_reading_says_what_it_holds_at_once(harbour: Campaign) -> None:
    other = harbour.model.readings[1]
    player = on_the_first_page(harbour).click("How it is played").press("2")

    holds = " ".join(str(other.text).split()).casefold()

    assert holds in player.text
    assert holds in player.press("escape").text
