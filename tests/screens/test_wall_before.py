"""What the wall tells a class before its first telegram."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.playthrough.playthrough import history
from game.room.requests import Next
from game.window.classgallery import host_in_memory, wanted
from tests.screens.presenter import Presenter, before


@pytest.fixture
def lobby(harbour: Campaign) -> Presenter:
    """Before a class of seven that is in the lobby."""
    return before(host_in_memory(harbour, 7))


def test_the_content_note_comes_before_the_first_telegram(lobby: Presenter) -> None:
    lobby.press("right")

    assert lobby.page == "before"
    assert str(lobby.host.campaign.outline.content_note).casefold() in lobby.player.text
    assert lobby.host.asked == []


def test_from_the_note_one_goes_back_to_the_lobby(lobby: Presenter) -> None:
    assert lobby.press("right", "left").page == "lobby"


@pytest.mark.parametrize("key", ["left", "right"])
def test_what_everybody_should_know_is_one_button_away(lobby: Presenter, key: str) -> None:
    lobby.press("right").player.click("wall:known")
    assert lobby.page == "known"
    assert "the town lies low." in lobby.player.text

    assert lobby.press(key).page == "before"


def test_the_note_is_passed_over_when_the_teachers_page_leads_on(lobby: Presenter) -> None:
    lobby.press("right").host.ask(Next())

    assert lobby.follow().page == "situation"


def test_the_note_stays_while_others_come_in(lobby: Presenter) -> None:
    lobby.press("right").host.join(("Zed",))

    assert lobby.follow().page == "before"


def test_a_class_that_begins_later_is_told_what_was_answered_before(harbour: Campaign) -> None:
    wish = wanted(harbour, before=history(harbour, 1))
    found = before(host_in_memory(harbour, 7, wish)).press("right").player.text

    assert "what went before" in found
    assert "the answer was" in found
    assert "open telegram 2" in found
