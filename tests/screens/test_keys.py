"""The page of keys: another key for a command, what speaks against it, and the way back."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.keymap import COMMANDS, KeyMap, rebound
from game.playthrough.desk import Stage
from game.screens.menus.keys import KeysScreen
from tests.screens.player import Player, office, pressed, seated


@pytest.fixture
def player(harbour: Campaign) -> Player:
    """Somebody at the keys."""
    at = office(harbour)
    return Player(at, KeysScreen(at))


def keys(player: Player) -> KeyMap:
    """Return the map in use."""
    return player.office.settings.keys


def test_the_page_is_reached_from_the_settings(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape").click("settings").click("keys")

    assert player.top.name == "keys"
    assert player.press("escape").top.name == "settings"


def test_every_command_has_a_row(player: Player) -> None:
    names = player.names

    assert [one.name for one in COMMANDS if f"change:{one.name}" not in names] == []


def test_a_key_is_given_with_the_mouse_and_then_counts(player: Player) -> None:
    player.click("change:encyclopaedia").press("z")

    assert keys(player).inputs("encyclopaedia") == ("z",)
    assert "z now gives: encyclopaedia." in player.text
    assert player.press("z").top.name == "encyclopaedia"


def test_a_key_is_given_with_the_keyboard_alone(player: Player) -> None:
    player.tab_to("change:advance").press("return", "shift+z")

    assert keys(player).inputs("advance") == ("shift+z", "pad:a")


def test_while_a_key_is_awaited_no_key_gives_a_command(player: Player) -> None:
    player.click("change:encyclopaedia").press("ctrl+q")

    assert not player.app.is_over()
    assert "ctrl+q gives already: quit" in player.text


def test_escape_leaves_it_as_it_is(player: Player) -> None:
    player.click("change:skip").press("escape")

    assert keys(player) == KeyMap()
    assert player.top.name == "keys"
    assert player.press("escape").app.is_over() is True


def test_a_click_leaves_it_as_it_is(player: Player) -> None:
    player.click("change:skip")

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1))

    assert keys(player) == KeyMap()
    assert not player.top.hand.listening


def test_a_key_without_a_name_cannot_be_given(player: Player) -> None:
    player.app.carry_out(player.top.act("change:skip"))

    player.event(pygame.Event(pygame.KEYDOWN, key=0, mod=0, unicode="é"))

    assert player.top.hand.listening


def test_a_key_that_is_taken_is_taken_over_when_pressed_twice(player: Player) -> None:
    player.click("change:skip").press("e")
    told, before = player.text, keys(player)

    player.press("e")

    assert "e gives already: encyclopaedia." in told
    assert before == KeyMap()
    assert keys(player).command("e") == "skip"
    assert "no key" in player.text


def test_another_key_may_be_pressed_instead_of_one_that_is_taken(player: Player) -> None:
    player.click("change:skip").press("e", "z")

    assert keys(player).command("e") == "encyclopaedia"
    assert keys(player).command("z") == "skip"


def test_the_last_key_of_what_must_have_one_is_not_given_away(harbour: Campaign) -> None:
    at = office(harbour, Settings(keys=rebound(KeyMap(), "advance", "return")))
    player = Player(at, KeysScreen(at)).click("change:skip").press("return", "return")

    assert keys(player).command("return") == "advance"
    assert "enter is the last key for: go on" in player.text


def test_a_number_is_not_given_away(player: Player) -> None:
    player.click("change:skip").press("1", "1")

    assert keys(player) == KeyMap()
    assert "1 cannot be given to anything else." in player.text


def test_ctrl_alone_can_be_given_to_what_is_held(player: Player) -> None:
    player.click("change:hurry").press("lshift")

    player.event(pressed("lshift", pygame.KEYUP))

    assert keys(player).inputs("hurry") == ("left shift", "pad:rt")


def test_one_command_goes_back_to_its_first_key(player: Player) -> None:
    player.click("change:skip").press("z").click("change:auto").press("x")

    player.click("first:skip")

    assert keys(player).inputs("skip") == KeyMap().inputs("skip")
    assert keys(player).command("x") == "auto"
    assert "first:skip" not in player.names


def test_all_keys_go_back_to_the_first_ones(player: Player) -> None:
    player.click("change:skip").press("z").press("d")

    assert keys(player) == KeyMap()


def test_the_line_of_keys_names_the_key_that_was_given(harbour: Campaign) -> None:
    at = Settings(keys=rebound(KeyMap(), "encyclopaedia", "z"))

    assert "Z ENCYCLOPAEDIA" in seated(harbour, 0, Stage.SITUATION, at).foot


def test_settings_as_at_first_keep_the_keys(player: Player) -> None:
    player.click("change:skip").press("z")

    seat = Player(player.office, None).click("settings").press("d")

    assert keys(seat).command("z") == "skip"


NAMELESS = pygame.Event(pygame.KEYDOWN, key=65, mod=0, unicode="", scancode=0)


def test_a_key_without_a_name_is_given_to_no_command(player: Player) -> None:
    player.click("change:skip").event(NAMELESS)

    assert player.top.hand.listening


def test_a_key_without_a_name_writes_nothing(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD).press("b", "ctrl+f").event(NAMELESS)

    assert player.spot("find").value == ""
