"""Somebody who presses anything at any time: no screen stops for it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.files.saves import Saves
from game.files.settings import Settings
from game.playthrough.desk import Desk
from game.window.gallery import scenes
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.exhaustive import examples
from tests.screens.player import KEYS, Player, office

SIZES = ((1280, 720), (1024, 640), (640, 400), (320, 200), (2560, 600))
points = st.tuples(st.integers(-5, 1300), st.integers(-5, 730))
keys = st.one_of(
    st.sampled_from(sorted(KEYS.values())),
    st.integers(32, 126),
    st.sampled_from([pygame.K_F1, pygame.K_LCTRL, pygame.K_PRINTSCREEN, 0, 2**30 + 400]),
)
mods = st.sampled_from([pygame.KMOD_NONE, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT])
events = st.one_of(
    st.builds(lambda key, mod: pygame.Event(pygame.KEYDOWN, key=key, mod=mod), keys, mods),
    st.builds(lambda key: pygame.Event(pygame.KEYUP, key=key, mod=0), keys),
    st.builds(
        lambda at, button: pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button),
        points,
        st.integers(1, 7),
    ),
    st.builds(lambda at: pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=()), points),
    st.builds(lambda x, y: pygame.Event(pygame.MOUSEWHEEL, x=x, y=y), *2 * [st.integers(-9, 9)]),
    st.builds(
        lambda kind, button: pygame.Event(kind, button=button, instance_id=0),
        st.sampled_from([pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP]),
        st.integers(0, 20),
    ),
    st.builds(
        lambda axis, value: pygame.Event(
            pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0
        ),
        st.integers(0, 5),
        st.integers(-32768, 32767),
    ),
    st.sampled_from([pygame.Event(pygame.WINDOWLEAVE), pygame.Event(pygame.USEREVENT)]),
)
doings = st.lists(st.one_of(events, st.sampled_from(SIZES), st.floats(0, 3)), max_size=25)


def do(player: Player, what: pygame.Event | tuple[int, int] | float) -> None:
    """Let one thing happen, if the player has not left."""
    if player.app.is_over():
        return
    match what:
        case float():
            player.app.update(what)
        case (int(width), int(height)):
            player.resize(width, height)
        case _:
            player.event(what)


@lru_cache(maxsize=1)
def names_of_scenes(campaign: Campaign) -> list[str]:
    """Return the name of every picture; to make them all for one would take most of the time."""
    return [name for name, _ in scenes(office(campaign))]


@pytest.fixture(autouse=True)
def _mouse(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no window the mouse could be in."""
    monkeypatch.setattr("pygame.mouse.get_pos", lambda: (700, 300))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(100))
@given(st.data())
def test_no_event_stops_any_screen(harbour: Campaign, data: st.DataObject) -> None:
    at = office(harbour)
    wanted = data.draw(st.sampled_from(names_of_scenes(harbour)))
    screens = next(screens for name, screens in scenes(at) if name == wanted)
    player = Player(at, at.title())
    player.app.stack += screens

    for what in data.draw(doings):
        do(player, what)

    assert player.app.is_over() or player.sheet.marks


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30))
@given(st.data())
def test_whoever_presses_what_is_on_offer_gets_through(
    harbour: Campaign, data: st.DataObject
) -> None:
    player = Player(office(harbour, Settings(motion=data.draw(st.booleans()))))

    for number in data.draw(st.lists(st.integers(0, 99), max_size=60)):
        if not player.app.is_over():
            names = [name for name in player.names if name != "quit"]
            player.app.carry_out(player.top.act(names[number % len(names)]))
            player.top.update(0.3)

    assert player.sheet.marks
    assert [
        desk for desk in player.kept if len(desk.playthrough.line) > len(harbour.scenarios)
    ] == []


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=examples(8),
)
@given(st.lists(events, min_size=150, max_size=150))
def test_whoever_mashes_the_keys_through_a_campaign_loses_no_save(
    harbour: Campaign, tmp_path: Path, mashed: list[pygame.Event]
) -> None:
    at = office_on_disk(harbour, Settings(), Sound(tmp_path), tmp_path / "saves")
    player = Player(at, at.title())
    turned: list[Desk] = []
    keep = at.keep

    def noted(desk: Desk) -> str:
        turned.append(desk)
        return keep(desk)

    at.keep = noted
    player.press("return")

    for what in mashed:
        do(player, what)

    found, aside = Saves(tmp_path / "saves").all()
    assert aside == ()
    assert turned[-1] in [one.desk for one in found]
