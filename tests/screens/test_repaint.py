"""Only what changed is drawn; what is seen is the same as if all had been."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage, scenario_of
from game.screens.flight import flight_of
from game.screens.flow import screen_for
from game.screens.screen import Stay
from game.screens.stages.sending import SendingScreen
from game.widgets.map.camera import View
from game.widgets.map.ground import Ground
from game.widgets.sheet import Chart, Sheet
from game.window.gallery import desk_at
from game.window.painting import painter
from tests.exhaustive import sampled
from tests.screens.player import (
    PAINTER,
    Player,
    campaign_by_keys,
    campaign_by_tab,
    chart,
    office,
    seated,
)

SIZE = (640, 400)
LINE = ("wait", "wait")


class Watcher(Player):
    """A player who compares the window with a fresh picture after everything that happens."""

    window = pygame.Surface(SIZE)
    compared = 0

    def event(self, event: pygame.Event) -> Player:
        """Let something happen, and a moment after it."""
        super().event(event)
        self.compare()
        self.wait(0.15)
        self.compare()
        return self

    def compare(self) -> None:
        """Draw what changed, then all of it elsewhere."""
        if self.app.is_over():
            return
        self.app.draw(self.window)
        fresh = pygame.Surface(SIZE)
        PAINTER.paint(fresh, self.app.sheet(SIZE))
        assert self.window.get_buffer().raw == fresh.get_buffer().raw, self.top.name
        self.compared += 1


@pytest.mark.parametrize("motion", sampled([True, False], [True]))
def test_a_campaign_looks_the_same_however_little_is_drawn(
    harbour: Campaign, *, motion: bool
) -> None:
    watcher = Watcher(office(harbour, Settings(motion=motion)), size=SIZE)

    campaign_by_keys(watcher, LINE)

    assert watcher.compared > 30


@pytest.mark.exhaustive
def test_the_focus_leaves_nothing_behind_in_a_whole_campaign(harbour: Campaign) -> None:
    watcher = Watcher(office(harbour, Settings(motion=False)), size=SIZE)

    campaign_by_tab(watcher, LINE)

    assert watcher.compared > 60


@pytest.mark.parametrize("stage", [Stage.SITUATION, Stage.DECISION, Stage.RECORD])
def test_the_focus_leaves_nothing_behind(harbour: Campaign, stage: Stage) -> None:
    room = office(harbour, Settings(motion=False))
    watcher = Watcher(room, screen_for(room, desk_at(harbour, 0, stage)), size=SIZE)

    watcher.press(*["tab"] * 5)

    assert watcher.compared == 10


# --- in haste ---


def settle(player: Player, surface: pygame.Surface) -> int:
    """Prepare and draw until nothing stands in for anything; return how many slices it took."""
    slices = 0
    player.app.draw(surface, hasty=True)
    while player.app.canvas.prepare():
        player.app.draw(surface, hasty=True)
        slices += 1
    return slices


def test_in_haste_words_come_first_and_then_the_map(harbour: Campaign) -> None:
    player, surface = Player(office(harbour), size=SIZE), pygame.Surface(SIZE)
    fresh = pygame.Surface(SIZE)
    PAINTER.paint(fresh, player.sheet)
    player.app.canvas.painter = painter()

    player.app.draw(surface, hasty=True)
    first = bytes(surface.get_buffer().raw)
    slices = settle(player, surface)

    assert slices > 4
    assert first != fresh.get_buffer().raw
    assert surface.get_buffer().raw == fresh.get_buffer().raw


def test_a_map_is_ready_after_its_last_slice_and_for_that_picture_only(harbour: Campaign) -> None:
    player, surface = Player(office(harbour), size=SIZE), pygame.Surface(SIZE)
    canvas = player.app.canvas
    canvas.painter = painter()
    player.app.draw(surface, hasty=True)
    canvas.prepare()
    first = canvas.is_ready
    for _ in range(100):
        canvas.prepare()
    last = canvas.is_ready
    player.app.draw(surface, hasty=True)

    assert (first, last, canvas.is_ready) == (False, True, False)


def test_a_map_that_is_there_is_drawn_at_once(harbour: Campaign) -> None:
    player, surface = Player(office(harbour), size=SIZE), pygame.Surface(SIZE)
    settle(player, surface)
    player.app.carry_out(Stay())

    assert settle(player, pygame.Surface(SIZE)) == 0
    assert not player.app.canvas.prepare()


def test_what_was_wiped_is_drawn_again(harbour: Campaign) -> None:
    player, surface = Player(office(harbour), size=SIZE), pygame.Surface(SIZE)
    player.app.draw(surface)

    player.app.canvas.forget()

    assert player.app.draw(surface) == (0, 0, *SIZE)


# --- in steps ---

STEPPING = (Stage.TELEGRAM, Stage.CONSEQUENCES, Stage.DECISION)


def frames(player: Player, count: int, every: float = 1 / 60) -> list[tuple[Sheet | None, Sheet]]:
    """Draw so many pictures so many seconds apart; return what is seen beside what is so."""
    pairs, surface = [], pygame.Surface(SIZE)
    player.size = SIZE
    for _ in range(count):
        player.app.update(every)
        player.app.draw(surface)
        pairs.append((player.app.canvas.seen, player.sheet))
    return pairs


def stepping(campaign: Campaign, stage: Stage) -> Player:
    """Return a player at a stage where something moves in steps: a decision's reply is keyed."""
    player = seated(campaign, 1, stage)
    if stage is Stage.DECISION:
        response = scenario_of(campaign, player.desk).decision.responses[0]
        player.app.stack.append(SendingScreen(player.app.office, player.desk, response))
        player.press("return")
    return player


@pytest.mark.parametrize("stage", STEPPING)
def test_what_moves_in_steps_is_seen_at_every_step(harbour: Campaign, stage: Stage) -> None:
    seen = frames(stepping(harbour, stage), 75, every=1 / 30)

    assert all(one == other for one, other in seen)
    assert len({id(one) for one, _ in seen}) > 10


@pytest.mark.parametrize("stage", STEPPING)
def test_between_two_steps_no_sheet_is_made(harbour: Campaign, stage: Stage) -> None:
    player = stepping(harbour, stage)
    frames(player, 1)

    seen = [one for one, _ in frames(player, 60)]

    assert len({id(one) for one in seen}) < 40


def test_a_key_between_two_steps_is_seen_at_once(harbour: Campaign) -> None:
    player = seated(harbour, 1, Stage.CONSEQUENCES)
    frames(player, 5)

    player.press("tab")

    assert all(one == other for one, other in frames(player, 3))
    assert player.sheet.focus != ""


# --- in flight ---


def test_a_camera_in_flight_is_seen_at_every_picture(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    frames(player, 1)
    player.press("tab")

    seen = frames(player, 50, every=1 / 40)

    assert all(one == other for one, other in seen)
    assert chart(player).goal is None
    assert len({id(one) for one, _ in seen}) > 20


def test_while_only_the_camera_moves_no_text_is_laid_out(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    player, surface = seated(harbour, 0, Stage.SITUATION), pygame.Surface(SIZE)
    player.app.draw(surface)
    player.press("tab").app.update(0.1)
    player.app.draw(surface)
    before = chart(player).scene.camera
    monkeypatch.delattr(type(player.top), "view")

    player.app.update(0.3)
    player.app.draw(surface)

    seen = player.app.canvas.seen
    assert seen
    (flown,) = (one for one in seen.marks if isinstance(one, Chart))
    assert flown.scene.camera != before


def test_a_page_turned_in_flight_is_seen_at_once(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.OPENING)
    player.press("return")
    frames(player, 5)

    player.press("return")

    assert all(one == other for one, other in frames(player, 3))


def take_off(player: Player, surface: pygame.Surface) -> None:
    """Send the camera on as the window does: it is in the air, its goal is not drawn yet."""
    player.press("tab").app.update(1 / 60)
    player.app.draw(surface, hasty=True)
    while player.app.canvas.prepare():
        if player.app.canvas.is_ready:
            player.app.draw(surface, hasty=True)


def fly(player: Player, surface: pygame.Surface) -> None:
    """Let the camera take off and arrive, with a slice of work after each picture."""
    take_off(player, surface)
    while player.app.update(1 / 60):
        player.app.draw(surface, hasty=True)
        while player.app.canvas.prepare():
            if player.app.canvas.is_ready:
                player.app.draw(surface, hasty=True)


def is_drawn(player: Player) -> bool:
    """Return whether the place that the camera flies to is drawn."""
    flying = chart(player)
    assert flying.goal
    return player.app.canvas.painter._maps().is_ready(flying.rect[2:], flying.goal)


def in_the_air(campaign: Campaign) -> tuple[Player, pygame.Surface]:
    """Return a player whose camera has just taken off, and the window."""
    player, surface = seated(campaign, 0, Stage.SITUATION).resize(*SIZE), pygame.Surface(SIZE)
    player.app.canvas.painter = painter()
    player.app.draw(surface)
    take_off(player, surface)
    return player, surface


def test_a_flight_begins_before_its_goal_is_drawn(harbour: Campaign) -> None:
    player, surface = in_the_air(harbour)
    before = bytes(surface.get_buffer().raw)

    player.app.update(0.2)
    player.app.draw(surface, hasty=True)

    assert not player.app.canvas.waits
    assert not is_drawn(player)
    assert surface.get_buffer().raw != before


def test_while_a_flight_goes_on_its_goal_is_drawn(harbour: Campaign) -> None:
    player, surface = in_the_air(harbour)

    pictures = 0
    while not is_drawn(player):
        player.app.update(0.01)
        player.app.draw(surface, hasty=True)
        assert not player.app.canvas.prepare()
        pictures += 1

    assert pictures > 4


def test_from_midway_a_flight_waits_until_its_goal_is_drawn(harbour: Campaign) -> None:
    player, surface = in_the_air(harbour)
    flight = flight_of(player.top)
    assert flight
    player.app.update(flight.seconds * 0.6)

    slices = settle(player, surface)

    assert slices > 4
    assert is_drawn(player)


def test_a_flight_draws_no_ground_but_that_of_its_goal(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It begins where the last one ended, and that is kept."""
    player, surface = seated(harbour, 0, Stage.SITUATION).resize(*SIZE), pygame.Surface(SIZE)
    player.app.canvas.painter = painter()
    player.app.draw(surface)
    fly(player, surface)
    grounds: list[View] = []
    drawn = Ground.drawn

    def noted(ground: Ground, view: View, *how: Any) -> Any:
        grounds.append(view)
        return drawn(ground, view, *how)

    monkeypatch.setattr(Ground, "drawn", noted)
    fly(player, surface)

    assert grounds == [View(chart(player).scene.camera, chart(player).rect[2:])]
