"""From what the system tells to the names of the key map."""

from __future__ import annotations

import pygame
import pytest

from game.keymap import KeyMap
from game.screens.inputs import Inputs, given_by, heard, of_key
from tests.screens.player import pressed


def key(code: int, mod: int = 0, typed: str = "", place: int = 0) -> pygame.Event:
    """Return a key going down."""
    return pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=typed, scancode=place)


def command(event: pygame.Event) -> str:
    """Return what an event gives by the first map."""
    given = given_by(event)
    return KeyMap().command(*given.names) if given else ""


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (key(pygame.K_RETURN), "return"),
        (key(pygame.K_KP_ENTER), "return"),
        (key(pygame.K_KP2), "2"),
        (key(pygame.K_KP_PLUS), "+"),
        (key(pygame.K_PAGEUP), "page up"),
        (key(pygame.K_a, pygame.KMOD_LSHIFT), "shift+a"),
        (key(pygame.K_q, pygame.KMOD_RCTRL), "ctrl+q"),
        (key(pygame.K_a, pygame.KMOD_CTRL | pygame.KMOD_SHIFT), "ctrl+shift+a"),
        (key(pygame.K_LCTRL, pygame.KMOD_LCTRL), "left ctrl"),
    ],
)
def test_a_key_has_a_name(event: pygame.Event, name: str) -> None:
    assert of_key(event).names[0] == name


def test_with_shift_a_key_counts_also_without_it() -> None:
    assert command(key(pygame.K_RETURN, pygame.KMOD_SHIFT)) == "advance"
    assert command(key(pygame.K_TAB, pygame.KMOD_SHIFT)) == "previous"


@pytest.mark.parametrize("mod", [pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_META])
def test_with_ctrl_or_alt_a_key_is_another_one(mod: int) -> None:
    assert command(key(pygame.K_s, mod)) == ""


def test_alt_and_enter_do_not_go_on() -> None:
    assert command(key(pygame.K_RETURN, pygame.KMOD_ALT)) == "fullscreen"


@pytest.mark.parametrize(
    ("code", "mod"),
    [
        (pygame.K_SLASH, pygame.KMOD_SHIFT),  # American
        (ord("ß"), pygame.KMOD_SHIFT),  # German
        (pygame.K_COMMA, pygame.KMOD_SHIFT),  # French
    ],
)
def test_a_sign_counts_wherever_it_is_on_the_keyboard(code: int, mod: int) -> None:
    assert command(key(code, mod, "?")) == "more"


def test_where_there_are_no_latin_letters_their_places_count() -> None:
    cyrillic = key(ord("у"), 0, "у", pygame.KSCAN_E)

    assert command(cyrillic) == "encyclopaedia"
    assert command(key(ord("ф"), pygame.KMOD_SHIFT, "Ф", pygame.KSCAN_A)) == "accessibility"


def test_where_numbers_need_shift_their_places_count() -> None:
    assert command(key(pygame.K_AMPERSAND, 0, "&", pygame.KSCAN_1)) == "1"


def test_a_latin_letter_counts_where_it_is_written() -> None:
    french_a = key(pygame.K_a, 0, "a", pygame.KSCAN_Q)

    assert command(french_a) == "auto"


@pytest.mark.parametrize(("button", "wanted"), [(2, "hide"), (3, "back"), (8, "")])
def test_buttons_of_the_mouse_give_commands(button: int, wanted: str) -> None:
    assert command(pygame.Event(pygame.MOUSEBUTTONDOWN, button=button, pos=(0, 0))) == wanted


def test_the_left_button_gives_no_command() -> None:
    assert given_by(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(0, 0))) is None


def test_a_key_without_a_name_gives_nothing() -> None:
    assert of_key(key(2**30 + 400)).names == ()


# --- asked for a key ---


def test_a_key_is_heard_with_what_is_held() -> None:
    assert heard(pressed("ctrl+z")) == "ctrl+z"


def test_shift_is_heard_only_when_it_is_let_go() -> None:
    assert heard(pressed("lshift")) == ""
    assert heard(pressed("lshift", pygame.KEYUP)) == "left shift"


def test_other_keys_are_not_heard_when_they_are_let_go() -> None:
    assert heard(pressed("z", pygame.KEYUP)) == ""


@pytest.mark.parametrize(("button", "name"), [(1, "mouse:left"), (3, "mouse:right")])
def test_buttons_of_the_mouse_are_heard(button: int, name: str) -> None:
    assert heard(pygame.Event(pygame.MOUSEBUTTONDOWN, button=button, pos=(0, 0))) == name


def test_the_mouse_moving_is_not_heard() -> None:
    assert heard(pygame.Event(pygame.MOUSEMOTION, pos=(0, 0), rel=(0, 0), buttons=())) == ""


def test_a_key_without_a_name_gives_nothing_and_is_no_input() -> None:
    """Some keyboards have such keys."""
    unknown = pygame.Event(pygame.KEYDOWN, key=0, mod=0)

    assert of_key(unknown).name == ""
    assert Inputs().heard(unknown) == ""
