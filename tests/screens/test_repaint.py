"""Only what changed is drawn; what is seen is the same as if all had been."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.painting import painter
from game.playthrough.desk import Stage
from game.screens.screen import Stay
from game.settings import Settings
from game.widgets.sheet import Chart, Sheet
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


@pytest.mark.parametrize("motion", [True, False])
def test_a_campaign_looks_the_same_however_little_is_drawn(
    harbour: Campaign, *, motion: bool
) -> None:
    watcher = Watcher(office(harbour, Settings(motion=motion)), size=SIZE)

    campaign_by_keys(watcher, LINE)

    assert watcher.compared > 30


def test_the_focus_leaves_nothing_behind(harbour: Campaign) -> None:
    watcher = Watcher(office(harbour, Settings(motion=False)), size=SIZE)

    campaign_by_tab(watcher, LINE)

    assert watcher.compared > 60


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

STEPPING = (Stage.TELEGRAM, Stage.CONSEQUENCES)


def frames(player: Player, count: int) -> list[tuple[Sheet | None, Sheet]]:
    """Draw so many pictures a sixtieth of a second apart; return what is seen beside what is so."""
    pairs, surface = [], pygame.Surface(SIZE)
    player.size = SIZE
    for _ in range(count):
        player.app.update(1 / 60)
        player.app.draw(surface)
        pairs.append((player.app.canvas.seen, player.sheet))
    return pairs


@pytest.mark.parametrize("stage", STEPPING)
def test_what_moves_in_steps_is_seen_at_every_step(harbour: Campaign, stage: Stage) -> None:
    seen = frames(seated(harbour, 1, stage), 150)

    assert all(one == other for one, other in seen)
    assert len({id(one) for one, _ in seen}) > 10


@pytest.mark.parametrize("stage", STEPPING)
def test_between_two_steps_no_sheet_is_made(harbour: Campaign, stage: Stage) -> None:
    player = seated(harbour, 1, stage)
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


def test_a_camera_in_flight_is_seen_at_every_picture(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION)
    frames(player, 1)
    player.press("tab")

    seen = frames(player, 200)

    assert all(one == other for one, other in seen)
    assert chart(player).goal is None
    assert len({id(one) for one, _ in seen}) > 20


def test_while_only_the_camera_moves_no_text_is_laid_out(
    shipped: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    player, surface = seated(shipped, 0, Stage.SITUATION), pygame.Surface(SIZE)
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


def test_a_page_turned_in_flight_is_seen_at_once(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.OPENING)
    player.press("return")
    frames(player, 5)

    player.press("return")

    assert all(one == other for one, other in frames(player, 3))
