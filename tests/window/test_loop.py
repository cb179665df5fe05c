"""The loop: a picture first, then the disk, then what will soon be needed, then sleep."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import Mock

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.errors import Refused
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.screens.screen import Office, Turn
from game.window.app import App
from game.window.display import Window
from game.window.gallery import desk_at, office_in_memory
from game.window.painting import painter
from game.window.system import Rest


@pytest.fixture
def office(harbour: Campaign) -> Office:
    """An office without files."""
    return office_in_memory(harbour)


@pytest.fixture
def app(office: Office) -> App:
    """An app that shows the title."""
    return App([office.title()], office, painter())


@pytest.fixture
def window() -> Iterator[Window]:
    """A window that nobody sees."""
    yield Window(Settings(left=10, top=20), "The Dike")
    pygame.display.quit()


def test_what_is_made_ahead_is_made_before_the_game_sleeps(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief: list[bool] = []

    def sleep(_rest: Rest, _most: float, *, pads: bool, briefly: bool) -> float:
        assert not pads
        brief.append(briefly)
        del app.stack[len(brief) % 4 :]  # the fourth is the last
        return 0.0

    made = [True, True, True, False]
    monkeypatch.setattr("game.screens.ahead.Ahead.step", lambda *_: made[len(brief)])
    monkeypatch.setattr(Rest, "sleep", sleep)

    window.run(app)

    assert brief == [True, True, True, False]


def test_a_window_whose_display_is_gone_says_so_and_is_not_hidden(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.loss.has_come = True
    monkeypatch.setattr(window, "pane", Mock(wraps=window.pane))

    with pytest.raises(Refused, match="the display is gone; the game was saved"):
        window.run(app)
    window.leave()

    assert isinstance(window.pane, Mock)
    assert window.pane.hide.call_count == 0


def test_a_step_is_seen_before_it_is_kept(
    window: Window, app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def keep(_desk: Desk) -> str:
        told.append("kept")
        app.stack.clear()
        return ""

    office.keep = keep
    monkeypatch.setattr(app, "draw", lambda *_, **__: told.append("seen"))
    app.carry_out(Turn(desk_at(office.campaign, 0, Stage.TELEGRAM)))

    window.run(app)

    assert told == ["seen", "kept"]


def test_a_step_that_cannot_be_kept_is_told_at_once(
    window: Window, app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def draw(*_: object, **__: object) -> None:
        seen.append(app.top.name)
        del app.stack[: max(0, len(seen) - 1) * 9]  # after the second picture the player leaves

    office.keep = lambda _: "The disk says: full."
    monkeypatch.setattr(app, "draw", draw)
    app.carry_out(Turn(desk_at(office.campaign, 0, Stage.SITUATION)))

    window.run(app)

    assert seen == ["situation", "overlay"]


def test_memory_is_given_back_when_a_map_is_there_and_not_after_every_slice(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    slices = iter([*[True] * 8, False])
    given: list[bool] = []

    def prepare() -> bool:
        app.canvas.is_ready = not next(slices)
        return True

    def give_back() -> None:
        given.append(app.canvas.is_ready)
        app.stack.clear()

    monkeypatch.setattr(app, "draw", lambda *_, **__: None)
    monkeypatch.setattr(app.canvas, "prepare", prepare)
    monkeypatch.setattr("game.window.system.give_back", give_back)

    window.run(app)

    assert given == [True]
