"""How long a window sleeps, what wakes it up, and what it does while a map is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.screens.notice import STAYS
from game.screens.pacing import Mode
from game.screens.screen import Office
from game.window.app import App
from game.window.classgallery import host_in_memory, wall
from game.window.display import SOON, Window, due
from game.window.gallery import office_in_memory
from game.window.painting import painter
from tests.screens.player import pressed

BRUSH = painter()


@pytest.fixture
def office(harbour: Campaign) -> Office:
    """An office without files."""
    return office_in_memory(harbour)


@pytest.fixture
def app(office: Office) -> App:
    """An app that shows the title."""
    return App([office.title()], office, BRUSH)


@pytest.fixture
def window() -> Iterator[Window]:
    """A window that nobody sees."""
    yield Window(Settings(left=10, top=20), "The Dike")
    pygame.display.quit()


def test_where_nothing_comes_by_itself_the_window_sleeps_on(app: App) -> None:
    assert due(app) == inf


def test_the_window_wakes_when_a_notice_goes(app: App) -> None:
    app.notice.tell("Saved.")
    app.notice.pass_by(1.5)

    assert due(app) == STAYS - 1.5


@pytest.mark.parametrize(("are_shown", "seconds"), [(True, 4.0), (False, inf)])
def test_the_window_wakes_for_captions_that_are_seen(
    app: App, office: Office, seconds: float, *, are_shown: bool
) -> None:
    office.settings = Settings(captions=are_shown)
    office.sound("stamp")

    assert due(app) == seconds


def test_the_window_looks_again_soon_while_a_key_is_held(app: App) -> None:
    app.handle(pressed("lctrl"), app.size)
    held = due(app)
    app.handle(pressed("lctrl", pygame.KEYUP), app.size)

    assert (held, due(app)) == (SOON, inf)


def test_the_window_looks_again_soon_while_the_game_reads_on(app: App) -> None:
    app.pace.begin(Mode.AUTO, 30.0)

    assert due(app) == SOON


def test_the_window_looks_again_soon_while_something_is_written_beside_it(
    app: App, office: Office
) -> None:
    office.errands.begin("Keeping", lambda _: "Kept.")

    assert due(app) == SOON


def test_a_class_wakes_the_window(
    window: Window, app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr("game.window.system.Rest.ring", lambda _: rung.append("once"))
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.QUIT))
    host = host_in_memory(office.campaign, 3)
    wall(office, host)

    window.run(app)
    host.join(["Zora"])

    assert rung == ["once"]


def test_between_two_slices_of_a_map_no_picture_is_made(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [5]
    drawn: list[int] = []

    def prepare() -> bool:
        left[0] -= 1
        app.canvas.is_ready = left[0] == 0
        return left[0] >= 0 or not pygame.event.post(pygame.Event(pygame.QUIT))

    pygame.event.clear()
    monkeypatch.setattr(app, "draw", lambda _, **__: drawn.append(left[0]))
    monkeypatch.setattr(app.canvas, "prepare", prepare)

    window.run(app)

    assert drawn == [5, 0]


def test_whoever_presses_a_key_between_two_slices_is_answered_before_the_next(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    happens = iter((pressed("tab"), pygame.Event(pygame.QUIT)))
    focused: list[str] = []
    hand = app.top.hand
    pygame.event.clear()
    monkeypatch.setattr(app, "draw", lambda _, **__: focused.append(hand.focus))
    monkeypatch.setattr(app.canvas, "prepare", lambda: pygame.event.post(next(happens)))

    window.run(app)

    assert focused == ["", "new"]


def test_memory_is_given_back_once_when_the_window_comes_to_rest(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    rests = iter((0, 0, 0, 1))

    def sleep(*_: object, **__: object) -> float:
        told.append("sleeps")
        return float(next(rests) and pygame.event.post(pygame.Event(pygame.QUIT)))

    pygame.event.clear()
    monkeypatch.setattr("game.window.system.give_back", lambda: told.append("gives back"))
    monkeypatch.setattr("game.window.system.Rest.sleep", sleep)
    monkeypatch.setattr(app, "draw", lambda *_, **__: None)

    window.run(app)

    assert told == ["gives back", *["sleeps"] * 4]
