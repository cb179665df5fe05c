"""The window around an app, on a display that draws into nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import Mock

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.errors import Refused
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.flow import screen_for
from game.screens.menus.settings import SettingsScreen
from game.screens.screen import Office, Open
from game.window.app import App
from game.window.display import CENTRED, Window, first_size, place_of
from game.window.gallery import desk_at, office_in_memory
from game.window.painting import painter
from game.window.play import front

BRUSH = painter()
PLACED = Settings(left=10, top=20)


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
    yield Window(PLACED, "The Dike")
    pygame.display.quit()


def key(code: int, kind: int = pygame.KEYDOWN, mod: int = 0) -> pygame.Event:
    """Return a key going down, or up."""
    return pygame.Event(kind, key=code, mod=mod, unicode="")


def happen(window: Window, app: App, *events: pygame.Event) -> None:
    """Let things happen at once, and nothing else."""
    pygame.event.clear()
    for event in events:
        pygame.event.post(event)
    window._events(app)


@pytest.mark.parametrize(
    ("event", "is_front"), [(pygame.WINDOWFOCUSLOST, False), (pygame.WINDOWFOCUSGAINED, True)]
)
def test_the_office_knows_whether_the_window_is_in_front(
    window: Window, app: App, office: Office, event: int, *, is_front: bool
) -> None:
    told: list[bool] = []
    office.front = told.append

    happen(window, app, pygame.Event(event))

    assert told == [is_front]


def test_a_window_has_the_size_that_was_set(window: Window) -> None:
    assert window.surface.get_size() == (1280, 720)


def leave_after_a_picture(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the player close the window once they have seen something."""
    monkeypatch.setattr(
        app.canvas, "prepare", lambda: not pygame.event.post(pygame.Event(pygame.QUIT))
    )


def test_the_desktop_is_told_the_game_and_not_the_script_it_was_started_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_VIDEO_X11_WMCLASS", "__main__.py")  # as pygame does it

    Window(PLACED, "The Dike")
    pygame.display.quit()

    assert os.environ["SDL_VIDEO_X11_WMCLASS"] == "six-telegrams"


def test_the_loop_draws_until_the_player_leaves(
    window: Window, app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.event.clear()
    leave_after_a_picture(app, monkeypatch)

    settings = window.run(app)

    assert settings == office.settings
    assert app.is_over()
    assert pygame.transform.average_color(window.surface)[:3] != (0, 0, 0)


def test_the_cover_is_seen_before_there_is_an_app(window: Window) -> None:
    window.cover(BRUSH, Settings(), front(has_saves=False))

    assert pygame.transform.average_color(window.surface)[:3] != (0, 0, 0)


def test_what_was_pressed_while_the_cover_was_seen_is_answered_in_the_first_picture(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    pygame.event.clear()
    pygame.event.post(key(pygame.K_RETURN))
    leave_after_a_picture(app, monkeypatch)
    monkeypatch.setattr(app, "draw", lambda _, **__: seen.append(app.top.name))

    window.run(app)

    assert seen[0] == "opening"


def test_a_window_closed_while_the_cover_was_seen_draws_nothing_more(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.QUIT))
    monkeypatch.setattr(app, "draw", lambda _, **__: seen.append(app.top.name))

    window.run(app)

    assert seen == []


def test_a_window_closed_in_the_middle_of_the_months_is_closed(
    window: Window, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App([screen_for(office, desk_at(office.campaign, 0, Stage.CONSEQUENCES))], office, BRUSH)
    pygame.event.clear()
    leave_after_a_picture(app, monkeypatch)

    window.run(app)

    assert app.is_over()


def test_a_storm_of_sizes_leaves_the_last_one(window: Window, app: App, office: Office) -> None:
    storm = [pygame.Event(pygame.WINDOWSIZECHANGED, x=0, y=0)] * 500

    window.pane.size = (1500, 900)
    happen(window, app, *storm)

    assert (office.settings.width, office.settings.height) == (1500, 900)
    assert app.draw(window.surface) == (0, 0, 1500, 900)


def test_a_key_held_down_presses_once(window: Window, app: App) -> None:
    happen(window, app, key(pygame.K_RETURN), key(pygame.K_RETURN), key(pygame.K_RETURN))

    assert app.top.name == "opening"


def test_a_key_pressed_again_presses_again(window: Window, app: App) -> None:
    press = key(pygame.K_RETURN), key(pygame.K_RETURN, pygame.KEYUP)

    happen(window, app, *press, *press)

    assert app.top.name == "situation"


def test_a_key_is_up_again_when_the_window_was_left(window: Window, app: App) -> None:
    left = pygame.Event(pygame.WINDOWFOCUSLOST)

    happen(window, app, key(pygame.K_RETURN), left, key(pygame.K_RETURN))

    assert app.top.name == "situation"


def test_an_arrow_held_down_goes_on(window: Window, app: App) -> None:
    happen(window, app, *3 * [key(pygame.K_DOWN)])

    assert app.top.hand.focus == "notebook"


def test_of_many_motions_of_the_mouse_only_the_last_counts(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(app, "handle", lambda event, _: seen.append(event.pos))

    happen(window, app, *(motion((x, 5)) for x in range(40)))

    assert seen == [(39, 5)]


def motion(at: tuple[int, int]) -> pygame.Event:
    """Return the mouse moving to a point."""
    return pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 0), buttons=(0, 0, 0))


def test_a_resized_window_is_remembered(window: Window, app: App, office: Office) -> None:
    window.pane.size = (1600, 900)

    happen(window, app, pygame.Event(pygame.WINDOWSIZECHANGED, x=1600, y=900))

    assert window.surface.get_size() == (1600, 900)
    assert (office.settings.width, office.settings.height) == (1600, 900)


@pytest.mark.parametrize("press", [(pygame.K_F11, 0), (pygame.K_RETURN, pygame.KMOD_LALT)])
def test_full_screen_comes_and_goes(
    window: Window, app: App, office: Office, press: tuple[int, int]
) -> None:
    code, mod = press
    pressed = key(code, mod=mod), key(code, pygame.KEYUP)

    happen(window, app, *pressed)
    full = office.settings.fullscreen
    happen(window, app, *pressed)

    assert full
    assert not office.settings.fullscreen
    assert app.top.name == "title"


def test_full_screen_can_be_set(window: Window, app: App, office: Office) -> None:
    app.carry_out(Open(SettingsScreen(office, "Window")))
    app.top.hand.focus = "more:fullscreen"

    happen(window, app, key(pygame.K_RETURN))

    assert window.surface.get_size() == pygame.display.get_desktop_sizes()[0]


def test_after_full_screen_the_window_is_as_large_as_before(
    window: Window, app: App, office: Office
) -> None:
    pressed = key(pygame.K_F11), key(pygame.K_F11, pygame.KEYUP)

    happen(window, app, *pressed)
    window._events(app)
    happen(window, app, *pressed)
    window._events(app)

    assert window.surface.get_size() == (1280, 720)
    assert (office.settings.width, office.settings.height) == (1280, 720)


def test_a_frame_can_be_taken_off(window: Window, app: App, office: Office) -> None:
    app.carry_out(Open(SettingsScreen(office, "Window")))
    app.top.hand.focus = "more:borderless"
    pane = window.pane = Mock(
        wraps=window.pane, size=window.pane.size
    )  # this display has no frames

    happen(window, app, key(pygame.K_RETURN))

    assert pane.borderless is True
    assert pane.set_windowed.call_count == 0


def test_a_window_opens_in_the_shape_that_was_set() -> None:
    window = Window(replace(PLACED, borderless=True, fullscreen=True), "The Dike")

    assert window.pane.borderless
    assert window.surface.get_size() == pygame.display.get_desktop_sizes()[0]
    pygame.display.quit()


def test_a_moved_window_is_remembered(window: Window, app: App, office: Office) -> None:
    window.pane.position = (33, 44)

    happen(window, app, pygame.Event(pygame.WINDOWMOVED, x=33, y=44))

    assert (office.settings.left, office.settings.top) == (33, 44)


def test_a_window_that_its_frame_has_moved_is_moved_back(
    window: Window, app: App, office: Office
) -> None:
    window.pane.position = (13, 49)
    pygame.event.clear()
    office.settings = PLACED
    pygame.event.post(pygame.Event(pygame.QUIT))

    window.run(app)

    assert window.pane.position == (10, 20)


def test_a_window_cannot_be_made_smaller_than_its_screens_fit(window: Window) -> None:
    assert window.pane.minimum_size == (1024, 640)
    assert window.pane.resizable


def test_the_mouse_is_where_it_is_on_a_picture_with_more_pixels(
    window: Window, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.surface = pygame.Surface((2560, 1440))
    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(app, "handle", lambda event, _: seen.append(event.pos))

    happen(window, app, motion((640, 360)))

    assert seen == [(1280, 720)]


@pytest.mark.parametrize(
    ("desktop", "size"),
    [
        ((1920, 1080), (1280, 720)),
        ((3840, 2160), (2560, 1440)),
        ((1366, 768), (1280, 720)),
        ((1024, 600), (1024, 600)),
    ],
)
def test_the_first_window_suits_its_screen(desktop: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(desktop) == size
    assert place_of(Settings(), [desktop]) == (size, CENTRED)


@pytest.mark.parametrize(
    ("position", "desktops", "seen"),
    [
        ((0, 0), [(1920, 1080)], True),
        ((-1000, 300), [(1920, 1080)], True),
        ((-1250, 300), [(1920, 1080)], False),
        ((1900, 300), [(1920, 1080)], False),
        ((300, 1050), [(1920, 1080)], False),
        ((300, -200), [(1920, 1080)], False),
        ((2500, 300), [(1920, 1080)] * 2, True),
        ((-1500, -400), [(1920, 1080)] * 2, True),
        ((4000, 300), [(1920, 1080)] * 2, False),
    ],
)
def test_a_window_on_a_screen_that_is_gone_comes_back_to_the_middle(
    position: tuple[int, int], desktops: list[tuple[int, int]], seen: bool
) -> None:
    settings = Settings(width=1300, height=800, left=position[0], top=position[1])

    assert place_of(settings, desktops) == ((1300, 800), position if seen else CENTRED)


def test_what_the_system_wiped_is_drawn_again(window: Window, app: App) -> None:
    app.draw(window.surface)

    happen(window, app, pygame.Event(pygame.WINDOWEXPOSED))

    assert app.draw(window.surface)


def test_after_the_player_has_left_nothing_more_is_answered(window: Window, app: App) -> None:
    happen(window, app, pygame.Event(pygame.QUIT), key(pygame.K_RETURN))

    assert app.is_over()


def test_without_a_display_the_terminal_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    pygame.display.quit()

    with pytest.raises(Refused, match="play in the terminal with: six-telegrams play --text"):
        Window(Settings(), "The Dike")


def test_a_caption_is_gone_from_a_screen_that_rests(
    window: Window, app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.settings = Settings(captions=True)
    lines: list[str] = []
    monkeypatch.setattr("game.screens.captions.STAYS", 0.2)
    monkeypatch.setattr(app, "draw", lambda _, **__: lines.append(office.captions.line))
    monkeypatch.setattr(window, "_events", lambda app: _leave_at_rest(app, lines))

    window.run(app)

    assert lines[0] == "[waves] [quiet music]"
    assert lines[-1] == ""


def _leave_at_rest(app: App, lines: list[str]) -> bool:
    """Let the player leave when the line is empty."""
    if lines[-1:] == [""]:
        app.stack.clear()
    return False
