"""The whole game with a pad, and hints that follow the hand."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.keymap import KeyMap
from game.playthrough.desk import Stage
from game.playthrough.playthrough import history
from game.screens.bindings import pressable
from game.screens.menus.keys import KeysScreen
from game.screens.pad import AGAIN, BUTTONS, FIRST, NUMBERED, WHOLE, is_at_rest
from tests.exhaustive import sampled
from tests.screens.player import Player, campaign_by, office, seated

CODES = {name: code for code, name in BUTTONS.items()}
LARGE = Settings(text=250)
MOST_STOPS = 60
"""More things than any screen has to go to."""


def button(name: str, *, down: bool = True) -> pygame.Event:
    """Return a button of a pad going down or up."""
    kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
    return pygame.Event(kind, button=CODES[name], instance_id=7)


def tap(player: Player, *names: str) -> Player:
    """Press buttons one after another and let them go."""
    for name in names:
        player.event(button(name)).event(button(name, down=False))
    return player


def go_to(player: Player, name: str) -> Player:
    """Move the focus to something with the arrows of the pad."""
    for _ in range(MOST_STOPS):
        if player.top.hand.focus == name:
            return player
        tap(player, "right")
    message = f"no way to {name} on {player.top.name}"
    raise AssertionError(message)


def stick(player: Player, axis: int, share: float) -> Player:
    """Lean a stick or pull a trigger as far as a share of the whole."""
    kind, value = pygame.CONTROLLERAXISMOTION, round(share * WHOLE)
    return player.event(pygame.Event(kind, axis=axis, value=value, instance_id=7))


def test_a_campaign_is_begun_and_left_with_the_pad_alone(player: Player) -> None:
    tap(player, "a", "a")
    begun = player.top.name

    go_to(tap(player, "start"), "quit").event(button("a"))

    assert begun == "situation"
    assert player.app.is_over()


@pytest.mark.parametrize("name", sampled(["harbour", "shipped"], ["harbour"]))
def test_a_campaign_is_played_with_the_pad_alone(name: str, request: pytest.FixtureRequest) -> None:
    """Large letters, high contrast, nothing moves."""
    campaign: Campaign = request.getfixturevalue(name)
    player = Player(office(campaign, Settings(text=150, contrast=True, motion=False)))

    campaign_by(player, history(campaign), lambda one, name: tap(go_to(one, name), "a"))

    assert player.desk.stage is Stage.CHRONICLE
    assert player.desk.playthrough.line == history(campaign)


def test_a_card_is_chosen_and_sent_with_the_pad(harbour: Campaign) -> None:
    player = go_to(seated(harbour, 0, Stage.DECISION).wait(3), "card:wait")

    tap(player, "a", "a")

    assert player.top.name == "foresight"


@pytest.mark.parametrize(("name", "screen"), [("b", "pause"), ("start", "pause")])
def test_the_menu_is_on_two_buttons(harbour: Campaign, name: str, screen: str) -> None:
    player = seated(harbour, 0, Stage.SITUATION)

    opened = tap(player, name).top.name
    closed = tap(player, name).top.name

    assert (opened, closed) == (screen, "situation")


def test_b_closes_a_page(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("e")

    assert tap(player, "b").top.name == "situation"


def test_y_hides_the_words_and_any_button_brings_them_back(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)

    hidden = tap(player, "y").names
    tap(player, "a")

    assert hidden == []
    assert player.top.name == "situation"
    assert "next" in player.names


def test_the_shoulders_turn_pages(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)

    down = tap(player, "rb").top.hand.offsets["record"]
    up = tap(player, "lb").top.hand.offsets["record"]

    assert down > 0
    assert up == 0


# --- sticks ---


def test_the_stick_moves_the_focus_once_each_time_it_leans_out(player: Player) -> None:
    first = stick(player, pygame.CONTROLLER_AXIS_LEFTX, 0.9).top.hand.focus
    trembling = stick(player, pygame.CONTROLLER_AXIS_LEFTX, 0.5).top.hand.focus
    again = stick(player, pygame.CONTROLLER_AXIS_LEFTX, 0.9).top.hand.focus
    stick(player, pygame.CONTROLLER_AXIS_LEFTX, 0.1)
    second = stick(player, pygame.CONTROLLER_AXIS_LEFTX, 0.9).top.hand.focus

    assert [first, trembling, again, second] == [player.names[n] for n in (0, 0, 0, 1)]


def test_the_stick_leans_four_ways(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)
    down = stick(player, pygame.CONTROLLER_AXIS_LEFTY, 1).top.hand.offsets["record"]
    up = stick(player, pygame.CONTROLLER_AXIS_LEFTY, -1).top.hand.offsets["record"]
    left = stick(player, pygame.CONTROLLER_AXIS_LEFTX, -1).top.hand.focus

    assert down > up == 0
    assert left == [one.name for one in pressable(player.sheet) if one.role != "link"][-1]


def test_the_right_stick_turns_pages(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)

    assert stick(player, pygame.CONTROLLER_AXIS_RIGHTY, 1).top.hand.offsets["record"] > 0


def test_a_trigger_is_a_button(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL)

    assert "nothing has the focus" in stick(player, pygame.CONTROLLER_AXIS_TRIGGERLEFT, 1).text


def test_a_stick_without_a_meaning_does_nothing(player: Player) -> None:
    before = player.sheet

    assert stick(player, pygame.CONTROLLER_AXIS_RIGHTX, 1).sheet == before


def test_what_is_held_goes_on_after_a_while(player: Player) -> None:
    player.event(button("right"))
    first = player.top.hand.focus
    player.app.update(FIRST / 2)
    still = player.top.hand.focus
    player.app.update(FIRST)
    player.app.update(AGAIN + 0.01)

    assert [first, still, player.top.hand.focus] == [player.names[n] for n in (0, 0, 2)]


def test_while_something_is_held_the_game_stays_awake(player: Player) -> None:
    held = player.event(button("right")).app.update(0.01)
    let_go = player.event(button("right", down=False)).app.update(0.01)

    assert held
    assert not let_go


def test_what_presses_does_not_press_again_while_it_is_held(player: Player) -> None:
    player.event(button("a"))

    player.wait(3)

    assert player.top.name == "opening"


@pytest.mark.parametrize(
    "gone",
    [
        pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=7),
        pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=7),
        pygame.Event(pygame.WINDOWFOCUSLOST),
    ],
)
def test_a_pad_that_is_pulled_out_holds_nothing(player: Player, gone: pygame.Event) -> None:
    player.event(button("right")).event(gone)

    assert not player.app.update(5)


@pytest.mark.parametrize(("value", "rests"), [(3000, True), (-3000, True), (20000, False)])
def test_a_trembling_stick_does_not_keep_the_game_awake(value: int, rests: bool) -> None:
    event = pygame.Event(pygame.CONTROLLERAXISMOTION, axis=0, value=value, instance_id=7)

    assert is_at_rest(event) is rests


def test_a_trembling_stick_without_names_does_not_either() -> None:
    assert is_at_rest(pygame.Event(pygame.JOYAXISMOTION, axis=0, value=0.1, instance_id=7))
    assert not is_at_rest(pygame.Event(pygame.JOYBUTTONDOWN, button=0, instance_id=7))


# --- pads that the system cannot name ---


def test_numbered_buttons_lie_as_most_makers_lay_them(player: Player) -> None:
    start = NUMBERED.index("a")
    press = pygame.Event(pygame.JOYBUTTONDOWN, button=start, instance_id=7, joy=0)
    let_go = pygame.Event(pygame.JOYBUTTONUP, button=start, instance_id=7, joy=0)

    player.event(press).event(let_go).event(press)

    assert player.top.name == "situation"


def test_a_hat_and_a_numbered_stick_move_the_focus(player: Player) -> None:
    player.event(pygame.Event(pygame.JOYHATMOTION, value=(1, 0), hat=0, instance_id=7, joy=0))
    player.event(pygame.Event(pygame.JOYHATMOTION, value=(0, 0), hat=0, instance_id=7, joy=0))
    player.event(pygame.Event(pygame.JOYAXISMOTION, axis=0, value=1.0, instance_id=7, joy=0))

    assert player.top.hand.focus == player.names[1]


@pytest.mark.parametrize(
    "event",
    [
        pygame.Event(pygame.JOYBUTTONDOWN, button=77, instance_id=7, joy=0),
        pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=77, instance_id=7),
        pygame.Event(pygame.JOYAXISMOTION, axis=3, value=1.0, instance_id=7, joy=0),
    ],
)
def test_a_button_nobody_knows_does_nothing(player: Player, event: pygame.Event) -> None:
    before = player.sheet

    assert player.event(event).sheet == before


# --- hints ---


def test_hints_show_the_device_used_last(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    at_first = player.foot
    on_pad = tap(player, "right").foot
    on_keys = player.press("tab").foot

    assert "ENTER READ ON" in at_first
    assert "A READ ON" in on_pad
    assert "B MENU" in on_pad
    assert "ENTER READ ON" in on_keys


def test_the_mouse_brings_the_keys_back(harbour: Campaign) -> None:
    player = tap(seated(harbour, 0, Stage.SITUATION), "right").scroll(-1)

    assert "ENTER READ ON" in player.foot


def test_a_pad_with_signs_has_them_in_the_hints(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    player.app.inputs.pad_name = {7: "DualSense Wireless Controller"}.__getitem__

    assert "✕ READ ON" in tap(player, "right").foot


# --- other buttons ---


def test_a_button_is_given_to_a_command_with_the_pad_alone(harbour: Campaign) -> None:
    at = office(harbour)
    player = Player(at, KeysScreen(at)).tab_to("change:encyclopaedia")

    tap(player, "a", "l3")

    assert at.settings.keys.inputs("encyclopaedia") == ("e", "pad:l3")
    assert tap(player, "l3").top.name == "encyclopaedia"


def test_a_button_that_is_taken_is_told(harbour: Campaign) -> None:
    at = office(harbour)
    player = Player(at, KeysScreen(at)).tab_to("change:encyclopaedia")

    tap(player, "a", "y")

    assert "y gives already: hide the words" in player.text
    assert at.settings.keys == KeyMap()
