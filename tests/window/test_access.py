"""The window told to screen readers: numbers that stay, roles, states, and what readers ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType, SimpleNamespace
from typing import Any

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.widgets.geometry import Rect
from game.widgets.sheet import PRESSED, READ, Group, Sheet, Spot
from game.widgets.tree import tree_of
from game.window.access import ROLES, ROOT, WANTED, Access, Numbers
from game.window.app import App
from game.window.gallery import office_in_memory, scenes
from tests.screens.player import PAINTER, Player

ANSWERS = Group("list", "Answers")
WAIT = Spot("wait", "option", "Wait", Rect(0, 0, 10, 10), within=(ANSWERS,))
RAISE = replace(WAIT, name="raise", label="Raise", state="chosen")
TITLE = Spot("", "text", "The dike", Rect(0, 20, 10, 10), enabled=False)


class Word:
    """Something of which any attribute is its own name, as of an enumeration."""

    def __getattr__(self, name: str) -> str:
        return name


class Made:
    """A node that takes note of what is set on it."""

    def __init__(self, role: str) -> None:
        self.told: dict[str, object] = {"role": role, "actions": []}

    def __getattr__(self, name: str) -> Callable[..., None]:
        def take(*given: object) -> None:
            if name == "add_action":
                self.told["actions"] = [*list(self.told["actions"]), *given]  # type: ignore[call-overload]
            else:
                self.told[name.removeprefix("set_")] = given[0] if given else True

        return take


class Adapter:
    """A reader that is awake."""

    def __init__(self, whole: Callable[[], Any], act: Callable[[Any], None], _end: object) -> None:
        self.act = act
        self.updates: list[Any] = []
        self.fronts: list[bool] = []
        self.bounds: list[Any] = []

    def update_if_active(self, whole: Callable[[], Any]) -> None:
        self.updates.append(whole())

    def update_window_focus_state(self, is_front: bool) -> None:
        self.fronts.append(is_front)

    def set_root_window_bounds(self, outer: Any, inner: Any) -> None:
        self.bounds.append(outer)


@pytest.fixture
def pane() -> Iterator[pygame.Window]:
    """The window, as the game opens it."""
    pygame.display.init()
    yield pygame.Window("The Dike", (100, 50), (30, 40))
    pygame.display.quit()


@pytest.fixture
def access(monkeypatch: pytest.MonkeyPatch, pane: pygame.Window) -> Access:
    """What readers are told, with AccessKit installed."""
    kit: Any = ModuleType("accesskit")
    kit.unix = SimpleNamespace(Adapter=Adapter)
    kit.Role = kit.Action = kit.Live = Word()
    kit.Node, kit.Rect = Made, Rect
    kit.TreeUpdate = lambda focus: SimpleNamespace(focus=focus)
    kit.Tree = lambda root: root
    monkeypatch.setitem(sys.modules, "accesskit", kit)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(pygame.key, "get_focused", lambda: True)
    made = Access()
    made.start(pane)
    return made


def sheet(*spots: Spot, focus: str = "") -> Sheet:
    return Sheet((100, 50), (), spots, (), focus)


def told(access: Access, label: str) -> dict[str, object]:
    """Return what was told last of something, by its label."""
    nodes = [made.told for _, made in access._adapter.updates[-1].nodes]
    return next(one for one in nodes if label in (one.get("label"), one.get("value")))


# --- numbers ---


def test_every_node_has_a_number_of_its_own() -> None:
    found = Numbers().told(tree_of(sheet(WAIT, RAISE, TITLE, TITLE)))

    assert len({one.number for one in found}) == len(found) == 6


def test_the_same_thing_keeps_its_number() -> None:
    numbers = Numbers()
    before = {one.node.label: one.number for one in numbers.told(tree_of(sheet(WAIT, RAISE)))}
    after = {one.node.label: one.number for one in numbers.told(tree_of(sheet(TITLE, RAISE)))}

    assert before["Raise"] == after["Raise"]
    assert after["The dike"] not in before.values()


def test_a_group_holds_the_numbers_of_what_is_in_it() -> None:
    found = Numbers().told(tree_of(sheet(WAIT, RAISE)))
    group = next(one for one in found if one.node.role == "list")

    assert set(group.inside) == {one.number for one in found if one.node.role == "option"}
    assert found[-1].inside == (group.number,)


# --- what is told ---


def test_every_role_has_a_name_for_readers() -> None:
    kinds = {"link", "window", "banner", "figures", "list", "tabs", "setting"}

    assert {*PRESSED, *READ, *kinds} == set(ROLES)


def test_whatever_stands_on_any_screen_has_a_role_that_readers_know(harbour: Campaign) -> None:
    office = office_in_memory(harbour)
    roles: set[str] = set()
    for _, screens in scenes(office):
        sheet = App(screens, office, PAINTER).sheet((1280, 720))
        roles |= {one.node.role for one in Numbers().told(tree_of(sheet))}

    assert "link" in roles
    assert roles <= set(ROLES)


def test_a_choice_is_told_with_state_place_and_bounds(access: Access) -> None:
    access.follow(sheet(WAIT, RAISE))

    assert told(access, "Raise") == {
        "role": "RADIO_BUTTON",
        "label": "Raise",
        "children": [],
        "bounds": Rect(0, 0, 10, 10),
        "position_in_set": 2,
        "size_of_set": 2,
        "description": "chosen",
        "selected": True,
        "actions": ["FOCUS", "CLICK"],
    }


def test_a_text_is_told_as_what_stands_there(access: Access) -> None:
    access.follow(sheet(TITLE))

    assert told(access, "The dike")["role"] == "LABEL"


def test_what_cannot_be_pressed_now_has_no_action(access: Access) -> None:
    access.follow(sheet(replace(WAIT, enabled=False)))

    assert (told(access, "Wait")["disabled"], told(access, "Wait")["actions"]) == (True, [])


def test_a_value_is_told(access: Access) -> None:
    access.follow(sheet(replace(WAIT, value="60 %")))

    assert told(access, "Wait")["value"] == "60 %"


def test_a_notice_is_told_by_itself(access: Access) -> None:
    access.follow(sheet(replace(TITLE, role="notice")))

    assert told(access, "The dike")["live"] == "POLITE"


def test_the_window_is_told_by_its_title(access: Access) -> None:
    access.follow(sheet())

    assert told(access, "The Dike")["role"] == "WINDOW"


def test_the_focus_is_told_by_its_number(access: Access) -> None:
    access.follow(sheet(WAIT, RAISE, focus="raise"))

    update = access._adapter.updates[-1]
    labels = {number: made.told.get("label") for number, made in update.nodes}
    assert labels[update.focus] == "Raise"


def test_without_a_focus_the_window_has_it(access: Access) -> None:
    access.follow(sheet(WAIT))

    assert access._adapter.updates[-1].focus == ROOT


def test_nothing_is_told_twice(access: Access) -> None:
    access.follow(sheet(WAIT))
    access.follow(sheet(WAIT))

    assert len(access._adapter.updates) == 1


def test_readers_know_where_the_window_is(access: Access) -> None:
    access.follow(sheet(WAIT))
    access.follow(sheet(RAISE))

    assert access._adapter.bounds == [Rect(30, 40, 130, 90)]


def test_readers_know_whether_the_window_is_in_front(access: Access) -> None:
    access.front(False)

    assert access._adapter.fronts == [True, False]


# --- what is asked ---


def asked(access: Access, label: str, action: str) -> list[pygame.Event]:
    """Return the events that come of a reader asking for something."""
    number = next(one.number for one in access._told if one.node.label == label)
    pygame.display.init()
    pygame.event.clear()
    access._adapter.act(SimpleNamespace(target=number, action=action))
    found = pygame.event.get(WANTED)
    pygame.display.quit()
    return found


def test_a_reader_may_press_something(access: Access) -> None:
    access.follow(sheet(WAIT))

    assert [(one.spot, one.press) for one in asked(access, "Wait", "CLICK")] == [("wait", True)]


def test_a_reader_may_move_the_focus(access: Access) -> None:
    access.follow(sheet(WAIT))

    assert [(one.spot, one.press) for one in asked(access, "Wait", "FOCUS")] == [("wait", False)]


def test_a_reader_wakes_the_window(access: Access) -> None:
    rung: list[str] = []
    access.bell = lambda: rung.append("once")
    access.follow(sheet(WAIT))

    asked(access, "Wait", "CLICK")
    asked(access, "Wait", "EXPAND")

    assert rung == ["once"]


def test_a_reader_that_asks_for_anything_else_gets_nothing(access: Access) -> None:
    access.follow(sheet(WAIT, TITLE))

    assert asked(access, "Wait", "EXPAND") == []
    assert asked(access, "The dike", "CLICK") == []


def wanted(player: Player, spot: str, *, press: bool) -> App:
    return player.event(pygame.Event(WANTED, spot=spot, press=press)).app


def test_what_a_reader_presses_is_pressed(player: Player) -> None:
    assert wanted(player, "settings", press=True).top.name == "settings"


def test_what_a_reader_moves_the_focus_to_has_it(player: Player) -> None:
    assert wanted(player, "settings", press=False).top.hand.focus == "settings"


def test_what_is_no_longer_there_is_not_pressed(player: Player) -> None:
    assert wanted(player, "send", press=True).top.name == "title"


# --- without ---


def test_without_accesskit_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, pane: pygame.Window
) -> None:
    monkeypatch.setitem(sys.modules, "accesskit", None)
    none = Access()
    none.start(pane)

    none.follow(sheet(WAIT))
    none.front(True)

    assert not none.is_there


def test_where_it_was_not_tried_it_is_not_used(
    access: Access, monkeypatch: pytest.MonkeyPatch, pane: pygame.Window
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    other = Access()
    other.start(pane)

    assert (access.is_there, other.is_there) == (True, False)


@pytest.fixture
def player(harbour: Campaign) -> Player:
    """Somebody before the title of the harbour."""
    return Player(office_in_memory(harbour))
