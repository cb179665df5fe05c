"""The app and its window, on a display that draws into nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.app import App
from game.campaign.campaign import Campaign
from game.errors import Refused
from game.gallery import office_in_memory
from game.painting import painter
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.screen import Close, Office, Open, Quit, Reset, Show, Stay, Turn
from game.screens.settings import SettingsScreen
from game.settings import Settings
from game.window import Window

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
    yield Window(Settings(), "The Dike")
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


# --- the stack of screens ---


def test_a_screen_opens_on_another_and_closes(app: App, office: Office) -> None:
    title, page = app.top, SettingsScreen(office)

    app.carry_out(Open(page))
    opened = app.top
    app.carry_out(Close())

    assert opened is page
    assert app.top is title


def test_a_screen_takes_the_place_of_another(app: App, office: Office) -> None:
    page = SettingsScreen(office)

    app.carry_out(Show(page))

    assert app.stack == [page]


def test_a_reset_leaves_one_screen(app: App, office: Office) -> None:
    app.carry_out(Open(SettingsScreen(office)))
    page = SettingsScreen(office)

    app.carry_out(Reset(page))

    assert app.stack == [page]


def test_staying_changes_nothing(app: App) -> None:
    before = list(app.stack)

    app.carry_out(Stay())

    assert app.stack == before


def test_a_turn_of_the_desk_is_kept_and_shown_alone(
    app: App, office: Office, harbour: Campaign
) -> None:
    kept: list[Desk] = []

    def keep(one: Desk) -> str:
        kept.append(one)
        return ""

    desk = Desk(begin(harbour, chance=False), Stage.COUNCIL)
    office.keep = keep

    app.carry_out(Turn(desk))

    assert kept == [desk]
    assert [screen.name for screen in app.stack] == ["council"]


def test_a_turn_that_cannot_be_kept_says_so_above_the_stage(
    app: App, office: Office, harbour: Campaign
) -> None:
    office.keep = lambda _: "The disk says: full."

    app.carry_out(Turn(Desk(begin(harbour, chance=False), Stage.COUNCIL)))

    assert [screen.name for screen in app.stack] == ["council", "overlay"]


@pytest.mark.parametrize("end", [Quit(), None])
def test_nothing_remains_when_the_player_leaves(app: App, end: Quit | None) -> None:
    if end:
        app.carry_out(end)
    else:
        app.handle(pygame.Event(pygame.QUIT), (1280, 720))

    assert app.is_over()


# --- the window ---


def test_a_window_has_the_size_that_was_set(window: Window) -> None:
    assert window.surface.get_size() == (1280, 720)


def test_the_loop_draws_until_the_player_leaves(window: Window, app: App, office: Office) -> None:
    pygame.event.clear()
    pygame.event.post(key(pygame.K_TAB))
    pygame.event.post(pygame.Event(pygame.QUIT))

    settings = window.run(app)

    assert settings == office.settings
    assert app.is_over()
    assert pygame.transform.average_color(window.surface)[:3] != (0, 0, 0)


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

    assert app.top.hand.focus == "settings"


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
    pygame.display.set_mode((1600, 900), pygame.RESIZABLE)

    happen(window, app, pygame.Event(pygame.VIDEORESIZE, w=1600, h=900, size=(1600, 900)))

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
    app.carry_out(Open(SettingsScreen(office)))
    app.top.hand.focus = "more:fullscreen"

    happen(window, app, key(pygame.K_RETURN))

    assert window.surface.get_flags() & pygame.FULLSCREEN


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
