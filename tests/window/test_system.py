"""What lies under a window: memory handed back, and sleep."""

from __future__ import annotations

import ctypes
import os
import select
from collections.abc import Callable, Iterator
from typing import Any

import pygame
import pytest

from game.window import system
from game.window.system import LATE, POLLING, TURN, Beat, Loss, Rest, give_back


@pytest.fixture
def pane() -> Iterator[pygame.Window]:
    """A window that nobody sees."""
    pygame.display.init()
    yield pygame.Window("rest", (64, 64))
    pygame.display.quit()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The milliseconds waited for, without waiting."""
    waited: list[int] = []
    monkeypatch.setattr("pygame.time.wait", waited.append)
    return waited


def test_the_longer_nothing_happens_the_rarer_the_keyboard_is_looked_at(
    pane: pygame.Window, waits: list[int]
) -> None:
    rest = Rest(pane)

    for _ in range(30):
        rest.sleep(pads=False)

    assert waits == [*range(POLLING[0], POLLING[1]), *[POLLING[1]] * 17]


def test_after_something_happened_sleep_is_light_again(
    pane: pygame.Window, waits: list[int]
) -> None:
    rest = Rest(pane)
    for _ in range(30):
        rest.sleep(pads=False)

    rest.begin()
    rest.sleep(pads=False)

    assert waits[-1] == POLLING[0]


def test_where_a_key_wakes_the_game_its_connection_is_waited_on(
    pane: pygame.Window, waits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, float]] = []
    monkeypatch.setattr(system, "_connection", lambda _pane: 7)

    def selected(read: list[int], *what: object) -> tuple[list[int], ...]:
        asked.append((read[0], float(str(what[-1]))))
        return [], [], []

    monkeypatch.setattr(select, "select", selected)
    rest = Rest(pane)

    rest.sleep(pads=False)
    rest.sleep(0.25, pads=False)
    rest.sleep(60.0, pads=False)

    assert asked == [(7, system.LONGEST), (7, 0.25), (7, system.LONGEST)]
    assert waits == []


def test_whoever_sleeps_is_woken_by_the_bell_and_sleeps_again(
    pane: pygame.Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []
    silent, end = os.pipe()
    monkeypatch.setattr(system, "_connection", lambda _pane: silent)
    wait = select.select

    def noted(read: list[int], *_what: object) -> tuple[list[int], list[int], list[int]]:
        ready = wait(read, [], [], 0.0)[0]
        heard.append(len(ready))
        return ready, [], []

    monkeypatch.setattr(select, "select", noted)
    rest = Rest(pane)

    rest.ring()
    rest.ring()
    rest.sleep(pads=False)
    rest.sleep(pads=False)

    assert heard == [1, 0]
    os.close(silent)
    os.close(end)


def test_where_nobody_sleeps_long_no_bell_is_needed(pane: pygame.Window, waits: list[int]) -> None:
    rest = Rest(pane)

    rest.ring()
    rest.sleep(pads=False)

    assert waits == [POLLING[0]]


def test_whoever_has_work_to_do_sleeps_hardly_at_all(
    pane: pygame.Window, waits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_connection", lambda _pane: 7)

    Rest(pane).sleep(pads=False, briefly=True)

    assert waits == [1]


def test_pads_are_looked_at_though_keys_would_wake_the_game(
    pane: pygame.Window, waits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_connection", lambda _pane: 7)

    Rest(pane).sleep(pads=True)

    assert waits == [POLLING[0]]


def test_a_system_that_hides_its_connection_is_looked_at(
    pane: pygame.Window, waits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def hidden(_name: object) -> ctypes.CDLL:
        raise OSError

    monkeypatch.setattr("pygame.display.get_driver", lambda: "x11")
    monkeypatch.setattr(ctypes, "CDLL", hidden)

    Rest(pane).sleep(pads=False)

    assert waits == [POLLING[0]]


class Xlib:
    """A library that keeps what it is to call when the server is gone."""

    def __init__(self) -> None:
        self.called: list[Any] = []
        self.XSetIOErrorExitHandler = Function(self.called)
        self.XSetIOErrorHandler = Function(self.called)


class Function:
    """A function of a library, whose arguments are kept."""

    argtypes: tuple[Any, ...] = ()

    def __init__(self, called: list[Any]) -> None:
        self.called = called

    def __call__(self, *given: Any) -> None:
        self.called.append(given)


def test_a_server_that_is_gone_is_noted_and_nothing_asked_of_it_at_the_end(
    pane: pygame.Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    xlib, ends, status = Xlib(), list[Callable[[], object]](), list[int]()
    monkeypatch.setattr(system, "_display", lambda _pane: 4711)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: xlib)
    monkeypatch.setattr("atexit.register", ends.append)
    monkeypatch.setattr("os._exit", status.append)
    loss = Loss(pane)
    before = loss.has_come

    (display, end, _), (trouble,) = xlib.called
    trouble(display)
    end(display, None)
    ends[0]()

    assert (display, before, loss.has_come) == (4711, False, True)
    assert status == [1]


def test_without_an_x_server_there_is_none_to_lose(pane: pygame.Window) -> None:
    assert not Loss(pane).has_come


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_memory_is_given_back_wherever_that_can_be_asked_for(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    system._trim.cache_clear()
    monkeypatch.setattr("sys.platform", platform)
    library = type("Library", (), {"malloc_trim": staticmethod(asked.append)})
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)

    give_back()
    system._trim.cache_clear()

    assert asked == {"linux": [0], "win32": []}[platform]


# --- pictures at a beat ---


class Hours:
    """A clock that only goes on where somebody sleeps or works."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        """Return the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time go on, and note it."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    """A clock in place of the system's."""
    stand_in = Hours()
    monkeypatch.setattr(system, "time", stand_in)
    return stand_in


def turns(beat: Beat, hours: Hours, works: list[float]) -> list[float]:
    """Take a turn after each piece of work, in seconds; return how long was slept before each."""
    hours.slept.clear()
    for work in works:
        hours.now += work
        beat.turn(waits=True)
    return hours.slept


def test_pictures_come_at_a_beat_whatever_each_takes(hours: Hours) -> None:
    beat = Beat()

    slept = turns(beat, hours, [0.005, 0.010, 0.0])

    assert slept == pytest.approx([TURN - 0.005, TURN - 0.010, TURN])


def test_a_late_picture_is_made_up_for(hours: Hours) -> None:
    beat = Beat()

    slept = turns(beat, hours, [TURN + 0.009, 0.001])

    assert slept == pytest.approx([TURN - 0.010])


def test_what_is_far_too_late_is_let_go(hours: Hours) -> None:
    beat = Beat()

    slept = turns(beat, hours, [TURN + LATE, 0.001])

    assert slept == pytest.approx([TURN - 0.001])


def test_between_slices_nobody_waits(hours: Hours) -> None:
    beat = Beat()

    beat.turn(waits=False)

    assert hours.slept == []


def test_a_turn_tells_how_long_it_took(hours: Hours) -> None:
    beat = Beat()
    hours.now += 0.004

    assert beat.turn(waits=True) == pytest.approx(TURN)


def test_after_a_rest_things_move_on_from_where_they_stood_and_at_once(hours: Hours) -> None:
    beat = Beat()
    hours.now += 60

    beat.begin()

    assert beat.turn(waits=True) == 0.0
    assert hours.slept == []
