"""The page of essentials on one key."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.menus.accessibility import ESSENTIALS, AccessibilityScreen
from game.window.gallery import scenes
from tests.screens.player import Player, office, pressed, seated


@pytest.fixture
def player(harbour: Campaign) -> Player:
    """Somebody at the page."""
    at = office(harbour)
    return Player(at, AccessibilityScreen(at))


def test_it_opens_over_every_picture_of_the_game(harbour: Campaign) -> None:
    at = office(harbour)
    opened = {}
    for name, screens in scenes(at):
        player = Player(at, at.title())
        player.app.stack += screens
        player.top.hand.listening = False
        player.event(pressed("shift+a"))
        opened[name] = any(one.name == "accessibility" for one in player.app.stack)

    # on the page itself the key closes it; in a field it writes a letter
    assert {name for name, did in opened.items() if not did} == {
        *("accessibility", "argue-number", "backlog-find", "shelf-naming"),
        *("entry", "entry-half", "entry-slip", "entry-good"),
        *("classroom", "classroom-rooms", "wall-hands", "argue-number"),
    }


def test_it_opens_with_the_pad(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL)
    back = pygame.CONTROLLER_BUTTON_BACK

    player.event(pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=back, instance_id=0))

    assert player.top.name == "accessibility"


@pytest.mark.parametrize("way", ["title", "menu"])
def test_it_opens_with_the_mouse(harbour: Campaign, way: str) -> None:
    start = {"title": Player(office(harbour)), "menu": seated(harbour, 0, Stage.SITUATION)}[way]

    assert start.press("f10").click("accessibility").top.name == "accessibility"


def test_every_essential_is_on_the_one_page(player: Player) -> None:
    names = player.names

    assert [one for one in ESSENTIALS if f"more:{one}" not in names] == []
    assert not [one for one in names if one.startswith("page:")]


def test_a_setting_takes_effect_at_once(player: Player) -> None:
    player.click("more:text").click("more:contrast").click("less:motion")

    assert player.office.settings == Settings(text=115, contrast=True, motion=False)


def test_all_settings_and_the_keys_are_one_press_away(player: Player) -> None:
    assert player.click("settings").top.name == "settings"
    assert player.press("escape").click("keys").top.name == "keys"


def test_what_is_always_so_is_said(player: Player) -> None:
    assert "no colour tells anything alone" in " ".join(spot.label for spot in player.sheet.spots)


def test_the_largest_letters_leave_every_button_reachable(harbour: Campaign) -> None:
    at = office(harbour, Settings(text=250, spacing=200, face="dyslexia"))
    player = Player(at, AccessibilityScreen(at), size=(1024, 640))

    for name in ESSENTIALS:
        player.click(f"less:{name}")

    assert player.office.settings.text == 225


def test_it_closes_where_it_was_opened(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "shift+a", "escape")

    assert player.top.name == "foresight"
