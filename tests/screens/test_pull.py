"""Bars that are dragged, and texts that a finger pulls along."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.menus.settings import SettingsScreen
from game.widgets.sheet import Scroll
from game.window.gallery import office_in_memory
from tests.screens.player import Player, seated

LARGE = Settings(text=250)


@pytest.fixture
def reader(harbour: Campaign) -> Player:
    """Somebody before a record that scrolls."""
    return seated(harbour, 0, Stage.RECORD, LARGE)


def record(player: Player) -> Scroll:
    """Return the part that scrolls."""
    return next(one for one in player.sheet.scrolls if one.name == "record")


def offset(player: Player) -> int:
    """Return how far it is scrolled."""
    return player.top.hand.offsets.get("record", 0)


def on_bar(player: Player, y: int) -> tuple[int, int]:
    """Return a point on its bar, so far down."""
    return record(player).rect.right - 3, y


def finger(player: Player, kind: int, point: tuple[int, int]) -> Player:
    """Let a finger go down, move or come up."""
    given = {"buttons": (1, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    return player.event(pygame.Event(kind, pos=point, touch=True, **given))


def swept(player: Player, *points: tuple[int, int]) -> Player:
    """Put a finger down on the first point, move it along the others and lift it."""
    finger(player, pygame.MOUSEBUTTONDOWN, points[0])
    for point in points[1:]:
        finger(player, pygame.MOUSEMOTION, point)
    return finger(player, pygame.MOUSEBUTTONUP, points[-1])


def test_a_bar_is_dragged_to_the_end_of_the_text_and_back(reader: Player) -> None:
    part = record(reader)
    knob = part.knob(0)
    top = on_bar(reader, knob.y + 2)

    low = offset(reader.drag(top, on_bar(reader, part.rect.bottom + 99)))
    knob = part.knob(low)
    high = offset(reader.drag(on_bar(reader, knob.y + 2), on_bar(reader, part.rect.y - 99)))

    assert low == part.most
    assert high == 0


def test_a_bar_goes_as_far_as_it_is_dragged(reader: Player) -> None:
    part = record(reader)
    half = (part.rect.h - part.knob(0).h) // 2
    start = part.rect.y + 5

    reader.drag(on_bar(reader, start), on_bar(reader, start + half))

    assert abs(offset(reader) - part.most // 2) <= part.most // 20


def test_a_click_on_a_rail_brings_the_knob_there(reader: Player) -> None:
    part = record(reader)

    reader.drag(on_bar(reader, part.rect.bottom - 1))

    assert offset(reader) == part.most


def test_a_bar_that_was_let_go_is_held_no_more(reader: Player) -> None:
    top = on_bar(reader, record(reader).rect.y + 3)
    reader.drag(top, top)

    reader.event(pygame.Event(pygame.MOUSEMOTION, pos=on_bar(reader, 600), buttons=(1, 0, 0)))

    assert offset(reader) == 0


def test_a_bar_let_go_outside_the_window_is_held_no_more(reader: Player) -> None:
    top = on_bar(reader, record(reader).rect.y + 3)
    reader.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=top, button=1))

    reader.event(pygame.Event(pygame.MOUSEMOTION, pos=on_bar(reader, 600), buttons=(0, 0, 0)))

    assert offset(reader) == 0


def test_a_bar_is_dropped_with_its_screen(reader: Player) -> None:
    top, low = on_bar(reader, record(reader).rect.y + 3), on_bar(reader, 600)
    reader.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=top, button=1)).press("f1")

    reader.event(pygame.Event(pygame.MOUSEMOTION, pos=low, buttons=(1, 0, 0)))

    assert reader.press("f1").top.name == "record"
    assert offset(reader) == 0


def test_a_mouse_that_is_dragged_over_the_text_scrolls_nothing(reader: Player) -> None:
    rect = record(reader).rect

    reader.drag((rect.x + 9, rect.bottom - 9), (rect.x + 9, rect.y + 9))

    assert offset(reader) == 0


def test_a_finger_pulls_the_text_along(reader: Player) -> None:
    rect = record(reader).rect

    swept(reader, (rect.x + 9, rect.y + 90), (rect.x + 9, rect.y + 60), (rect.x + 9, rect.y + 20))

    assert offset(reader) == 70


def test_a_finger_that_trembles_presses_what_it_is_on(harbour: Campaign) -> None:
    at = office_in_memory(harbour, LARGE)
    player = Player(at, SettingsScreen(at), size=(1024, 640))
    x, y, _, _ = player.spot("less:text").rect

    swept(player, (x + 5, y + 5), (x + 6, y + 7))

    assert at.settings.text < LARGE.text


def test_a_finger_that_pulls_presses_nothing(harbour: Campaign) -> None:
    at = office_in_memory(harbour, LARGE)
    player = Player(at, SettingsScreen(at), size=(1024, 640))
    x, y, _, _ = player.spot("less:text").rect

    swept(player, (x + 5, y + 25), (x + 5, y - 20))

    assert at.settings.text == LARGE.text
    assert player.sheet.scrolls[0].most > 0
    assert player.top.hand.offsets[player.sheet.scrolls[0].name] == 45
